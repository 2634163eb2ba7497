#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// By what two states of a file are told apart without reading it, or by its bytes while its clock may stand still.
struct FileStamp: Sendable {
  private let size: Int64
  private let inode: UInt64
  private let modified: Int64
  private let changed: Int64
  /// Of the bytes of a file changed so lately that another change could bear the same time; else nil.
  private let digest: String?

  /// Nil for what is not a regular file.
  ///
  /// - Parameter window: seconds within which a change counts as late.
  init?(_ path: String, window: Double) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let isLate = Double(Self.nanoseconds(now) - changed) < window * 1e9
    digest = isLate ? (try? FileSystem.read(path, limit: SourceReader.readLimit)).map(SHA256.hexadecimal) : nil
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Whether both were taken of one state of a file; a digest counts where both have one.
  func isSame(as other: FileStamp) -> Bool {
    guard (size, inode, modified, changed) == (other.size, other.inode, other.modified, other.changed) else {
      return false
    }
    guard let digest, let otherDigest = other.digest else { return true }
    return digest == otherDigest
  }
}

extension FileSystem {
  /// A text that changes when the file at a path does.
  static func version(of path: String) -> String {
    FileStamp(path, window: 0).map { "\($0)" } ?? ""
  }
}
