#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Ends a wait for input from another thread.
package final class WakeSignal: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// Nil where the system has no descriptors left.
  package init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// A signal that is still waiting makes a further one needless, so that a full pipe is no failure.
  func send() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Waits until a descriptor has input or has ended, or a signal came.
  func wait(beside descriptor: Int32) -> (hasInput: Bool, isWoken: Bool) {
    var entries = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&entries, 2, -1) < 0 {
      // What cannot be waited for is read, which tells what is wrong with it.
      if errno != EINTR { return (true, false) }
    }
    let isWoken = entries[1].revents != 0
    if isWoken {
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(reading, &bytes, bytes.count) > 0 {}
    }
    return (entries[0].revents != 0, isWoken)
  }
}
