import KnowledgeBase
import PostMortems
import Statistics
import TestSupport
import Testing

struct PromiseTests {
  private func trends(_ items: [String], fields: String = "") throws -> Trends {
    var incidents = Incidents()
    incidents.add("a", "2025-01-01", fields, body: "## Action items\n\n" + items.joined(separator: "\n") + "\n")
    return Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
  }

  @Test func tellsDoneOpenOverdueAndDeclinedApart() throws {
    let trends = try trends([
      "- [x] One (done: 2025-01-11, due: 2025-02-01)", "- [ ] Two (due: 2025-02-01)", "- [ ] Three (due: 2027-02-01)",
      "- [-] Four (declined: too dear)",
    ])
    #expect(trends.promises.doneShare == Share(1, of: 3))
    #expect(try trends.metric("actions-accepted").value == .count(3))
    #expect(trends.ids(try trends.metric("actions-overdue").rows) == ["a#2"])
    #expect(trends.ids(try trends.metric("actions-declined").rows) == ["a#4"])
    #expect(trends.punctuality.share == Share(1, of: 2))
  }

  @Test func whatAnotherOrganisationReportsIsNoPromise() throws {
    let trends = try trends(["- [ ] One (due: 2025-02-01)"], fields: "origin: external")
    #expect(trends.promises.all.isEmpty)
    #expect(trends.promises.excluded.map(\.count) == [1])
  }

  @Test func theMedianAgeCountsOpenItemsAsCensored() throws {
    let trends = try trends([
      "- [x] One (done: 2025-01-11)", "- [x] Two (done: 2025-01-21)", "- [ ] Three", "- [ ] Four",
    ])
    #expect(trends.ages.rows.count { $0.isOpen } == 2)
    #expect(try trends.metric("action-age").value == .quantity(20, .days))
  }

  @Test func agesAreRefusedWhereManyCompletionsHaveNoDay() throws {
    let trends = try trends(["- [x] One", "- [x] Two (done: 2025-01-21, due: 2025-02-01)", "- [ ] Three"])
    #expect(!trends.ages.isTelling)
    #expect(try trends.metric("action-age").value == .none)
    #expect(trends.ages.excluded == [Exclusion("done on a day that is not stated", 1)])
  }

  @Test func anItemDoneAfterItsDueDateIsLate() throws {
    let trends = try trends(["- [x] One (done: 2025-02-02, due: 2025-02-01)"])
    #expect(trends.punctuality.share == Share(0, of: 1))
  }
}
