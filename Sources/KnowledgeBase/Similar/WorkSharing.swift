/// How independent work on many documents is spread over threads: whoever owns the threads passes a function.
package struct WorkSharing: Sendable {
  private let run: @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

  /// - Parameter run: calls its second argument once with every number below its first, in any order.
  package init(_ run: @escaping @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void) {
    self.run = run
  }

  /// One after the other.
  package static let serial = WorkSharing { count, body in
    for index in 0..<count { body(index) }
  }

  /// The results in the order of their numbers.
  package func map<Result: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let base = buffer.baseAddress
      run(count) { index in base.map { $0 + index }?.initialize(to: transform(index)) }
      initialized = count
    }
  }

  /// As `map`, with one value of scratch memory for each stretch of numbers.
  func map<Result: Sendable, Scratch>(
    _ count: Int, stretch: Int, scratch: @Sendable () -> Scratch, _ transform: @Sendable (Int, inout Scratch) -> Result
  ) -> [Result] {
    let stretches = (count + stretch - 1) / stretch
    return map(stretches) { number in
      var memory = scratch()
      return (number * stretch..<min(count, (number + 1) * stretch)).map { transform($0, &memory) }
    }.flatMap { $0 }
  }
}
