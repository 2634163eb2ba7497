internal import CLinux

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The calls to the disk that publishing alone needs.
extension FileSystem {
  static func rename(_ path: String, to other: String) throws(FileSystemError) {
    guard renameat(AT_FDCWD, path, AT_FDCWD, other) == 0 else { throw .last("rename", "\(path)' to '\(other)") }
  }

  /// Exchanges what two paths name in one step; false where the system or the disk cannot.
  static func exchange(_ path: String, _ other: String) throws(FileSystemError) -> Bool {
    #if canImport(Darwin)
      let result = renamex_np(path, other, UInt32(RENAME_SWAP))
    #else
      let result = renameat2(AT_FDCWD, path, AT_FDCWD, other, UInt32(debrief_rename_exchange))
    #endif
    if result == 0 { return true }
    if [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return false }
    throw .last("publish", other)
  }

  /// A second name for a file, or a copy where the disk or its owner allows none; links stay links.
  static func link(_ path: String, as other: String) throws(FileSystemError) {
    if linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 { return }
    guard [EXDEV, EPERM, EMLINK, ENOTSUP, ENOSYS, EACCES].contains(errno) else { throw .last("link", path) }
    if kind(of: path) == .link {
      guard let target = linkTarget(of: path), symlink(target, other) == 0 else { throw .last("copy", path) }
      return
    }
    try write(try read(path), to: other)
    try copyMode(from: path, to: other)
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last("copy", path) }
    let times = modificationTimes(status)
    guard utimensat(AT_FDCWD, other, times, 0) == 0 else { throw .last("copy", path) }
  }

  private static func linkTarget(of path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func modificationTimes(_ status: stat) -> [timespec] {
    #if canImport(Darwin)
      [status.st_atimespec, status.st_mtimespec]
    #else
      [status.st_atim, status.st_mtim]
    #endif
  }

  /// Whether two paths name one file, or a file and a copy of it that keeps its time.
  static func isUnchanged(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard lstat(path, &first) == 0, lstat(other, &second) == 0 else { return false }
    if first.st_ino == second.st_ino, first.st_dev == second.st_dev { return true }
    let (left, right) = (modificationTimes(first)[1], modificationTimes(second)[1])
    return first.st_size == second.st_size && left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec
  }

  /// Whether a file was last changed before, or together with, another one; false where one of them is missing.
  static func isOlder(_ path: String, than other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard lstat(path, &first) == 0, lstat(other, &second) == 0 else { return false }
    let (left, right) = (modificationTimes(first)[1], modificationTimes(second)[1])
    return (left.tv_sec, left.tv_nsec) <= (right.tv_sec, right.tv_nsec)
  }

  /// Gives a file or folder the permissions of another, and its owner where we may; does nothing where that is missing.
  static func copyMode(from path: String, to other: String) throws(FileSystemError) {
    var (status, own) = (stat(), stat())
    guard stat(path, &status) == 0, stat(other, &own) == 0 else { return }
    if status.st_uid != own.st_uid || status.st_gid != own.st_gid { _ = lchown(other, status.st_uid, status.st_gid) }
    guard status.st_mode & 0o7777 != own.st_mode & 0o7777 else { return }
    guard chmod(other, status.st_mode & 0o7777) == 0 else { throw .last("change the permissions of", other) }
  }

  /// Lets nobody but its owner look into a folder.
  static func keepPrivate(_ folder: String) throws(FileSystemError) {
    guard chmod(folder, 0o700) == 0 else { throw .last("change the permissions of", folder) }
  }

  /// Has everything that was written to a folder's disk on it.
  static func syncDisk(of folder: String) throws(FileSystemError) {
    #if canImport(Darwin)
      sync()
    #else
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .last("open the folder", folder) }
      defer { close(descriptor) }
      guard syncfs(descriptor) == 0 else { throw .last("write", folder) }
    #endif
  }

  /// Removes a folder with everything in it; links are removed and not followed.
  static func removeTree(_ path: String) throws(FileSystemError) {
    guard case .folder = kind(of: path) else { return try removeFile(path) }
    for name in try names(in: path) {
      let child = "\(path)/\(name)"
      if unlink(child) == 0 { continue }
      guard errno == EISDIR || errno == EPERM else { throw .last("remove", child) }
      try removeTree(child)
    }
    guard rmdir(path) == 0 else { throw .last("remove", path) }
  }
}
