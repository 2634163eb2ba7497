#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is open and takes bytes at its end.
final class GrowingFile {
  private let path: String
  private let descriptor: Int32
  private var size = 0
  private var isOpen = true

  /// Begins a file, in the place of one that stands there.
  init(_ path: String) throws(FileSystemError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileSystemError.last("write", path) }
  }

  deinit { if isOpen { _ = FileSystem.closeFile(descriptor) } }

  func append(_ bytes: [UInt8]) throws(FileSystemError) {
    if let failure = FileSystem.writeAll(bytes, to: descriptor, path) { throw failure }
    size += bytes.count
  }

  /// Ends the file: the number of its bytes.
  func close() throws(FileSystemError) -> Int {
    isOpen = false
    guard FileSystem.closeFile(descriptor) == 0 else { throw FileSystemError.last("write", path) }
    return size
  }
}

extension FileSystem {
  /// `close` of the system, under a name that no method of a type hides.
  static func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

  /// Whether two files of one size hold the same, read part by part.
  static func haveSameBytes(_ first: String, _ second: String) throws(FileSystemError) -> Bool {
    let (left, right) = (try FilePartReader(first), try FilePartReader(second))
    while true {
      let part = try left.next()
      guard try part == right.next() else { return false }
      if part.isEmpty { return true }
    }
  }
}

/// A file that is read from its beginning to its end.
private final class FilePartReader {
  private let path: String
  private let descriptor: Int32
  private var offset: off_t = 0

  init(_ path: String) throws(FileSystemError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError.last("read", path) }
  }

  deinit { _ = FileSystem.closeFile(descriptor) }

  /// The next part, of a size that depends on the file alone; empty at its end.
  func next() throws(FileSystemError) -> [UInt8] {
    var failed = false
    let size = 1 << 18
    let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, offset + off_t(count))
        if read < 0, errno == EINTR { continue }
        if read <= 0 {
          failed = read < 0
          break
        }
        count += read
      }
    }
    if failed { throw FileSystemError.last("read", path) }
    offset += off_t(part.count)
    return part
  }
}
