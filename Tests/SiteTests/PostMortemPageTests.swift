import Diagnostics
import Site
import TestSupport
import Testing

@Suite struct PostMortemPageTests {
  let site = RenderedSite(sampleCorpus)

  @Test func saysWhatMattersBeforeTheText() throws {
    let main = try site.main("incidents/pm-2/index.html")
    let head = main[..<(try #require(main.firstRange(of: "id=\"summary\"")).lowerBound)]
    for words in [
      "<span class=\"sev sev-1\">SEV1</span>", "datetime=\"2026-02-03T14:09Z\"", "after 27 minutes",
      ">Backtracking</a>", ">unwritten</a>", "alert “ErrorBudgetBurn”", "12,000 users", "no data lost",
      "If this is happening now", "Kill switch, at 14:07 UTC, 25 minutes after the start", "Tried without effect",
      "perf top", ">The first time</a>", "named here as an earlier occurrence",
    ] {
      #expect(head.contains(words), "\(words)")
    }
  }

  @Test func showsATimelineAsEventsWithTheirMarkupAndKeepsWhatStandsAround() throws {
    let main = try site.main("incidents/pm-2/index.html")
    #expect(main.contains("<p>All times UTC.</p>"))
    #expect(main.contains("<time datetime=\"2026-02-03T13:42Z\">13:42</time>"))
    #expect(main.contains("<div class=\"event-words\">the <strong>rule</strong> goes out"))
    #expect(main.contains("<span class=\"marker\">Detection</span>"))
    #expect(main.contains("about 14:07"))
    #expect(main.contains("<p>A closing remark.</p>"))
    #expect(main.contains("Longest stretch without an entry: 45 minutes, from 14:07 to 14:52 UTC."))
  }

  @Test func showsActionItemsAsATableWithoutLosingTheirLinks() throws {
    let main = try site.main("incidents/pm-2/index.html")
    #expect(main.contains("<p>As agreed on Friday.</p>"))
    #expect(
      main.contains("Bound the <a href=\"https://example.org/limits\">run time</a></td>"))
    #expect(main.contains("<span class=\"state state-overdue\">92 days late</span>"))
    #expect(main.contains("Reason: too many."))
    #expect(!main.contains("addresses:"))
  }

  @Test func keepsEveryLinkOfAnActionItemButTheTicketsOwn() throws {
    let corpus = """
      -- a.md --
      ## Action items
      - Alert earlier ([issue](https://example.org/issues/1))
      - Alert twice ([design](https://example.org/design), [issue](https://example.org/issues/2))
      """
    let main = try RenderedSite(corpus).main("incidents/a/index.html")
    for address in ["issues/1", "design", "issues/2"] { #expect(main.contains("https://example.org/\(address)\"")) }
    #expect(main.firstMatch(of: /<a [^>]*><\/a>/) == nil)
  }

  @Test func leavesADocumentWithoutStructureAsItIs() throws {
    #expect(try site.main("incidents/notes/index.html").contains("<p>Only words, and no structure at all.</p>"))
  }

  @Test func givesAnEmptyFileAPageWithItsFinding() throws {
    let finding = Diagnostic(
      rule: "empty-document", level: .warning, file: "empty.md", message: "the document is empty")
    let main = try RenderedSite(sampleCorpus, findings: [finding]).main("incidents/empty/index.html")
    #expect(main.contains(">Empty</h1>") && main.contains("This document has no text yet."))
    #expect(main.contains("What this document still lacks (1)") && main.contains("The document is empty."))
  }

  @Test func namesTheOccurrenceBefore() throws {
    let main = try site.main("incidents/pm-2/index.html")
    #expect(main.contains("Seen before and after") && main.contains("2 of 2") && main.contains("9 months earlier"))
  }

  @Test func numbersTheMentionsOfAFootnoteThroughAllParts() throws {
    let ids = HTML.attributes("id", in: try site.main("incidents/pm-2/index.html"))
    #expect(ids.filter { $0.hasPrefix("fnref-1") } == ["fnref-1", "fnref-1-2"])
  }

  @Test func linksTheSourceWhereTheSettingsSayHow() throws {
    let corpus = "-- debrief.yml --\nedit_url: https://code.example.org/edit/{file}\n-- a b.md --\n# One\n"
    let main = try RenderedSite(corpus).main("incidents/a-b/index.html")
    #expect(main.contains("https://code.example.org/edit/a%20b.md"))
  }

  @Test func shiftsHeadingsSoThatNoLevelIsLeftOut() throws {
    let main = try RenderedSite("-- a.md --\n# Title\n\n# Impact\n\n#### Deep\n\n# Fix\n").main(
      "incidents/a/index.html")
    #expect(main.contains("<h1 id=\"title\">Title</h1>"))
    #expect(
      main.contains("<h2 id=\"impact\">") && main.contains("<h3 id=\"deep\">") && main.contains("<h2 id=\"fix\">"))
  }
}
