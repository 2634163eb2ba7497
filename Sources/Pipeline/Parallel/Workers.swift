internal import Dispatch
internal import KnowledgeBase
internal import Synchronization

/// Runs independent work on a fixed number of threads; the order of results never depends on it.
package struct Workers: Sendable {
  package let count: Int

  package init(count: Int) {
    self.count = max(1, count)
  }

  /// The results of a function on every item, in the items' order.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    guard count > 1, items.count > 1 else { return items.map(transform) }
    let chunk = max(1, min(64, items.count / (count * 8)))
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, initialized in
      nonisolated(unsafe) let base = buffer.baseAddress
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: count) { _ in
        while true {
          let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
          guard start < items.count else { return }
          for index in start..<min(start + chunk, items.count) {
            base.map { $0 + index }?.initialize(to: transform(items[index]))
          }
        }
      }
      initialized = items.count
    }
  }

  /// These threads for a module that has none of its own.
  var sharing: WorkSharing {
    WorkSharing { count, body in _ = map(Array(0..<count)) { body($0) } }
  }
}
