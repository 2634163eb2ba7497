import Site
import TestSupport
import Testing

@Suite struct CausePageTests {
  let site = RenderedSite(sampleCorpus)

  @Test func tellsTheHistoryOfACause() throws {
    let main = try site.main("causes/backtracking/index.html")
    #expect(main.contains("Root cause of 2 incidents, first on 5 May 2025, last on 3 February 2026."))
    #expect(main.contains("aria-current=\"step\">understood"))
    #expect(main.contains("class=\"dot sev-1\"") && main.contains("class=\"dot sev-2\""))
    #expect(main.contains("worked 1 of 1"))
  }

  @Test func keepsTheDefinitionWithItsFootnote() throws {
    let main = try site.main("causes/backtracking/index.html")
    #expect(main.contains("The engine tries every way.") && main.contains("<li id=\"fn-1\">"))
  }

  @Test func saysSoWhereNobodyHasWrittenACauseUp() throws {
    let main = try site.main("causes/unwritten/index.html")
    #expect(main.contains("nobody has written it up") && main.contains(">A rule takes the proxy down</a>"))
  }

  @Test func keepsContributingUsesApart() throws {
    let main = try site.main("causes/no-canary/index.html")
    #expect(main.contains("Never the root cause so far; it contributed to 1 incident."))
    #expect(main.contains("Where it contributed") && !main.contains("All incidents"))
  }

  @Test func saysInWhatStateAnItemWasWhenTheCauseCameBack() throws {
    let corpus = """
      -- a.md --
      ---
      id: A
      started: 2025-01-01T10:00Z
      root_causes: [c]
      ---
      ## Action items
      - [x] Alarm (owner: x, done: 2025-02-01, addresses: c)
      - [ ] Limit (owner: x, addresses: c)
      -- b.md --
      ---
      id: B
      started: 2025-03-01T10:00Z
      root_causes: [c]
      ---
      """
    let main = try RenderedSite(corpus).main("causes/c/index.html")
    #expect(main.contains("came back on 1 March 2025, 4 weeks after this was done"))
    #expect(main.contains("came back on 1 March 2025, while this was open"))
  }
}
