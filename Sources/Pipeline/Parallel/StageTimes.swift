/// How long each stage of a run took, in the order of the stages.
package struct StageTimes: Sendable {
  package struct Stage: Sendable {
    package let name: String
    /// Wall-clock seconds.
    package let seconds: Double
  }

  package private(set) var stages: [Stage] = []
  private let clock = ContinuousClock()

  package init() {}

  /// Runs a stage and notes how long it took.
  mutating func measure<Value, Failure: Error>(
    _ name: String, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let start = clock.now
    defer {
      let parts = (clock.now - start).components
      stages.append(Stage(name: name, seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18))
    }
    return try work()
  }
}
