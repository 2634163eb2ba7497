import Synchronization

/// What several files of a site are made from: made for the first, and let go after the last.
final class SharedValue<Value: Sendable>: Sendable {
  private struct State {
    var value: Value?
    var left: Int
  }

  private let uses: Int
  private let make: @Sendable () -> Value
  private let state: Mutex<State>

  /// - Parameters:
  ///   - uses: how many files need it; whoever comes after them has it made anew.
  ///   - make: gives the same each time.
  init(uses: Int, make: @escaping @Sendable () -> Value) {
    self.uses = uses
    self.make = make
    state = Mutex(State(left: uses))
  }

  /// Made under the lock: of two files that are made at once, one waits for what the other makes.
  var value: Value {
    state.withLock { state in
      let value = state.value ?? make()
      state.left -= 1
      (state.value, state.left) = state.left > 0 ? (value, state.left) : (nil, uses)
      return value
    }
  }
}
