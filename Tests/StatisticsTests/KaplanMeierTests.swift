import Statistics
import Testing

@Suite struct KaplanMeierTests {
  private func curve(finished: [Double], open: [Double] = []) throws -> KaplanMeier {
    try #require(
      KaplanMeier(
        open.map { .init(time: $0, isCensored: true) } + finished.map { .init(time: $0, isCensored: false) }))
  }

  private func mixed() throws -> KaplanMeier {
    try curve(finished: [3, 5, 8, 10, 15, 18, 21, 25, 34], open: [5, 12, 21, 30, 40, 44])
  }

  @Test func stepsDownAtEachFinishedItem() throws {
    let curve = try mixed()
    #expect(curve.steps.map(\.time) == [3, 5, 8, 10, 15, 18, 21, 25, 34])
    #expect(curve.steps.map(\.atRisk) == [15, 14, 12, 11, 9, 8, 7, 5, 3])
    let expected = [0.9333, 0.8667, 0.7944, 0.7222, 0.6420, 0.5617, 0.4815, 0.3852, 0.2568]
    for (step, survival) in zip(curve.steps, expected) { #expect(agrees(step.survival, survival)) }
    #expect((curve.count, curve.censoredCount) == (15, 6))
  }

  @Test func givesEachStepItsInterval() throws {
    let steps = try mixed().steps
    let lower = [0.6126, 0.5639, 0.4879, 0.4172, 0.3386, 0.2688, 0.2062, 0.1333, 0.0502]
    let upper = [0.9903, 0.9649, 0.9289, 0.8859, 0.8341, 0.7763, 0.7129, 0.6366, 0.5391]
    for (index, step) in steps.enumerated() {
      #expect(agrees(step.interval?.lower, lower[index]))
      #expect(agrees(step.interval?.upper, upper[index]))
    }
  }

  @Test func boundsTheMedianFromBelowOnlyWhileTooFewHaveFinished() throws {
    let curve = try mixed()
    #expect(curve.median == 21)
    #expect(curve.medianInterval == Interval(lower: 8, upper: .infinity, coverage: 0.95))
  }

  @Test func boundsTheMedianOnBothSidesWhenEnoughHaveFinished() throws {
    let curve = try curve(finished: (1...40).map(Double.init))
    #expect(curve.median == 20)
    #expect(curve.medianInterval == Interval(lower: 14, upper: 26, coverage: 0.95))
  }

  @Test func readsTheCurveBetweenItsSteps() throws {
    let curve = try mixed()
    #expect(curve.survival(at: 2.9) == 1)
    #expect(agrees(curve.survival(at: 20), 0.5617))
    #expect(agrees(curve.survival(at: 1000), 0.2568))
  }

  @Test func hasNoMedianWhenEverythingIsOpen() throws {
    let curve = try curve(finished: [], open: [3, 9, 27])
    #expect(curve.median == nil)
    #expect(curve.medianInterval == nil)
    #expect(curve.steps.isEmpty)
    #expect(curve.survival(at: 100) == 1)
  }

  @Test func takesExactlyOneHalfAsTheMedian() throws {
    for count in stride(from: 2, through: 200, by: 2) {
      #expect(try curve(finished: (1...count).map(Double.init)).median == Double(count / 2))
    }
  }

  @Test func hasNoIntervalWhenAllFinishAtOnce() throws {
    let curve = try curve(finished: [4, 4, 4])
    #expect(curve.median == 4)
    #expect(curve.steps.map(\.survival) == [0])
    #expect(curve.medianInterval == nil)
  }

  @Test func countsItemsStillOpenAtAFinishingTimeAsAtRisk() throws {
    let curve = try curve(finished: [5], open: [5])
    #expect(curve.steps.first?.survival == 0.5)
  }

  @Test func risesWhenOpenItemsAreNotDropped() throws {
    let dropped = try curve(finished: [1, 2, 3, 4, 5])
    let kept = try curve(finished: [1, 2, 3, 4, 5], open: [6, 6, 6])
    #expect(dropped.median == 3)
    #expect(kept.median == 4)
  }

  @Test func refusesWhatIsNoTime() {
    #expect(KaplanMeier([]) == nil)
    #expect(KaplanMeier([.init(time: -1, isCensored: false)]) == nil)
    #expect(KaplanMeier([.init(time: .nan, isCensored: true)]) == nil)
  }
}
