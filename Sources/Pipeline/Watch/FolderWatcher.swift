#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Wakes whoever waits when something in a folder changes, at once where the system tells, else now and then.
///
/// It only says that it is time to look: which files changed, and whether any did, is for `WatchedState` to say, so
/// that an event that is lost or stands for many costs time and never a change.
final class FolderWatcher: Sendable {
  private let descriptor: Int32
  /// Whether the system tells of changes.
  var isTold: Bool { descriptor >= 0 }

  /// - Parameter asksSystem: false to look now and then even where the system would tell.
  init(asksSystem: Bool = true) {
    #if os(Linux)
      descriptor = asksSystem ? inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) : -1
    #else
      descriptor = -1
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches folders, those included that are watched already.
  ///
  /// - Returns: a number for each, the same as long as it is the same folder; nil where one cannot be watched, so that
  ///   it has to be looked at.
  func watch(_ folders: Set<String>) -> Set<Int32>? {
    #if os(Linux)
      let events =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
        | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
      guard isTold else { return nil }
      var numbers: Set<Int32> = []
      for folder in folders {
        let number = inotify_add_watch(descriptor, folder, events)
        if number >= 0 { numbers.insert(number) } else if FileSystem.isFolder(folder) { return nil }
      }
      return numbers
    #else
      return nil
    #endif
  }

  /// Waits for a change, and then until no more come for a moment: an editor writes in several steps.
  ///
  /// - Parameter milliseconds: the longest wait where nothing changes.
  func wait(milliseconds: Int32) {
    guard isTold else {
      usleep(UInt32(milliseconds) * 1000)
      return
    }
    guard isReady(within: milliseconds) else { return }
    for _ in 0..<Self.steps {
      drain()
      if !isReady(within: Self.quiet) { return }
    }
  }

  /// Milliseconds without a change after which an editor is taken to be done.
  private static let quiet: Int32 = 12
  /// So many changes in a row are not waited out.
  private static let steps = 12

  private func isReady(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while buffer.withUnsafeMutableBytes({ FileSystem.readPart(descriptor, $0.baseAddress, $0.count) }) > 0 {}
  }
}
