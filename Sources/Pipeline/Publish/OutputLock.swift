#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps a second build away from an output folder; the system lets go of it when the process ends, however it ends.
final class OutputLock {
  private let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// - Throws: `OutputError.locked` at once where another build holds it.
  static func acquire(_ place: OutputPlace) throws -> OutputLock {
    // Between the making of the file and the naming of it a signal would leave it behind.
    var lock: OutputLock?
    do {
      return try Interruption.protecting {
        let taken = try take(place)
        lock = taken
        return taken
      }
    } catch {
      lock?.release()
      throw error
    }
  }

  private static func take(_ place: OutputPlace) throws -> OutputLock {
    while true {
      let descriptor = open(place.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard descriptor >= 0 else { throw FileSystemError.last("lock", place.lock) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let isHeld = errno == EWOULDBLOCK
        let failure = FileSystemError.last("lock", place.lock)
        let holder = String(decoding: (try? FileSystem.read(place.lock, limit: 256)) ?? [], as: UTF8.self)
        close(descriptor)
        throw isHeld ? OutputError.locked(place.path, holder: holder) : failure
      }
      // Whoever held it before us has removed the file that we opened: lock the one that is there now.
      guard isSame(descriptor, place.lock) else {
        close(descriptor)
        continue
      }
      try sign(descriptor, place.lock)
      Interruption.remove(place.lock)
      return OutputLock(path: place.lock, descriptor: descriptor)
    }
  }

  func release() {
    Interruption.remove(nil)
    unlink(path)
    close(descriptor)
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Says who holds it: process, machine.
  private static func sign(_ descriptor: Int32, _ path: String) throws(FileSystemError) {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let machine = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let text = "process \(getpid()) on \(machine.isEmpty ? "this machine" : machine)"
    guard ftruncate(descriptor, 0) == 0 else { throw FileSystemError.last("lock", path) }
    let written = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    guard written == text.utf8.count else { throw FileSystemError.last("lock", path) }
  }
}
