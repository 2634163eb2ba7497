import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Drafts")
struct DraftReaderTests {
  private func draft(_ text: String, path: String = "a.md", settings: Settings = Settings()) -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: path, text: text)), settings: settings)
  }

  @Test func readsTheWholeFrontMatter() {
    let fields = draft(
      """
      ---
      schema: 1
      id: PM-2026-001
      title: Checkout down
      status: published
      kind: incident
      severity: SEV1
      services: [checkout, payments]
      teams:
      - shop
      timezone: Europe/Berlin
      started: 2026-07-02T15:42
      detected: 2026-07-02T13:45Z
      acknowledged:
      mitigated: 2026-07-02T14:09Z
      detection: {source: alert, alert: HighErrorRate, first_seen_by: monitoring}
      trigger: deploy
      root_causes: [full-disk]
      contributing_factors: [no-canary, {text: Logs were verbose, introduced: 2026-06-01}]
      mitigations: [{type: rollback, at: 2026-07-02T14:07Z, automated: false, worked: true}]
      controls: {canary: absent, rollback: worked}
      impact: {users: 12000, requests_failed: 1.2e6, minutes: 27, money: "EUR 12000", data_loss: false, slo: checkout}
      responders: {count: 6, hours: 9, out_of_hours: false}
      links: {ticket: https://tracker.example/1}
      related: [PM-2025-003]
      ---
      """
    ).fields
    #expect(fields.started?.value.iso == "2026-07-02T13:42Z")
    #expect(fields.acknowledged == nil && fields.presentKeys.contains("acknowledged"))
    #expect(fields.detection?.alert?.value == "HighErrorRate")
    #expect(fields.contributingFactors.map { $0.slug?.value ?? $0.text } == ["no-canary", "Logs were verbose"])
    #expect(fields.contributingFactors.last?.introduced?.value.iso == "2026-06-01")
    #expect(fields.mitigations.first?.worked == true && fields.mitigations.first?.isAutomated == false)
    #expect(fields.controls.map { "\($0.control.value)=\($0.state.value)" } == ["canary=absent", "rollback=worked"])
    #expect(fields.impact?.requestsFailed == 1_200_000 && fields.impact?.dataLoss == false)
    #expect(fields.responders?.hours == 9)
    #expect(fields.links.first?.address.value == "https://tracker.example/1")
    #expect(fields.unknownKeys.isEmpty)
  }

  @Test func readsKeysOfOtherHouses() {
    var settings = Settings()
    settings.keys["outage_began"] = "started"
    #expect(
      draft("---\noutage_began: 2026-01-02T10:00Z\nend_time: 2026-01-02T11:00Z\n---\n", settings: settings).fields
        .started?.value.iso == "2026-01-02T10:00Z")
    #expect(draft("---\nend_time: 2026-01-02T11:00Z\n---\n").fields.resolved?.value.iso == "2026-01-02T11:00Z")
  }

  @Test(arguments: [
    ("---\ntitle: Given\n---\n# Heading\n", "a.md", "Given"), ("# Heading **bold**\n", "a.md", "Heading bold"),
    ("## Summary\n\nx\n", "2021-03-04-disk_full.md", "Disk full"), ("", "2023-02-16-outage.md", "Outage"),
    ("text\n", "disk-full/index.md", "Disk full"),
  ])
  func findsATitle(text: String, path: String, title: String) {
    #expect(draft(text, path: path).title.value == title)
  }

  @Test(arguments: [
    ("---\nstarted: 2021-05-06T10:00Z\n---\n**Date:** 2021-05-05\n", "2021-05-04-a.md", "2021-05-06"),
    ("# Outage\n\n**Date:** May 5, 2021\n", "2021-05-04-a.md", "2021-05-05"),
    ("# Outage\n\n| Date | 5 May 2021 |\n|---|---|\n| x | y |\n", "a.md", "2021-05-05"),
    ("# 2021-05-03 Outage\n", "2021-05-04-a.md", "2021-05-04"), ("# 2021-05-03 Outage\n", "a.md", "2021-05-03"),
    ("# Outage\n\n## Timeline\n\n- 2021-05-02 10:00 UTC down\n", "a.md", "2021-05-02"),
  ])
  func takesTheDateFromTheMostTrustworthyPlace(text: String, path: String, day: String) {
    #expect(draft(text, path: path).date?.day.iso == day)
  }

  @Test func namesTheValueThatIsNoTime() {
    let draft = draft("---\nstarted: soon\n---\n")
    #expect(draft.findings.map(\.rule) == ["malformed-time"])
    #expect(draft.fields.presentKeys.contains("started"))
  }

  @Test(arguments: [
    ("Größe und Überlauf", "grosse-und-uberlauf"), ("PM2022-002 -  Logs not shipped", "pm2022-002-logs-not-shipped"),
    ("../../etc/passwd", "etc-passwd"), ("Łódź", "lodz"), ("---", "x"), ("東京", "x"),
  ])
  func makesPathNames(text: String, slug: String) {
    #expect(Slug.make(text).hasPrefix(slug))
    #expect(Slug.make(text).utf8.count <= 80)
  }

  @Test func readsNoEndlessList() {
    let names = (0..<600).map { "s\($0)" }.joined(separator: ", ")
    let source = SourceFile(path: "a.md", text: "---\nservices: [\(names)]\n---\ntext\n")
    let draft = DraftReader.read(DocumentParser.parse(source), settings: Settings())
    #expect(draft.fields.services.count == 500)
    #expect(draft.findings.map(\.message) == ["'services' has 600 values; the first 500 are read"])
  }
}
