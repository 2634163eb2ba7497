import Diagnostics
import Markdown
import PostMortems
import Testing

@testable import Exchange

@Suite("What exports hold beside incidents")
struct RecordTests {
  @Test func rulesBecomeAPageThatReadsBack() {
    var page = AlertPage()
    page.add(yield([AlertPayloads.prometheusRules]).alerts)
    let text = page.text(updating: nil)
    #expect(
      text.contains(
        "| `CheckoutErrors` | critical | Checkout answers with 502 | [runbook](https://runbooks.shop.test/checkout) |"))
    #expect(AlertPage(text).alerts == page.alerts)
    let edited = text.replacing("The alerts that page", with: "Ours: the alerts that page") + "\n## Silences\n"
    var again = AlertPage(edited)
    again.add([CataloguedAlert(name: "NewOne", summary: "a | b")])
    #expect(
      again.text(updating: edited).hasSuffix("\n## Silences\n") && again.text(updating: edited).contains("Ours: "))
    #expect(
      AlertPage(again.text(updating: edited)).alerts.map(\.summary) == ["Checkout answers with 502", "a | b", nil])
  }

  @Test func anImportedAlertGetsItsRunbookFromTheRules() throws {
    var importing = IncidentImport(settings: Settings())
    importing.alerts.add(yield([AlertPayloads.prometheusRules]).alerts)
    let plain = AlertPayloads.alertmanagerWebhook.replacing("runbook_url", with: "other")
    let outcome = try #require(importing.outcomes(of: yield([plain]), existing: []).outcomes.first)
    #expect(outcome.text.contains("links:\n  runbook: \"https://runbooks.shop.test/checkout\"\n"))
  }

  @Test func ticketsSettleWhatTheDocumentLeavesOpen() throws {
    var ticket = TrackedTickets.Ticket(ticket: "#12", state: .done)
    ticket.url = "https://github.com/shop/web/issues/12"
    ticket.closed = Day(iso: "2026-05-20")
    let file = TrackedTickets(asOf: Day(iso: "2026-06-01"), tickets: [ticket])
    #expect(TrackedTickets(json: file.json) == file)
    let text =
      "# Down\n\n## Action items\n\n- [ ] Add a limit (owner: @shop, ticket: #12)\n- [ ] Test it (ticket: shop/web#12)\n- [-] Never (declined: too dear, ticket: #12)\n- [ ] Other (ticket: #13)\n"
    let draft = DraftReader.read(DocumentParser.parse(SourceFile(path: "a.md", text: text)), settings: Settings())
    let items = file.applied(to: draft).actionItems
    #expect(items.map(\.state) == [.done, .done, .declined, .open])
    #expect(items.map { $0.done?.value.iso } == ["2026-05-20", "2026-05-20", nil, nil])
  }

  @Test func aKeyOfTwoRepositoriesIsNobodys() {
    var other = TrackedTickets.Ticket(ticket: "#12", state: .open)
    other.url = "https://github.com/shop/app/issues/12"
    var ticket = other
    ticket.url = "https://github.com/shop/web/issues/12"
    let file = TrackedTickets(tickets: [ticket, other])
    #expect(
      file["#12"] == nil && file["shop/app#12"] == other && file["https://github.com/shop/web/issues/12/"] == ticket)
  }

  private func cause(_ text: String) -> CauseRecord {
    CauseRecord(
      document: DocumentParser.parse(SourceFile(path: "causes/node-loss.md", text: text)), settings: Settings())
  }

  @Test func anExperimentIsEvidenceOfTheCauseThatItTests() throws {
    var experiment = ImportedExperiment(title: "Losing nodes of the database is no node loss for users")
    experiment.started = Day(iso: "2026-05-04")?.instant
    experiment.status = "completed"
    experiment.hasDeviated = false
    let line = try #require(ExperimentEvidence.line(of: experiment))
    #expect(line == "Losing nodes of the database is no node loss for users, 2026-05-04: completed, steady state held")
    for head in ["", "tested_by:\n", "tested_by: []\n", "tested_by: [first]\n", "tested_by:\n  - first\n"] {
      let record = cause("---\ntitle: Node loss\n\(head)owner_team: db\n---\n\n# A\n")
      #expect(ExperimentEvidence.cause(of: experiment, in: [record])?.slug == "node-loss")
      let text = try #require(ExperimentEvidence.text(adding: line, to: record))
      let again = cause(text)
      #expect(again.testedBy.last?.value == line && again.ownerTeam?.value == "db" && again.findings.isEmpty, "\(text)")
      #expect(again.testedBy.count == (head.contains("first") ? 2 : 1))
      #expect(ExperimentEvidence.text(adding: line, to: again) == nil)
    }
    #expect(ExperimentEvidence.drill(experiment)?.isDrill == true)
  }
}
