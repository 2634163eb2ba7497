import Statistics
import Testing

@Suite struct TwoPeriodTestTests {
  private func test(_ earlier: Int, _ later: Int, days: Double = 30, _ laterDays: Double = 30) throws -> TwoPeriodTest {
    try #require(
      TwoPeriodTest(
        earlier: .init(count: earlier, exposure: days), later: .init(count: later, exposure: laterDays)))
  }

  @Test(arguments: [
    (5, 10, 0.3018), (4, 12, 0.0768), (10, 20, 0.0987), (12, 24, 0.0652), (30, 40, 0.2820), (30, 50, 0.0330),
    (0, 6, 0.0313), (0, 0, 1), (7, 7, 1),
  ])
  func givesTheTabulatedPValuesForEqualLengths(earlier: Int, later: Int, p: Double) throws {
    #expect(agrees(try test(earlier, later).pValue, p))
  }

  @Test(arguments: [
    (5, 10, 31, 28, 0.1953), (8, 3, 90, 275, 0.0011), (3, 12, 59, 306, 0.7227), (2, 0, 30, 1, 1),
    (3, 12, 1, 10, 0.1502),
  ])
  func weighsUnequalLengths(earlier: Int, later: Int, days: Int, laterDays: Int, p: Double) throws {
    #expect(agrees(try test(earlier, later, days: Double(days), Double(laterDays)).pValue, p))
  }

  /// With p₀ = 1/3 the two likeliest splits of these totals are exactly as likely as each other.
  @Test(arguments: [(0, 2), (1, 1), (1, 4), (2, 3), (2, 6), (3, 5), (6, 14), (7, 13)])
  func countsSplitsThatAreEquallyLikely(earlier: Int, later: Int) throws {
    #expect(agrees(try test(earlier, later, days: 1, 2).pValue, 1))
  }

  @Test func doesNotEstablishADoublingFromTenToTwenty() throws {
    let doubling = try test(10, 20)
    #expect(doubling.rateRatio == 2)
    #expect(doubling.comparison.phrase == "not distinguishable from no change (p=0.0987)")
  }

  @Test func namesTheDirectionOfAnEstablishedChange() throws {
    #expect(try test(30, 50).comparison.phrase == "higher (p=0.0330)")
    #expect(try test(50, 30).comparison.phrase == "lower (p=0.0330)")
    // More events, yet fewer a day.
    #expect(try test(8, 12, days: 30, 300).comparison.phrase == "lower (p=0.0002)")
  }

  @Test func hasNotEnoughWhereNoSplitCouldFire() throws {
    #expect(try test(0, 5).comparison == .notEnough)
    #expect(try test(0, 0).comparison == .notEnough)
    #expect(try test(0, 6).comparison.isEstablished)
    #expect(try !test(3, 3).comparison.isEstablished)
    #expect(try test(3, 3).comparison != .notEnough)
  }

  @Test func isSymmetricInTime() throws {
    for earlier in 0...25 {
      #expect(abs(try test(earlier, 9, days: 31, 28).pValue - test(9, earlier, days: 28, 31).pValue) < 1e-12)
    }
  }

  /// The chance of naming a change that is not there, summed over all splits.
  @Test(arguments: [6, 11, 30, 77, 200], [0.1, 0.37, 0.5])
  func namesAChangeThatIsNotThereInAtMostFivePercent(total: Int, share: Double) throws {
    let one = try test(total / 2, total - total / 2, days: share, 1 - share)
    let errorRate = try #require(one.power(ofRatio: 1))
    #expect(errorRate <= 0.05)
  }

  @Test func knowsItsPower() throws {
    #expect(agrees(try test(10, 20).power(ofRatio: 2), 0.4318))
    #expect(agrees(try test(40, 40).power(ofRatio: 2), 0.8190))
    #expect(agrees(try test(25, 35, days: 31, 28).power(ofRatio: 2), 0.7190))
    #expect(agrees(try test(0, 5).power(ofRatio: 10), 0))
    #expect(try test(10, 20).power(ofRatio: 0) == nil)
  }

  @Test func needsExposureInBothPeriods() {
    for exposure in [0, -1, Double.nan, .infinity] {
      #expect(TwoPeriodTest(earlier: .init(count: 1, exposure: exposure), later: .init(count: 1, exposure: 1)) == nil)
      #expect(TwoPeriodTest(earlier: .init(count: 1, exposure: 1), later: .init(count: 1, exposure: exposure)) == nil)
    }
  }

  @Test func hasNoRatioToAPeriodWithoutEvents() throws {
    #expect(try test(0, 8).rateRatio == nil)
  }

  @Test func staysExactForThousands() throws {
    #expect(abs(try test(500, 700).pValue / 8.535366081034316e-09 - 1) < 1e-6)
  }
}
