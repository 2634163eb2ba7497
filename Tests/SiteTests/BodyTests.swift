import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

/// Real documents: whatever their authors wrote must still be on the page.
@Suite struct BodyTests {
  @Test func keepsWhatStandsBetweenEvents() throws {
    let main = try RenderedSite(
      """
      -- a.md --
      ## Timeline

      ### 2024-05-01

      - 10:00 first
      - 10:05 second

      > A quotation in between.

      - 10:20 third
      """
    ).main("incidents/a/index.html")
    let quotation = try #require(main.firstRange(of: "A quotation in between."))
    #expect(main[..<quotation.lowerBound].contains("second") && main[quotation.upperBound...].contains("third"))
  }

  @Test func saysHowATimeWasWrittenWhereItReadsOtherwiseInUTC() throws {
    let main = try RenderedSite(
      "-- a.md --\n## Timeline\n\nAll times in CET.\n\n- 2024-01-05 16.35 one\n- 5:40 PM two\n"
    ).main("incidents/a/index.html")
    #expect(main.contains(">15:35</time> <span class=\"written\">UTC; written 16.35</span>"))
    #expect(main.contains("UTC; written 5:40 PM"))
    #expect(!(try RenderedSite(sampleCorpus).main("incidents/pm-2/index.html")).contains("class=\"written\""))
  }

  @Test func keepsSubItemsOfAnActionItem() throws {
    let main = try RenderedSite(
      "-- a.md --\n## Action items\n\n- [ ] Alert earlier (owner: @a)\n  - with a *page*, not a mail\n- [x] Document it\n"
    ).main("incidents/a/index.html")
    #expect(main.contains("with a <em>page</em>, not a mail"))
  }

  @Test func leavesAnAuthorsTableOfActionItemsAsItIs() throws {
    let main = try RenderedSite(
      "-- a.md --\n## Action items\n\n| Action | Owner | Risk |\n|---|---|---|\n| Alert | edge | high |\n"
    ).main("incidents/a/index.html")
    #expect(main.contains("high"))
  }

  @Test func groupsStayAboveTheirItems() throws {
    let main = try RenderedSite(
      "-- a.md --\n## Action items\n\n### Process\n\n- Drill more\n\n### Technical\n\n- Limit memory\n"
    ).main("incidents/a/index.html")
    let process = try #require(main.firstRange(of: "Drill more"))
    let technical = try #require(main.firstRange(of: "<h3 id=\"technical\">"))
    #expect(process.lowerBound < technical.lowerBound)
  }
}
