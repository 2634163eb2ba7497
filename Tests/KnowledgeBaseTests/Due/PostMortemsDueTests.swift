import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// Who owes a post-mortem on 1 June 2026.
@Suite("Who owes a post-mortem")
struct PostMortemsDueTests {
  private static let corpus = """
    -- debrief.yml --
    services: {proxy: {title: Edge proxy, tier: gold}, basket: {title: Basket}}
    policy: {due: {tier: [gold]}}
    waivers: {W-1: a rehearsal for the status page}
    -- a.md --
    ---
    id: PM-1
    started: 2026-04-01T10:00Z
    resolved: 2026-04-01T11:00Z
    services: [basket]
    source: {system: pagerduty, id: P1}
    ---
    -- b.md --
    ---
    id: PM-2
    started: 2026-04-02T10:00Z
    links: {ticket: OPS-7, page: https://x.example.org/incidents/PT4KHLK}
    ---
    -- c.md --
    ---
    id: PM-3
    status: draft
    started: 2026-05-30T10:00Z
    source: {system: pagerduty, id: D1}
    ---
    """

  private func verdict(_ id: String, corpus: String = Self.corpus, _ change: (inout IncidentRecord) -> Void = { _ in })
    -> DueVerdict
  {
    var record = IncidentRecord(source: ImportSource(system: "pagerduty", id: id), title: "Checkout down")
    change(&record)
    return PostMortemsDue(Corpus(corpus).knowledgeBase()).verdict(of: record)
  }

  private func instant(_ day: String, minute: Int64 = 0) -> Instant? {
    Day(iso: day).map { Instant(seconds: $0.instant.seconds + minute * 60) }
  }

  @Test func isOwedWhileThereIsTimeAndLateAfterwards() {
    let owed = verdict("X") {
      $0.severity = "sev-1"
      $0.ended = instant("2026-05-25")
    }
    #expect(owed.verdict == .owed && owed.rule == "severity" && owed.due?.iso == "2026-06-08" && owed.lateDays == nil)
    let late = verdict("X") {
      $0.severity = "SEV1"
      $0.ended = instant("2026-05-17")
    }
    #expect(late.verdict == .late && late.due?.iso == "2026-05-31" && late.lateDays == 1)
  }

  @Test func isOwedOnTheLastDay() {
    let verdict = verdict("X") {
      $0.severity = "SEV2"
      $0.ended = instant("2026-05-18")
    }
    #expect(verdict.verdict == .owed && verdict.due?.iso == "2026-06-01")
  }

  @Test(arguments: ["severity", "data_loss", "found_by", "tier", "rollback", "responders", "downtime_minutes"])
  func namesTheCriterion(rule: String) {
    let verdict = verdict("X") { meet(rule, &$0) }
    #expect(verdict.isOpen && verdict.rule == rule, "\(verdict.rule)")
  }

  private func meet(_ rule: String, _ record: inout IncidentRecord) {
    switch rule {
    case "severity": record.severity = "SEV2"
    case "data_loss": record.dataLoss = "two hours of orders were lost"
    case "found_by": record.detection = "customer"
    case "tier": record.services = ["Edge Proxy"]
    case "rollback": record.rollback = "rolled back"
    case "responders": record.responders = 5
    default:
      record.started = Instant(seconds: 1_780_000_000)
      record.ended = Instant(seconds: 1_780_000_000 + 30 * 60)
    }
  }

  @Test func isNotDueBelowEveryCriterion() {
    let verdict = verdict("X") {
      $0.severity = "SEV4"
      $0.detection = "alert"
      $0.responders = 4
      $0.started = Instant(seconds: 1_780_000_000)
      $0.ended = Instant(seconds: 1_780_000_000 + 29 * 60)
    }
    #expect(verdict.verdict == .notDue && verdict.rule == "none" && verdict.due == nil)
    #expect(verdict.reason == "no criterion of the policy is met at SEV4")
  }

  @Test func saysThatASeverityIsNotOnTheScale() {
    #expect(verdict("X") { $0.severity = "high" }.reason.contains("'high' is none of SEV1"))
  }

  @Test func takesAnotherSystemsWordsWhereThePolicyNamesThem() {
    let corpus = "-- debrief.yml --\npolicy: {due: {severity: [SEV1, P1]}}\n-- a.md --\n# A\n"
    #expect(verdict("X", corpus: corpus) { $0.severity = "P1" }.rule == "severity")
    #expect(verdict("X", corpus: corpus) { $0.severity = "P2" }.verdict == .notDue)
  }

  @Test func isWrittenByKeyAddressOrServiceAndTime() {
    #expect(verdict("P1").rule == "source" && verdict("P1").verdict == .written)
    #expect(verdict("OPS-7").rule == "link" && verdict("PT4KHLK").rule == "link")
    #expect(verdict("pm-2").rule == "id")
    let overlapping = verdict("X") {
      $0.services = ["Basket"]
      $0.started = instant("2026-04-01", minute: 11 * 60 + 10)
    }
    #expect(overlapping.rule == "service-and-time" && overlapping.verdict == .written)
  }

  @Test func isNotWrittenByAnotherServiceOrAnotherHour() {
    let elsewhere = verdict("X") {
      $0.services = ["proxy"]
      $0.started = instant("2026-04-01", minute: 10 * 60)
    }
    #expect(elsewhere.verdict == .late)
    let afterwards = verdict("X") {
      $0.services = ["basket"]
      $0.started = instant("2026-04-01", minute: 12 * 60)
    }
    #expect(afterwards.verdict == .notDue)
  }

  @Test func owesWhatIsOnlyADraft() {
    let verdict = verdict("D1") {
      $0.severity = "SEV1"
      $0.ended = instant("2026-05-30")
    }
    #expect(verdict.verdict == .owed && verdict.postMortem != nil)
    #expect(verdict.reason.hasSuffix("its post-mortem is still a draft"))
  }

  @Test func clearsOneIncidentByItsWaiver() {
    let change: (inout IncidentRecord) -> Void = { $0.severity = "SEV1" }
    #expect(verdict("W-1", change).verdict == .waived && verdict("W-1", change).reason.contains("a rehearsal"))
    #expect(verdict("W-2", change).verdict == .owed)
  }

  @Test func asksForNothingAfterADrill() {
    let verdict = verdict("X") {
      $0.severity = "SEV1"
      $0.isDrill = true
    }
    #expect(verdict.verdict == .notDue && verdict.rule == "drill")
  }

  @Test func saysWhereTheShortFormIsEnough() {
    #expect(
      verdict("X") {
        $0.severity = "SEV4"
        $0.rollback = "rolled back"
      }.isMinorEnough)
    #expect(
      !verdict("X") {
        $0.severity = "SEV4"
        $0.dataLoss = "data was lost"
      }.isMinorEnough)
    #expect(!verdict("X") { $0.rollback = "rolled back" }.isMinorEnough)
  }

  @Test func putsTheLatestFirst() {
    let due = PostMortemsDue(Corpus(Self.corpus).knowledgeBase())
    let records = [("P1", nil), ("S", "2026-05-28"), ("L", "2026-03-01"), ("M", "2026-05-01"), ("W-1", "2026-05-01")]
      .map {
        id, day -> IncidentRecord in
        var record = IncidentRecord(source: ImportSource(system: "pagerduty", id: id), title: id)
        record.severity = "SEV1"
        record.ended = day.flatMap { instant($0) }
        return record
      }
    #expect(due.verdicts(of: records).map(\.incident.id) == ["L", "M", "S", "P1", "W-1"])
  }
}
