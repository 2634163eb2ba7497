import Testing

/// An incident that is played through without knowing how it ends.
@Suite struct ExerciseTests {
  private let site = RenderedSite(learningCorpus)

  @Test func asksBeforeItTells() throws {
    let main = try site.main("exercises/pm-1/index.html")
    let marks = [
      "Exercise: Shop, 29 February 2024",
      "It is Thursday, 29 February 2024, 13:05 UTC. You are on call for Shop. "
        + "Customers say that something is wrong.", "customers call", "What would you look at first?",
      "<summary>13:20 UTC, 15 minutes in</summary>", "the cache is seen", "What would you do to stop the harm?",
      "<summary>13:40 UTC, 35 minutes in</summary>", "taken back", "What is left before you stand down?",
      "<summary>14:10 UTC, 1 hour 5 minutes in</summary>", "What had happened before anyone noticed",
      "a release goes out", "What it was", "A full cache forgets the baskets", "../../causes/cache/index.html",
      "../../incidents/pm-1/index.html",
    ]
    var rest = main[...]
    for mark in marks {
      let found = try #require(rest.firstRange(of: mark), "'\(mark)' is not behind the one before")
      rest = rest[found.upperBound...]
    }
  }

  @Test func doesNotGiveTheEndAwayInItsTitle() throws {
    let page = try site.page("exercises/pm-1/index.html")
    let head = page[..<(try #require(page.firstRange(of: "page.answer")).lowerBound)]
    #expect(!head.contains("A full cache"))
    #expect(try !site.main("exercises/index.html").contains("A full cache"))
  }

  @Test func showsNoFootnoteWithoutItsText() throws {
    let main = try site.main("exercises/pm-1/index.html")
    #expect(!main.contains("<sup>"))
    #expect(main.contains("<a href=\"../../incidents/pm-1/index.html\">above</a>"))
  }

  @Test func isLinkedFromThePostMortem() throws {
    #expect(
      try site.main("incidents/pm-1/index.html").contains("href=\"../../exercises/pm-1/index.html\">Play this incident")
    )
  }

  @Test func needsATimelineThatCanBePlayed() throws {
    #expect(site.pages["exercises/pm-2/index.html"] == nil)
    #expect(try !site.main("incidents/pm-2/index.html").contains("exercises/"))
    #expect(try site.main("exercises/index.html").contains("3 steps over 1 hour 5 minutes"))
  }
}
