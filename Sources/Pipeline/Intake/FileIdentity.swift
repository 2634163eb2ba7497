#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// By what the system tells two states of a file apart, without reading it.
struct FileIdentity: Hashable, Sendable {
  let size: Int64
  let inode: UInt64
  let device: UInt64
  /// Nanoseconds since 1970, as the file's owner may set them.
  let modified: Int64
  /// Nanoseconds since 1970 of the last change of any kind, which only the system sets.
  let changed: Int64

  /// Nil for what is not a regular file.
  init?(_ path: String, followingLinks: Bool = false) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  /// Appends all of it in a fixed number of bytes.
  func append(to bytes: inout [UInt8]) {
    for number in [UInt64(bitPattern: size), inode, device, UInt64(bitPattern: modified), UInt64(bitPattern: changed)] {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A time that no file changed from now on lies before, in nanoseconds since 1970: some milliseconds coarse, as the
  /// system's own stamps may be.
  static var earliest: Int64 {
    #if os(Linux)
      clock(CLOCK_REALTIME_COARSE)
    #else
      clock(CLOCK_REALTIME) - 1_000_000
    #endif
  }

  /// A time that no file changed until now lies behind.
  static var latest: Int64 { clock(CLOCK_REALTIME) }

  private static func clock(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return nanoseconds(time)
  }

  /// Waits until every file changed from now on bears a later time than one that was changed just now.
  ///
  /// - Returns: a time after that one, or, where that lies in the future, some time.
  static func wait(until time: Int64) -> Int64 {
    for _ in 0..<tries where earliest <= time { usleep(2000) }
    return earliest
  }

  /// Each of two milliseconds; the coarsest clocks tick every ten.
  private static let tries = 50
}
