internal import Synchronization

/// A signal that asks a build to stop: while something half-made lies on the disk it is taken away first.
package enum Interruption {
  private struct State {
    var isBusy = false
    var signal: Int32?
    /// A file that is to go when the process does.
    var path: String?
  }

  private static let state = Mutex(State())

  /// What is thrown where a build stops because of a signal.
  package struct Stop: Error {
    package let signal: Int32
  }

  /// Notes a signal; true where nothing has to be tidied up, or where this is the second one: the process may end.
  package static func request(_ signal: Int32) -> Bool {
    state.withLock { state in
      let mayEnd = !state.isBusy || state.signal != nil
      state.signal = signal
      if mayEnd, let path = state.path { try? FileSystem.removeFile(path) }
      return mayEnd
    }
  }

  /// Runs work that leaves something to tidy up; it ends by itself after a signal, by `check`.
  static func protecting<Value>(_ work: () throws -> Value) throws -> Value {
    state.withLock { $0.isBusy = true }
    defer { state.withLock { $0.isBusy = false } }
    let value = try work()
    try check()
    return value
  }

  /// Names the file that a process ended by a signal removes; nil for none.
  static func remove(_ path: String?) { state.withLock { $0.path = path } }

  static func check() throws {
    if let signal = state.withLock({ $0.signal }) { throw Stop(signal: signal) }
  }
}
