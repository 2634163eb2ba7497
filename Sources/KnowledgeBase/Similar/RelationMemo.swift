internal import Synchronization

/// The relations of the post-mortems that were asked for last: a page and its twins ask for the same one after the other.
final class RelationMemo: Sendable {
  private struct State {
    var relations: [Int: [Relation]] = [:]
    /// The positions that are held, of which the one at `next` is let go first.
    var positions: [Int] = []
    var next = 0
  }

  /// More than threads work at once.
  private static let capacity = 64
  private let state = Mutex(State())

  /// - Parameter make: gives the same each time.
  func relations(of position: Int, _ make: () -> [Relation]) -> [Relation] {
    if let known = state.withLock({ $0.relations[position] }) { return known }
    // Made outside of the lock: two threads may make the same, none waits for another.
    let made = make()
    state.withLock { state in
      guard state.relations.updateValue(made, forKey: position) == nil else { return }
      guard state.positions.count == Self.capacity else { return state.positions.append(position) }
      state.relations[state.positions[state.next]] = nil
      state.positions[state.next] = position
      state.next = (state.next + 1) % Self.capacity
    }
    return made
  }
}
