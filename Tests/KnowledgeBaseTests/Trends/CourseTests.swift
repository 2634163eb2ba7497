import KnowledgeBase
import PostMortems
import Statistics
import TestSupport
import Testing

struct CourseTests {
  @Test func sharesOfDetectionLeaveTheUnknownOut() throws {
    var incidents = Incidents()
    for (number, source) in ["alert", "synthetic-check", "customer", "unknown", "tarot"].enumerated() {
      incidents.add("i\(number)", "2025-12-0\(number + 1)", "detection: {source: \(source)}")
    }
    let detection = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).detection
    #expect(detection.share(.monitoring) == Share(2, of: 3))
    #expect(detection.share(.customers) == Share(1, of: 3))
    #expect(
      detection.excluded == [
        Exclusion("detection source unknown or not stated", 1), Exclusion("detection source 'tarot' in no group", 1),
      ])
  }

  @Test func aDurationNeedsTwoTimesInOrder() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-12-01T10:00Z", "mitigated: 2025-12-01T10:30Z")
    incidents.add("b", "2025-12-02T10:00Z", "mitigated: 2025-12-02T09:00Z")
    incidents.add("c", "2025-12-03", "mitigated: 2025-12-03T09:00Z")
    incidents.add("d", "2025-12-04T10:00Z")
    let strip = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).strips[1]
    #expect(strip.groups.flatMap { $0.summary.durations.map(\.minutes) } == [30])
    #expect(
      Set(strip.excluded) == [
        Exclusion("times out of order", 1), Exclusion("known to the day only", 1),
        Exclusion("end time not stated", 1),
      ])
  }

  @Test func aMedianIsStatedFromTwentyOn() throws {
    for (count, isStated) in [(19, false), (20, true)] {
      var incidents = Incidents()
      for number in 0..<count {
        incidents.add("i\(number)", "2025-11-01T10:00Z", "detected: 2025-11-01T10:\(number + 10)Z")
      }
      let trends = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
      let group = try #require(trends.strips[0].groups.first { $0.period.id == "2025-Q4" })
      #expect((group.summary.median != nil) == isStated)
      #expect((group.summary.medianInterval != nil) == isStated)
    }
  }

  @Test func aMitigationThatDidNotWorkHasNoTime() throws {
    var incidents = Incidents()
    incidents.add(
      "a", "2025-12-01T10:00Z",
      "mitigations: [{type: restart, at: 2025-12-01T10:05Z, worked: false}, {type: rollback, at: 2025-12-01T10:40Z}]")
    let kinds = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).mitigations.kinds
    #expect(kinds.map(\.name) == ["restart", "rollback"])
    #expect(kinds.map { $0.times.durations.map(\.minutes) } == [[], [40]])
    #expect(kinds.map(\.failures.count) == [1, 0])
  }

  @Test func aControlThatFailedIsAGapAndOneThatWorkedIsNone() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-12-01", "controls: {canary: absent, alert: worked}")
    incidents.add("b", "2025-12-02", "controls: {canary: failed, timeout: unknown}")
    incidents.add("c", "2025-12-03")
    let trends = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
    #expect(try trends.metric("control-gap.canary").value == .share(Share(2, of: 2)))
    #expect(try trends.metric("control-gap.alert").value == .share(Share(0, of: 2)))
    #expect(trends.controls.excluded == [Exclusion("no control stated", 1)])
  }

  @Test func barsAreSortedAndTheUnknownIsNoBar() throws {
    var incidents = Incidents()
    for (number, trigger) in ["config", "deploy", "deploy", "unknown"].enumerated() {
      incidents.add("i\(number)", "2025-12-0\(number + 1)", "trigger: \(trigger)")
    }
    let triggers = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).triggers
    #expect(triggers.bars.map(\.slug) == ["deploy", "config"])
    #expect(triggers.unknown.count == 1)
  }

  @Test func theHourTableNeedsFiftyStartingTimes() throws {
    for (count, isLargeEnough) in [(49, false), (50, true)] {
      var incidents = Incidents()
      incidents.add(count, from: try day("2025-11-03"), prefix: "i")
      let hours = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).hours
      #expect(hours.isLargeEnough == isLargeEnough)
      #expect(hours.cells.joined().map(\.count).reduce(0, +) == count)
    }
  }

  @Test func aStartOnMondayAtEightStandsInItsCell() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-12-01T08:59Z")
    let hours = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).hours
    #expect(hours.cells[0][8].count == 1)
  }
}

struct AdjustedVerdictTests {
  /// Times to detect differ clearly; the other two phases do not differ at all.
  @Test func oneChangeOfThreePhasesPaysForThreeTests() throws {
    var incidents = Incidents()
    for number in 0..<20 {
      let minutes = number + 10
      let fields = "mitigated: %T12:\(minutes)Z\nresolved: %T13:\(minutes)Z\ndetected: %T10:"
      let (early, late) = ("2025-08-01", "2025-11-01")
      incidents.add("e\(number)", "\(early)T10:00Z", fields.replacing("%", with: early) + "\(minutes)Z")
      incidents.add("l\(number)", "\(late)T10:00Z", fields.replacing("%", with: late) + "\(minutes + 9)Z")
    }
    let strips = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))).strips
    let raw = try #require(strips[0].comparison?.test.pValue)
    #expect(abs(try #require(strips[0].verdict.pValue) - 3 * raw) < 1e-12)
    #expect(strips[1].verdict.pValue == 1)
    #expect(strips[0].verdict.verdict == "higher")
  }
}
