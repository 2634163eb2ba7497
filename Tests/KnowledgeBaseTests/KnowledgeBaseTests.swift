import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("What post-mortems say together")
struct KnowledgeBaseTests {
  @Test func givesEveryDocumentAPathNameOfItsOwn() {
    let knowledgeBase = Corpus(
      """
      -- a/post-mortem.md --
      # One
      -- b/post-mortem.md --
      # Two
      -- c/post-mortem/index.md --
      # Three
      -- unique.md --
      # Four
      -- given.md --
      ---
      id: unique
      ---
      """
    ).knowledgeBase()
    let slugs = Dictionary(uniqueKeysWithValues: knowledgeBase.postMortems.map { ($0.file, $0.slug) })
    #expect(Set(slugs.values).count == 5)
    #expect(slugs["given.md"] == "unique" && slugs["unique.md"] != "unique")
    #expect(slugs["a/post-mortem.md"] == "a-post-mortem" && slugs["c/post-mortem/index.md"] == "c-post-mortem")
  }

  @Test func findsAPostMortemByIdAliasAndLetterCase() {
    let knowledgeBase = Corpus("---\nid: PM-7\naliases: [old-7]\n---\n").knowledgeBase()
    for name in ["PM-7", "pm-7", "OLD-7"] { #expect(knowledgeBase.references.position(of: name) == 0) }
    #expect(knowledgeBase.references.position(of: "PM-8") == nil)
  }

  @Test func countsACauseUnderAllItsNames() throws {
    let knowledgeBase = Corpus(
      """
      -- causes/full-disk.md --
      ---
      title: A full disk
      aliases: [no-space-left]
      ---
      -- a.md --
      ---
      started: 2026-01-01T00:00Z
      root_causes: [full-disk]
      ---
      -- b.md --
      ---
      started: 2026-01-11T00:00Z
      root_causes: [no-space-left]
      contributing_factors: [full-disk, other]
      ---
      -- c.md --
      ---
      started: 2026-03-01T00:00Z
      root_causes: [Full-Disk]
      ---
      """
    ).knowledgeBase()
    let cause = try #require(knowledgeBase.causes.cause("no-space-left"))
    #expect(cause.occurrences.map { knowledgeBase.postMortems[$0].file } == ["c.md", "b.md", "a.md"])
    #expect(cause.gapDays == [10, 49])
    #expect(cause.contributions.isEmpty)
    #expect(knowledgeBase.causes.cause("other")?.record == nil)
  }

  @Test func takesTheTeamOfAServiceFromTheSettings() {
    let knowledgeBase = Corpus(
      """
      -- debrief.yml --
      services: {api: {title: API, team: core}}
      -- a.md --
      ---
      services: [api]
      ---
      """
    ).knowledgeBase()
    #expect(knowledgeBase.postMortems.first?.teams == ["core"])
    #expect(knowledgeBase.teams.first?.services == ["api"])
  }

  @Test func agesPromisesAndLeavesReportedItemsOut() {
    let items = "\n## Action items\n\n- [ ] Alert (owner: @core, due: 2026-05-22)\n- [x] Fix (done: 2026-05-11)\n"
    let knowledgeBase = Corpus(
      "-- a.md --\n---\nstarted: 2026-05-01T00:00Z\n---\(items)-- b.md --\n---\norigin: external\n---\(items)"
    ).knowledgeBase()
    let entries = knowledgeBase.actions.entries.filter { knowledgeBase.postMortems[$0.postMortem].file == "a.md" }
    #expect(entries.map(\.overdueDays) == [10, nil])
    #expect(entries.map(\.ageDays) == [31, 10])
    #expect(knowledgeBase.actions.overdue.count == 1)
    #expect(knowledgeBase.actions.entries.count { $0.isPromise } == 2)
  }

  @Test func linksBothWaysWithTheReason() throws {
    let knowledgeBase = Corpus(
      """
      -- a.md --
      ---
      id: A-1
      root_causes: [full-disk]
      services: [api]
      trigger: deploy
      ---
      -- b.md --
      ---
      id: B-1
      root_causes: [full-disk]
      services: [api]
      trigger: deploy
      recurrence_of: [A-1]
      ---
      -- c.md --
      # Unrelated
      """
    ).knowledgeBase()
    let first = try #require(knowledgeBase.references.position(of: "A-1"))
    let second = try #require(knowledgeBase.references.position(of: "B-1"))
    let there = try #require(knowledgeBase.related.of(second).first)
    let back = try #require(knowledgeBase.related.of(first).first)
    #expect(there.postMortem == first && back.postMortem == second && there.score == back.score)
    #expect(there.reasons.map(\.kind) == [.recurrenceOf, .cause, .serviceAndTrigger, .service])
    #expect(knowledgeBase.related.of(first).count == 1)
  }
}
