import Diagnostics
import Foundation
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@testable import Pipeline

@Suite("Importing exports into a folder")
struct ImportingTests {
  private static let incident = #"""
    {"incidents":[{"id":"P1","incident_number":1,"title":"Checkout down","status":"acknowledged","urgency":"high","created_at":"2026-01-02T10:00:00Z","acknowledgements":[],"service":{"summary":"checkout"},"escalation_policy":{"summary":"Default"}}]}
    """#
  private static let notes = #"""
    {"notes":[{"id":"N1","user":{"summary":"Ada Quill","type":"user_reference"},"content":"Restarted","created_at":"2026-01-02T10:20:00Z"}]}
    """#

  private func run(_ folder: TemporaryFolder, _ paths: [String], isDryRun: Bool = false) throws -> ImportReport {
    var importing = Importing(
      input: InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: 2))
    importing.isDryRun = isDryRun
    return try importing.run(paths.map { "\(folder.path)/\($0)" })
  }

  private func exports() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.incident, to: "exports/incident.json")
    try folder.write(Self.notes, to: "exports/notes/notes.json")
    return folder
  }

  private static let file = "postmortems/2026-01-02-checkout-down.md"

  @Test func oneDraftComesOfAFolderAndTheSecondTimeNone() throws {
    let folder = try exports()
    let report = try run(folder, ["exports/"])
    #expect(report.drafts.map(\.file) == ["2026-01-02-checkout-down.md"] && report.problems.isEmpty)
    let text = try #require(folder.read(Self.file))
    #expect(text.contains("responder: Restarted"))
    let again = try run(folder, ["exports"])
    #expect(again.drafts.map(\.outcome.state) == [.unchanged] && folder.read(Self.file) == text)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try exports()
    #expect(try run(folder, ["exports"], isDryRun: true).drafts.map(\.outcome.state) == [.created])
    #expect(folder.read(Self.file) == nil)
  }

  @Test func aDraftIsFoundWhereverItWasMoved() throws {
    let folder = try exports()
    _ = try run(folder, ["exports/incident.json"])
    let text = try #require(folder.read(Self.file))
    try folder.write(text.replacing("id: P1", with: "id: \"P1\""), to: "postmortems/shop/renamed.md")
    try FileSystem.removeFile("\(folder.path)/\(Self.file)")
    let report = try run(folder, ["exports"])
    #expect(report.drafts.map(\.file) == ["shop/renamed.md"] && report.drafts.map(\.outcome.addedRows) == [1])
    #expect(folder.read(Self.file) == nil && folder.read("postmortems/shop/renamed.md")?.contains("Restarted") == true)
  }

  @Test func aForeignFileIsNeverOverwritten() throws {
    let folder = try exports()
    try folder.write("mine", to: Self.file)
    #expect(try run(folder, ["exports"]).drafts.map(\.file) == ["2026-01-02-checkout-down-2.md"])
    #expect(folder.read(Self.file) == "mine")
  }

  @Test func oneBadFileCostsOnlyItself() throws {
    let folder = try exports()
    try folder.write("{\"incidents\": [", to: "exports/cut.json")
    let report = try run(folder, ["exports/cut.json", "exports/incident.json", "exports/gone.json"])
    #expect(report.drafts.count == 1)
    #expect(report.problems.map(\.isFailure) == [true])
    #expect(report.unreadable.map(\.operation) == ["read"])
    let walked = try run(folder, ["exports"])
    #expect(walked.problems.map(\.isFailure) == [false], "what lies beside exports in a folder is no failure")
  }

  @Test func draftsGoIntoTheFolderOfTheirYear() throws {
    let folder = try exports()
    try folder.write("# Old\n", to: "postmortems/2026/old.md")
    #expect(try run(folder, ["exports"]).drafts.map(\.file) == ["2026/2026-01-02-checkout-down.md"])
  }

  @Test func ticketsOfATrackerSettleActionItemsOfTheBuild() throws {
    let folder = try exports()
    try folder.write(
      #"[{"number":12,"title":"Limit","state":"CLOSED","closedAt":"2026-01-20T10:00:00Z","url":"https://github.com/shop/web/issues/12","assignees":[],"labels":[]}]"#,
      to: "issues.json")
    try folder.write("# Down\n\n## Action items\n\n- [ ] Add a limit (ticket: #12)\n", to: "postmortems/a.md")
    let report = try run(folder, ["issues.json"])
    #expect(report.records == ["wrote actions-state.json: 1 ticket"] && report.problems.isEmpty)
    #expect(try run(folder, ["issues.json"]).records == ["unchanged actions-state.json: 1 ticket"])
    let reading = try Reading.read(InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: 1))
    let item = try #require(reading.knowledgeBase.actions.entries.first?.item)
    #expect(item.state == .done && item.done?.value.iso == "2026-01-20")
    #expect(reading.knowledgeBase.ticketsAsOf == Corpus.today)
  }

  @Test func rulesOfPrometheusBecomeAPageOfThePlan() throws {
    let folder = try exports()
    try folder.write("groups:\n- name: a\n  rules:\n  - alert: Up\n    expr: up == 0\n", to: "rules.yml")
    #expect(try run(folder, ["rules.yml"]).records == ["wrote plan/alerts.md: 1 alert"])
    #expect(folder.read("postmortems/plan/alerts.md")?.contains("| `Up` |") == true)
  }

  @Test func anUnreadableListOfTicketsStaysAsItIs() throws {
    let folder = try exports()
    try folder.write("{\"tickets\": [", to: "postmortems/actions-state.json")
    try folder.write(
      #"[{"number":12,"title":"Limit","state":"CLOSED","closedAt":"2026-01-20T10:00:00Z","url":"https://github.com/shop/web/issues/12"}]"#,
      to: "issues.json")
    let report = try run(folder, ["issues.json"])
    #expect(report.records.isEmpty && report.problems.map(\.isFailure) == [true])
    #expect(folder.read("postmortems/actions-state.json") == "{\"tickets\": [")
  }

  @Test func anInputThatWasNamedAndIsNowhereIsNotMade() throws {
    let folder = try exports()
    var importing = Importing(input: InputOptions(input: "\(folder.path)/postmortms", asOf: Corpus.today, jobs: 1))
    importing.mayCreateInput = false
    #expect(throws: InputError.noFolder("\(folder.path)/postmortms")) {
      try importing.run(["\(folder.path)/exports"])
    }
    #expect(!FileSystem.isFolder("\(folder.path)/postmortms"))
  }

  @Test func aPipeIsNoFile() throws {
    let folder = try exports()
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let report = try run(folder, ["pipe"])
    #expect(report.drafts.isEmpty && report.problems.map(\.isFailure) == [true])
  }

  @Test func theNamesOfAChatStandOneFolderUp() throws {
    let folder = try exports()
    try folder.write(
      #"[{"id":"U0ILSE0001","name":"ivarga","real_name":"Ilse Varga","profile":{"display_name":"ilse"}}]"#,
      to: "slack/users.json")
    try folder.write(
      #"[{"type":"message","user":"U0TOMA0002","text":"ilse restarts it, says <@U0ILSE0001>","ts":"1767348300.000100"}]"#,
      to: "slack/inc/2026-01-02.json")
    for path in ["slack/inc/2026-01-02.json", "slack/inc", "slack"] {
      let drafts = try run(folder, [path], isDryRun: true).drafts
      #expect(drafts.map { $0.outcome.incident.rows.map(\.text) } == [["responder restarts it, says responder"]])
    }
  }
}
