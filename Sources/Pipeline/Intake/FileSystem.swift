internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A failure of the world: a file or folder that cannot be read or written.
package struct FileSystemError: Error, CustomStringConvertible {
  package let path: String
  package let operation: String
  package let code: Int32

  package var description: String { "cannot \(operation) '\(path)': \(String(cString: strerror(code)))" }

  /// A file that was on a list and is no longer there.
  static func vanished(_ path: String) -> FileSystemError {
    FileSystemError(path: path, operation: "read", code: ENOENT)
  }

  static func last(_ operation: String, _ path: String) -> FileSystemError {
    FileSystemError(path: path, operation: operation, code: errno)
  }
}

/// What stands at a path, links not followed.
enum FileKind: Equatable, Sendable {
  case file(size: Int)
  case folder
  case link
  case other
  case missing
}

/// The few calls to the disk that the program makes; everything else works on values.
enum FileSystem {
  static func kind(of path: String) -> FileKind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(status.st_size))
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Whether a path leads to a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path leads nowhere, links followed.
  static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0
  }

  /// The names in a folder, sorted by their bytes.
  static func names(in folder: String) throws(FileSystemError) -> [String] {
    guard let stream = opendir(folder) else { throw FileSystemError.last("open the folder", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The first `limit` bytes of a regular file.
  static func read(_ path: String, limit: Int = Int.max) throws(FileSystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError.last("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileSystemError.last("read", path) }
    let size = min(Int(status.st_size), limit)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if part < 0, errno == EINTR { continue }
        if part <= 0 {
          failed = part < 0
          break
        }
        count += part
      }
    }
    if failed { throw FileSystemError.last("read", path) }
    return bytes
  }

  /// The first `limit` bytes of what may be a pipe, whose size nobody knows before its end.
  static func readStream(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError.last("read", path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = part.withUnsafeMutableBytes { Self.readPart(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileSystemError.last("read", path) }
      if count == 0 { break }
      bytes += part[..<min(count, limit - bytes.count)]
    }
    return bytes
  }

  static func createFolder(_ path: String) throws(FileSystemError) {
    if mkdir(path, 0o755) == 0 { return }
    let failure = FileSystemError.last("create the folder", path)
    if isFolder(path) { return }
    guard failure.code == ENOENT, let parent = parent(of: path) else { throw failure }
    try createFolder(parent)
    guard mkdir(path, 0o755) != 0 else { return }
    let second = FileSystemError.last("create the folder", path)
    if !isFolder(path) { throw second }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileSystemError.last("write", path) }
    try write(bytes, to: descriptor, path)
  }

  /// Writes a file that must not be there yet; false, with nothing done, where something stands at the path.
  static func create(_ bytes: [UInt8], at path: String) throws(FileSystemError) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if descriptor < 0, errno == EEXIST { return false }
    guard descriptor >= 0 else { throw FileSystemError.last("write", path) }
    try write(bytes, to: descriptor, path)
    return true
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileSystemError) {
    let failure = writeAll(bytes, to: descriptor, path)
    let closed = close(descriptor)
    if let failure { throw failure }
    if closed != 0 { throw FileSystemError.last("write", path) }
  }

  /// Writes to what is open already, a pipe say, and leaves it open.
  static func writeStream(_ bytes: [UInt8], to descriptor: Int32) throws(FileSystemError) {
    if let failure = writeAll(bytes, to: descriptor, "a pipe") { throw failure }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) -> FileSystemError? {
    var written = 0
    return bytes.withUnsafeBytes { buffer in
      while written < bytes.count {
        let part = Self.writePart(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
        if part < 0, errno == EINTR { continue }
        if part < 0 { return FileSystemError.last("write", path) }
        written += part
      }
      return nil
    }
  }

  static func readPart(_ descriptor: Int32, _ pointer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, pointer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, pointer, count)
    #else
      Darwin.read(descriptor, pointer, count)
    #endif
  }

  private static func writePart(_ descriptor: Int32, _ pointer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, pointer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, pointer, count)
    #else
      Darwin.write(descriptor, pointer, count)
    #endif
  }

  static func removeFile(_ path: String) throws(FileSystemError) {
    if unlink(path) != 0, errno != ENOENT { throw FileSystemError.last("remove", path) }
  }

  /// Removes a folder if nothing is in it.
  static func removeFolderIfEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// The absolute path with links resolved; nil for a path that does not exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    return String(path[..<slash])
  }
}
