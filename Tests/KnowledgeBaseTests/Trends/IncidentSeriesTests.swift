import KnowledgeBase
import PostMortems
import Statistics
import TestSupport
import Testing

struct IncidentSeriesTests {
  @Test func doublingFromTenToTwentyIsNotDistinguishable() throws {
    let trends = try twoQuarters(10, 20)
    let metric = try trends.metric("incidents-change")
    #expect(metric.period == "2025-Q3..2025-Q4")
    #expect(metric.value == .change(earlier: 10, later: 20))
    #expect(metric.comparison?.verdict == "not distinguishable")
    #expect(FixedFormat.pValue(try #require(metric.comparison?.pValue)) == "p=0.0987")
    #expect(metric.rows.count == 30)
  }

  @Test func thirtyAgainstFiftyIsHigher() throws {
    let metric = try twoQuarters(30, 50).metric("incidents", period: "2025-Q4")
    #expect(metric.value == .count(50))
    #expect(metric.comparison?.verdict == "higher")
    #expect(FixedFormat.pValue(try #require(metric.comparison?.pValue)) == "p=0.0330")
  }

  @Test func marksTheRunningPeriodAndCountsOnlyItsElapsedDays() throws {
    let newest = try #require(try twoQuarters(2, 3).quarters.columns.last)
    #expect(newest.period.label == "2026 Q1")
    #expect(newest.isRunning)
    #expect(newest.elapsedDays == 15)
  }

  @Test func aPeriodIsFullOnTheDayAfterItsLast() throws {
    let quarter = Period(.quarter, containing: try day("2025-12-31"))
    #expect(quarter.isRunning(asOf: try day("2025-12-31")))
    #expect(!quarter.isRunning(asOf: try day("2026-01-01")))
  }

  @Test func comparesNothingBeforeTheRecordHoldsTwoFullQuarters() throws {
    var incidents = Incidents()
    incidents.add(9, from: try day("2025-11-03"), prefix: "only")
    let trends = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
    #expect(trends.comparison == nil)
    #expect(trends.change.value == .none)
    #expect(trends.change.comparison == .notEnough)
  }

  @Test func countsDrillsNearMissesDraftsAndUndatedOnesApart() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-07-01", "severity: SEV1")
    incidents.add("b", "2025-07-02", "kind: drill")
    incidents.add("c", "2025-07-03", "kind: near-miss")
    incidents.add("d", "2025-07-04", "status: draft")
    incidents.add("e", "2027-07-04")
    incidents.file("f.md", "# No date\n")
    let sample = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).sample
    #expect(sample.incidents.count == 1)
    #expect(
      sample.excluded == [
        Exclusion("drill, counted apart", 1), Exclusion("near miss, counted apart", 1), Exclusion("not published", 1),
        Exclusion("no date", 1), Exclusion("dated after the as-of day", 1),
      ])
  }

  @Test func splitsAPeriodBySeverityWithWhatIsNotStatedLast() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-07-01", "severity: SEV3")
    incidents.add("b", "2025-07-01", "severity: SEV1")
    incidents.add("c", "2025-07-01")
    let series = Trends(incidents.corpus.knowledgeBase(asOf: try day("2025-10-15"))).quarters
    #expect(series.severities == ["SEV1", "SEV3", "not stated"])
    #expect(series.columns.first?.bySeverity.map(\.count) == [1, 1, 1])
  }

  @Test func monthsOfUnequalLengthHaveRatesPerDay() throws {
    var incidents = Incidents()
    incidents.add(14, from: try day("2025-02-01"), prefix: "feb")
    incidents.add(15, from: try day("2025-03-01"), prefix: "mar")
    let columns = Trends(incidents.corpus.knowledgeBase(asOf: try day("2025-04-15"))).months.columns
    #expect(columns.map(\.elapsedDays) == [28, 31, 15])
    #expect(columns[0].perDay == 0.5)
  }

  @Test func aScopeHoldsItsServiceAlone() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-07-01", "services: [checkout]")
    incidents.add("b", "2025-07-01", "services: [search]")
    let base = incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))
    #expect(
      Trends(TrendFacts(base), scope: .service("checkout")).sample.incidents.map { base.postMortems[$0].id } == ["a"])
  }
}
