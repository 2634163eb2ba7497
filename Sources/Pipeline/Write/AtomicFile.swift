#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes a file so that a reader sees all of it or nothing, whatever happens in between.
enum AtomicFile {
  /// A new file; false where something stands at the path already, which stays as it is.
  static func create(_ bytes: [UInt8], at path: String) throws(FileSystemError) -> Bool {
    let temporary = temporaryPath(path)
    try FileSystem.write(bytes, to: temporary)
    defer { unlink(temporary) }
    if link(temporary, path) == 0 { return true }
    if errno == EEXIST { return false }
    throw FileSystemError.last("write", path)
  }

  /// The new content of a file that is there; its permissions stay.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileSystemError) {
    let temporary = temporaryPath(path)
    try FileSystem.write(bytes, to: temporary)
    var status = stat()
    if stat(path, &status) == 0 { chmod(temporary, status.st_mode & 0o7777) }
    if rename(temporary, path) != 0 {
      let error = FileSystemError.last("write", path)
      unlink(temporary)
      throw error
    }
  }

  /// Beside the file, hence on its disk; the input scanner skips names that begin with a dot.
  private static func temporaryPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.dropLast(name.utf8.count)
    return "\(folder).\(name).\(getpid()).tmp"
  }
}
