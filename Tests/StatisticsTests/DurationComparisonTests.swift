import Statistics
import Testing

@Suite struct DurationComparisonTests {
  private let earlier: [Double] = [
    12, 35, 35, 48, 60, 75, 90, 90, 120, 150, 180, 200, 240, 300, 360, 420, 500, 610, 720, 1440, 35,
  ]
  private let later: [Double] = [5, 8, 15, 20, 20, 25, 30, 35, 35, 40, 45, 60, 60, 75, 90, 90, 120, 150, 240, 480]

  @Test func agreesWithTheTestUnderTies() throws {
    let test = try #require(MannWhitneyTest(earlier: earlier, later: later))
    #expect(test.u == 102)
    #expect(agrees(test.z, -2.8086))
    #expect(agrees(test.pValue, 0.0050))
    #expect(agrees(test.pValue, 0.00497585693, places: 9))
  }

  @Test func agreesWithTheTestWithoutTies() throws {
    let test = try #require(MannWhitneyTest(earlier: [4, 1, 3, 2], later: [7, 2.5, 5, 3.5, 6]))
    #expect(test.u == 17)
    #expect(agrees(test.pValue, 0.1113))
  }

  @Test func estimatesTheRatioOfTheDurations() throws {
    let estimate = try #require(HodgesLehmannRatio(earlier: earlier, later: later))
    #expect(agrees(estimate.ratio, 1 / 3.0))
    #expect(agrees(estimate.interval?.lower, 0.1458))
    #expect(agrees(estimate.interval?.upper, 0.6667))
  }

  @Test func findsTheRatioThatSeparatesTheSamples() throws {
    let estimate = try #require(HodgesLehmannRatio(earlier: earlier, later: earlier.map { $0 * 2.5 }))
    #expect(agrees(estimate.ratio, 2.5))
    #expect(estimate.interval?.contains(2.5) == true)
  }

  @Test func takesTheMeanOfTheMiddleTwoRatiosOnTheLogScale() throws {
    #expect(agrees(try #require(HodgesLehmannRatio(earlier: [1], later: [2, 8])).ratio, 4))
  }

  @Test func invertsTheRatioWhenThePeriodsAreSwapped() throws {
    let one = try #require(DurationComparison(earlier: earlier, later: later, resolution: 1))
    let other = try #require(DurationComparison(earlier: later, later: earlier, resolution: 1))
    #expect(agrees(one.ratio.ratio * other.ratio.ratio, 1, places: 10))
    let (low, high) = (try #require(one.ratio.interval), try #require(other.ratio.interval))
    #expect(agrees(low.lower * high.upper, 1, places: 10))
    #expect(one.test.pValue == other.test.pValue)
    #expect(one.comparison.phrase == "lower (p=0.0050)")
    #expect(other.comparison.phrase == "higher (p=0.0050)")
  }

  @Test func needsTwentyDurationsInBothPeriods() throws {
    let short = try #require(DurationComparison(earlier: earlier, later: Array(later.dropLast()), resolution: 1))
    #expect(short.comparison == .notEnough)
  }

  @Test func saysNothingWhenAllDurationsAreEqual() throws {
    let same = [Double](repeating: 30, count: 20)
    let comparison = try #require(DurationComparison(earlier: same, later: same, resolution: 1))
    #expect(comparison.comparison == .notDistinguishable(p: 1))
    #expect(comparison.ratio.ratio == 1)
    #expect(comparison.ratio.interval?.contains(1) == true)
  }

  @Test func countsADurationOfNoneAsTheResolution() throws {
    let comparison = try #require(DurationComparison(earlier: [0, 0, 0], later: [2, 2, 2], resolution: 0.5))
    #expect(agrees(comparison.ratio.ratio, 4))
    #expect(comparison.ratio.interval == nil)
  }

  @Test func refusesWhatIsNoDuration() {
    #expect(DurationComparison(earlier: [], later: [1], resolution: 1) == nil)
    #expect(DurationComparison(earlier: [1], later: [-1], resolution: 1) == nil)
    #expect(DurationComparison(earlier: [1], later: [.nan], resolution: 1) == nil)
    #expect(DurationComparison(earlier: [1], later: [.infinity], resolution: 1) == nil)
    #expect(DurationComparison(earlier: [1], later: [1], resolution: 0) == nil)
    #expect(MannWhitneyTest(earlier: [.nan], later: [1]) == nil)
    #expect(HodgesLehmannRatio(earlier: [0], later: [1]) == nil)
  }

  /// Durations of one distribution: a change is named, and the ratio's interval misses 1, in about one run in twenty.
  @Test func namesAChangeThatIsNotThereInAboutFivePercent() throws {
    var numbers = RepeatableNumbers(seed: 7)
    var (named, missed) = (0, 0)
    for _ in 0..<1000 {
      let earlier = (0..<20).map { _ in 1 / numbers.next() }
      let later = (0..<25).map { _ in 1 / numbers.next() }
      let comparison = try #require(DurationComparison(earlier: earlier, later: later, resolution: 0.001))
      let excluded = comparison.ratio.interval?.contains(1) == false
      #expect(comparison.comparison.isEstablished == excluded)
      named += comparison.comparison.isEstablished ? 1 : 0
      missed += excluded ? 1 : 0
    }
    #expect((30...65).contains(named))
    #expect((30...65).contains(missed))
  }

  @Test func comparesTensOfThousandsOfDurations() throws {
    var numbers = RepeatableNumbers(seed: 11)
    let earlier = (0..<20_000).map { _ in 1 / numbers.next() }
    let later = (0..<20_000).map { _ in 1.2 / numbers.next() }
    let comparison = try #require(DurationComparison(earlier: earlier, later: later, resolution: 0.001))
    #expect(comparison.ratio.interval?.contains(1.2) == true)
    #expect(comparison.comparison.isEstablished)
  }
}
