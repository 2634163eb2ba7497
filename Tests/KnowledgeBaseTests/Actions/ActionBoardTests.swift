import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("What is to be done about action items")
struct ActionBoardTests {
  /// As of 1 June 2026.
  private func board(_ items: String, matter: String = "severity: SEV3") -> ActionBoard {
    let base = base(items, matter: matter)
    return ActionBoard(base.actions.entries, asOf: base.asOf)
  }

  private func base(_ items: String, matter: String = "severity: SEV3") -> KnowledgeBase {
    Corpus("---\nid: PM-1\ntitle: T\nstarted: 2026-03-01T10:00Z\n\(matter)\n---\n## Action items\n\n\(items)\n")
      .knowledgeBase()
  }

  @Test func putsEachItemIntoOneColumn() {
    let board = board(
      """
      - [ ] Late (owner: @edge, due: 2026-05-01)
      - [ ] Later still (owner: @edge, due: 2026-04-01)
      - [ ] Soon and nobody's (due: 2026-06-20)
      - [ ] Nobody's (due: 2026-12-01)
      - [ ] Nobody's and never
      - [ ] Never (owner: @edge)
      - [ ] In winter (owner: @edge, due: 2026-12-01)
      - [x] Just done (owner: @edge, done: 2026-05-20)
      - [x] Long done
      - [-] Not at all (declined: too dear)
      """)
    #expect(board.columns.map(\.column) == [.overdue, .soon, .unowned, .undated, .later, .done, .closed, .declined])
    #expect(board.entries(.overdue).map(\.item.text) == ["Later still", "Late"])
    #expect(board.entries(.unowned).map(\.item.text) == ["Nobody's", "Nobody's and never"])
    #expect(board.columns.map(\.entries.count).reduce(0, +) == 10)
  }

  @Test func isDueByItsServiceLevelWhereNobodySetADate() throws {
    let entry = try #require(
      board("- [ ] Bound it (owner: @edge)", matter: "severity: SEV1\nresolved: 2026-03-02T10:00Z").entries(.overdue)
        .first)
    #expect(entry.due?.day.iso == "2026-03-30" && entry.overdueDays == 63)
    #expect(entry.due?.explanation == "no date is set, and SEV1 items are due within 4 weeks")
  }

  @Test func countsTheServiceLevelFromPublication() {
    let entries = board("- [ ] Bound it (owner: @edge)", matter: "severity: SEV1\npublished: 2026-05-20").entries(.soon)
    #expect(entries.map { $0.due?.day.iso } == ["2026-06-17"])
  }

  @Test func holdsNobodyToAServiceLevelWhoSaidNothingOfAState() {
    let columns = board("- Bound it (owner: @edge)", matter: "severity: SEV1").columns.map(\.column)
    #expect(columns == [.undated])
  }

  @Test func tellsDraftsAndReportsApart() {
    let item = "- [ ] Bound it (owner: @edge, due: 2026-04-01)"
    #expect(board(item, matter: "status: draft").columns.map(\.column) == [.draft])
    #expect(board(item, matter: "status: review").columns.map(\.column) == [.draft])
    let reported = board(item, matter: "origin: external").entries(.reported)
    #expect(reported.map(\.overdueDays) == [nil] && reported.map(\.standing) == [.reported])
  }

  @Test func selectsByTeamOwnerAndState() {
    let base = Corpus(
      """
      -- debrief.yml --
      teams: {edge: {title: Edge team}, core: {title: Core}}
      -- a.md --
      ---
      started: 2026-03-01
      teams: [core]
      ---
      ## Action items

      - [ ] One (owner: @edge)
      - [ ] Two (owner: @somebody)
      - [x] Three
      """
    ).knowledgeBase()
    func texts(_ selection: ActionSelection) -> [String] { selection.entries(in: base).map(\.item.text) }
    #expect(texts(ActionSelection(team: "Edge Team")) == ["One"])
    #expect(texts(ActionSelection(team: "@somebody")) == ["Two"])
    #expect(texts(ActionSelection(state: .done, team: "core")) == ["Three"])
    #expect(ActionSelection(team: "core").hasTeam(in: base) && !ActionSelection(team: "cor").hasTeam(in: base))
  }

  @Test func givesEveryFieldOfTheContract() throws {
    let base = base(
      "- [ ] Bound it (owner: @edge, due: 2026-05-01, type: prevent, addresses: backtracking, ticket: EDGE-1)")
    let json = try #require(base.actions.entries.first).json(in: base)
    #expect(json["text"]?.string == "Bound it" && json["state"]?.string == "open" && json["owner"]?.string == "edge")
    #expect(json["due"]?.string == "2026-05-01" && json["due_by"]?.string == "date" && json["done"] == .null)
    #expect(json["age_days"] == .int(92) && json["overdue_days"] == .int(31) && json["line"] == .int(9))
    #expect(json["post_mortem"]?.string == "PM-1" && json["file"]?.string == "example.md")
    #expect(json["addresses"] == .array([.string("backtracking")]) && json["type"]?.string == "prevent")
    #expect(json["strength"] != nil && json["standing"]?.string == "promised")
  }
}
