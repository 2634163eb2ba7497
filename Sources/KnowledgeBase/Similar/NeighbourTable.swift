internal import Synchronization

/// When the neighbours of post-mortems are looked for.
package enum NeighbourSearch: Sendable {
  /// Of all of them, together.
  case atOnce
  /// Of each when it is first asked for: for whoever shows a few pages only, and then all anew after each change.
  case onDemand(ReadingMemory)

  var memory: ReadingMemory? {
    if case .onDemand(let memory) = self { memory } else { nil }
  }
}

/// The neighbours of every post-mortem by position, kept once they are known.
final class NeighbourTable: Sendable {
  private let make: @Sendable (Int) -> Neighbours
  private let known: Mutex<[Int: Neighbours]>
  private let all: [Neighbours]

  /// - Parameters:
  ///   - all: those of every post-mortem, or none where they are made on demand.
  ///   - make: gives the same each time.
  init(_ all: [Neighbours], make: @escaping @Sendable (Int) -> Neighbours) {
    self.all = all
    self.make = make
    known = Mutex([:])
  }

  subscript(position: Int) -> Neighbours {
    if !all.isEmpty { return all[position] }
    if let neighbours = known.withLock({ $0[position] }) { return neighbours }
    // Made outside of the lock: two threads may make the same, none waits for another.
    let neighbours = make(position)
    known.withLock { $0[position] = neighbours }
    return neighbours
  }
}
