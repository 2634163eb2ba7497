import Diagnostics
import PostMortems
import Testing

@Suite("What action items say of themselves")
struct ActionItemWordsTests {
  @Test(arguments: [
    ("Cap it (DONE)", ActionItem.State.done), ("Cap it **(Done as of 2021-06-30)**", .done), ("Cap it ✔️", .done),
    ("✅ Cap it", .done), ("❌ Cap it", .declined), ("~~Cap it~~", .declined), ("DONE: Cap it", .done),
    ("[done] Cap it", .done), ("Cap it [in progress]", .open), ("TODO: Cap it", .open),
    ("Cap it - Won't fix", .declined),
    ("Cap it DONE in [PR #5](https://github.com/a/b/pull/5)", .done), ("**Done:** Cap it", .done),
    ("Cap it (superseded by EDGE-9)", .superseded), (":white_check_mark: Cap it", .done),
    ("Cap it – in progress", .open),
    ("Cap it _done in grafana_.", .done), ("Cap it", .unknown),
  ])
  func readsStates(body: String, state: ActionItem.State) {
    let sample = ActionItemsSample("- \(body)")
    #expect(sample.states == [state])
    #expect(sample.texts == ["Cap it"])
  }

  @Test(arguments: [
    "Complete the migration", "Open the port for the probe", "Close stale tickets", "Fix it (open source fork)",
    "Ship it (New York only)", "Fix our long standing OPS TODO with a script", "Done right, the cache never fills",
  ])
  func doesNotTakeWordsForStates(body: String) {
    let sample = ActionItemsSample("- \(body)")
    #expect(sample.states == [.unknown])
    #expect(sample.texts == [body])
  }

  @Test(arguments: [
    ("Hypha + ICL: Investigate the drop", "Hypha, ICL"), ("[Hypha] Investigate the drop", "Hypha"),
    ("@ines: Investigate the drop", "ines"), ("@ines to Investigate the drop", "ines"),
    ("Investigate the drop @ines", "ines"), ("Investigate the drop (Maya Lindqvist)", "Maya Lindqvist"),
    ("Investigate the drop [IB]", "IB"), ("Platform team: Investigate the drop", "Platform team"),
    ("Investigate the drop [CF to write story]", "CF"), ("Investigate the drop (@ines, @tom)", "ines, tom"),
  ])
  func readsOwners(body: String, owner: String) {
    let sample = ActionItemsSample("- \(body)")
    #expect(sample.owners == [owner])
    #expect(sample.texts == ["Investigate the drop"])
  }

  @Test(arguments: [
    "BinderHub: raise the limit", "Docs: add a page", "Show it in the interface (GUI)", "Process: write it down",
    "Add a step to the guide (Optional)", "Improve it as proposed by @ines",
  ])
  func doesNotTakeComponentsForOwners(body: String) {
    let sample = ActionItemsSample("- \(body)")
    #expect(sample.owners == [nil])
    #expect(sample.texts == [body])
  }

  @Test(arguments: [
    ("Cap it [Issue](https://github.com/a/b/issues/4)", "https://github.com/a/b/issues/4"),
    ("Cap it ([#4](https://github.com/a/b/issues/4))", "https://github.com/a/b/issues/4"),
    ("Cap it (see https://github.com/a/b/pull/4).", "https://github.com/a/b/pull/4"),
    ("Cap it — https://gitlab.example.org/a/b/-/issues/4", "https://gitlab.example.org/a/b/-/issues/4"),
    ("[#4]: Cap it\n\n[#4]: https://github.com/a/b/issues/4", "https://github.com/a/b/issues/4"),
    ("Cap it #123", "#123"), ("Cap it (acme/queue#9)", "acme/queue#9"), ("Cap it (Jira DH-259)", "DH-259"),
    ("EDGE-12: Cap it", "EDGE-12"),
    ("Cap it. See [issue 4](https://github.com/a/b/issues/4)", "https://github.com/a/b/issues/4"),
  ])
  func readsTickets(body: String, ticket: String) {
    let sample = ActionItemsSample("- \(body)")
    #expect(sample.tickets == [ticket])
    #expect(sample.texts.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 } == ["Cap it"])
  }

  @Test func keepsAnItemThatIsOnlyALink() {
    let sample = ActionItemsSample(
      "- #2127\n- <https://github.com/a/b/issues/4>\n- [Give the queue a cap](https://trello.com/c/Ab1)")
    #expect(sample.texts == ["#2127", "https://github.com/a/b/issues/4", "Give the queue a cap"])
    #expect(sample.tickets == ["#2127", "https://github.com/a/b/issues/4", "https://trello.com/c/Ab1"])
  }

  @Test func doesNotTakeStandardsOrPagesForTickets() {
    let sample = ActionItemsSample(
      "- Move to UTF-8\n- Read [the page](https://example.org/handbook)\n- Patch CVE-2021-44228")
    #expect(sample.tickets == [nil, nil, nil])
  }

  @Test(arguments: [
    ("2023-07-16", "2023-07-16"), ("2023/7/6", "2023-07-06"), ("16.07.2023", "2023-07-16"),
    ("July 16th, 2023", "2023-07-16"),
    ("16 Jul 2023", "2023-07-16"), ("16th of July 2023", "2023-07-16"), ("07/16/2023", "2023-07-16"),
    ("July 2023", "2023-07-31"), ("Q1 2024", "2024-03-31"), ("Sept 3 2023", "2023-09-03"),
  ])
  func readsDays(written: String, day: String) {
    let sample = ActionItemsSample("- Cap it (due: \(written))")
    #expect(sample.first?.due?.value.iso == day)
    #expect(sample.source(sample.first?.due?.span) == written)
  }

  @Test func leavesAmbiguousDaysUnread() {
    #expect(ActionItemsSample("- Cap it (due: 07/08/2023)").first?.due == nil)
  }
}
