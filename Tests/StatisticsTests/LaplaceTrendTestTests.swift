import Statistics
import Testing

@Suite struct LaplaceTrendTestTests {
  private let times: [Double] = [10, 40, 90, 150, 200, 230, 260, 300, 320, 340, 350, 360]

  @Test func givesTheTabulatedTrend() throws {
    let trend = try #require(LaplaceTrendTest(times: times, duration: 365))
    #expect(agrees(trend.u, 1.2603))
    #expect(agrees(trend.pValue, 0.2076))
    #expect(trend.comparison.phrase == "not distinguishable from no change (p=0.2076)")
  }

  @Test func turnsItsSignWhenTimeIsReversed() throws {
    let forward = try #require(LaplaceTrendTest(times: times, duration: 365))
    let backward = try #require(LaplaceTrendTest(times: times.map { 365 - $0 }, duration: 365))
    #expect(abs(forward.u + backward.u) < 1e-12)
    #expect(abs(forward.pValue - backward.pValue) < 1e-12)
  }

  @Test func namesEventsThatComeEverFaster() throws {
    let late = (1...12).map { 365 * (1 - 1 / Double($0 * $0)) }
    #expect(try #require(LaplaceTrendTest(times: late, duration: 365)).comparison.phrase.hasPrefix("higher"))
    let early = late.map { 365 - $0 }
    #expect(try #require(LaplaceTrendTest(times: early, duration: 365)).comparison.phrase.hasPrefix("lower"))
  }

  @Test func namesNoTrendBelowTenEvents() throws {
    let late = [Double](repeating: 364, count: 9)
    #expect(try #require(LaplaceTrendTest(times: late, duration: 365)).comparison == .notEnough)
    #expect(try #require(LaplaceTrendTest(times: late + [364], duration: 365)).comparison.isEstablished)
  }

  @Test func doesNotDependOnTheOrderOfTheEvents() {
    let thirds = times.map { $0 / 3 }
    let one = LaplaceTrendTest(times: thirds, duration: 125)
    #expect(one == LaplaceTrendTest(times: thirds.reversed(), duration: 125))
  }

  @Test func refusesWhatItCannotPlace() {
    #expect(LaplaceTrendTest(times: [], duration: 365) == nil)
    #expect(LaplaceTrendTest(times: [1], duration: 0) == nil)
    #expect(LaplaceTrendTest(times: [366], duration: 365) == nil)
    #expect(LaplaceTrendTest(times: [-1], duration: 365) == nil)
    #expect(LaplaceTrendTest(times: [.nan], duration: 365) == nil)
  }
}
