import PostMortems
import Testing

@testable import Exchange

@Suite("Issues that tell of incidents, and texts that only look like people")
struct TrackerIncidentTests {
  private static let issue = #"""
    {"number":12,"title":"Login fails","state":"closed","state_reason":"completed","html_url":"https://github.com/shop/web/issues/12","created_at":"2026-05-01T08:00:00Z","closed_at":"2026-05-02T09:00:00Z","labels":[{"name":"type: incident"},{"name":"service:login"}],"body":"Nobody could log in.","comments":[{"author":{"login":"ivarga"},"body":"Restarted the pool","createdAt":"2026-05-01T08:30:00Z"}]}
    """#
  private static let ticket = #"""
    {"issue":{"key":"OPS-7","self":"https://shop.atlassian.net/rest/api/3/issue/7","fields":{"summary":"Mail late","issuetype":{"name":"Task"},"status":{"name":"Done","statusCategory":{"key":"done"}},"created":"2026-05-01T10:00:00.000+0200","resolutiondate":"2026-05-01T12:00:00.000+0200","components":[{"name":"mail"}],"priority":{"name":"High"}}}}
    """#

  @Test func areDraftsWhereTheUserNamesTheTracker() {
    let github = IncidentMerge.incidents(of: yield([Self.issue], from: .github), settings: Settings()).incidents
    #expect(
      github.map { $0.labelled().incident.lines } == [
        [
          "# Login fails", "started 2026-05-01T08:00:00Z", "services login",
          "2026-05-01T08:00:00Z Issue opened < github",
          "2026-05-01T08:30:00Z responder: Restarted the pool < github",
          "2026-05-02T09:00:00Z Issue closed < github",
        ]
      ])
    let jira = IncidentMerge.incidents(of: yield([Self.ticket], from: .jira), settings: Settings()).incidents
    #expect(
      jira.map(\.lines) == [
        [
          "# Mail late", "started 2026-05-01T08:00:00Z", "resolved 2026-05-01T10:00:00Z", "services mail",
          "severity High", "2026-05-01T08:00:00Z Issue opened < jira", "2026-05-01T10:00:00Z Issue resolved < jira",
        ]
      ])
  }

  @Test func areOnlyTicketsWhereNobodyAsks() {
    let read = yield([Self.issue])
    #expect(read.incidents.isEmpty && read.tickets.count == 1)
    #expect(read.problems.map(\.message) == ["1 issue is marked as an incident; '--from github' makes a draft of each"])
    #expect(yield([Self.ticket]).problems.isEmpty)
  }

  @Test(arguments: [
    "postgres://app@db.shop.test:5432/pay is slow", "@Override was missing", "the @app.route(\"/x\") handler",
    "amqp://guest:(redacted)@mq.internal/x", "lodash@4.17.21 and @babel/core",
  ]) func addressesAndAnnotationsAreNobody(_ text: String) {
    var redaction = Redaction(people: [:], settings: Settings())
    #expect(redaction.clean(text) == text)
  }

  @Test(arguments: ["ask @kim_lee", "(@kim)", "cc:@Kim", "mail kim@shop.test"])
  func mentionsAndMailboxesAreSomebody(_ text: String) {
    var redaction = Redaction(people: [:], settings: Settings())
    #expect(!redaction.clean(text).lowercased().contains("kim"))
  }

  @Test func theTimeBeforeATracebackIsItsRow() {
    let log = """
      2026-03-02T10:00:00,250Z ERROR worker 7 gave up
      Traceback (most recent call last):
        File "/srv/app/a.py", line 1, in f
      KeyError: 'x'
      """
    let read = yield([log])
    #expect(read.looseEvents.map(\.line) == ["row 2026-03-02T10:00:00Z ERROR worker 7 gave up: KeyError: 'x'"])
  }

  @Test func whatADocumentHoldsBesideTheIncidentIsReadToo() {
    let pagerDuty = #"""
      {"incident":{"id":"P9","incident_number":9,"title":"Mail late","status":"triggered","urgency":"low","created_at":"2026-05-01T08:00:00Z","service":{"summary":"mail"},"escalation_policy":{}},"notes":[{"id":"N","user":{"summary":"Ada Quill","type":"user_reference"},"content":"Queue is full","created_at":"2026-05-01T08:10:00Z"}]}
      """#
    #expect(
      merged([pagerDuty]).map { $0.rows.map(\.text) } == [
        ["Incident triggered: Mail late", "responder: Queue is full"]
      ])
    let grafana = #"""
      {"incident":{"incidentID":"i1","title":"Slow","isDrill":false,"createdTime":"2026-05-01T08:00:00Z","status":"active"},"activityItems":[{"activityItemID":"a","incidentID":"i1","activityKind":"userNote","body":"Found it","createdTime":"2026-05-01T08:05:00Z"}]}
      """#
    #expect(merged([grafana]).map { $0.rows.map(\.text) } == [["Incident declared in Grafana", "Found it"]])
  }
}
