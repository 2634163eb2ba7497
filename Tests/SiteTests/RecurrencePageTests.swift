import Site
import TestSupport
import Testing

/// What the pages say of promises against a cause that came back.
@Suite struct RecurrencePageTests {
  private let corpus = """
    -- causes/leak.md --
    ---
    title: Memory leak
    status: fixed
    aliases: [oom, Slow leak]
    ---
    Memory is taken and not given back.
    -- a.md --
    ---
    id: A
    title: The first time
    started: 2026-01-05T10:00Z
    root_causes: [leak]
    ---
    ## Action items
    - [x] Bound A & B (owner: @edge, done: 2026-02-01, addresses: leak)
    -- b.md --
    ---
    id: B
    title: The second time
    started: 2026-04-10T10:00Z
    root_causes: [slow-leak]
    ---
    ## Action items
    - [ ] Fence it (owner: @edge, due: 2026-05-01, addresses: leak)
    -- c.md --
    ---
    id: C
    title: The third time
    started: 2026-05-13T10:00Z
    root_causes: [OOM]
    ---
    """

  @Test func judgesThePromisesOfEveryStrikeInATable() throws {
    let main = try RenderedSite(corpus).main("causes/leak/index.html")
    #expect(main.contains("verdict-failed-action\">The action was done, and it came back"))
    #expect(main.contains("<strong>Bound A &amp; B</strong>: done 68 days before"))
    #expect(main.contains("verdict-open-action\">The promise was still open"))
    #expect(main.contains("<strong>Fence it</strong>: open, 12 days past its due date"))
  }

  @Test func drawsAPromiseAsABarFromItsIncidentToTheDayItWasKept() throws {
    let main = try RenderedSite(corpus).main("causes/leak/index.html")
    #expect(main.contains("Promises: Bound A &amp; B: done 1 Feb 2026; Fence it: 31 days late."))
    #expect(main.contains("class=\"kept\"") && main.contains("class=\"pending\""))
    #expect(!main.contains("style="))
  }

  @Test func saysThatACauseCalledFixedStruckSince() throws {
    let site = RenderedSite(corpus)
    let words = "Called fixed, but it struck 3 months after the last action against it, of 1 February 2026:"
    #expect(try site.main("causes/leak/index.html").contains(words))
    #expect(try site.main("index.html").contains("fixed, but struck since"))
  }

  @Test(arguments: ["oom", "slow-leak"])
  func theOldAddressOfAMergedCauseLeadsOn(alias: String) throws {
    let page = try RenderedSite(corpus).page("causes/\(alias)/index.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../causes/leak/index.html\">"))
    #expect(page.contains("This cause has moved"))
  }

  @Test func listsThePromisesThatDidNotHoldOnTheFirstPage() throws {
    let main = try RenderedSite(corpus).main("index.html")
    #expect(
      main.contains(
        "Of 2 repeats on record, 1 came after the action against the cause was done and 1 while it was still open."))
    let open = try #require(main.firstRange(of: "Came back while it was 12 days overdue"))
    let done = try #require(main.firstRange(of: "Came back 68 days after it was done"))
    #expect(open.lowerBound < done.lowerBound, "the newest comes first")
  }

  @Test func anotherOrganisationsReportsTestNoPromise() throws {
    let external = corpus.replacing("started:", with: "origin: external\nstarted:")
    let site = RenderedSite(external)
    let main = try site.main("causes/leak/index.html")
    #expect(!main.contains("Whether the promises held") && main.contains("Table: each time it struck"))
    #expect(!main.contains("class=\"kept\"") && !main.contains("Called fixed"))
    #expect(try site.main("index.html").contains("No promise of this organisation was tested"))
  }

  @Test func tellsTheReaderOfARepeatWhatWasPromised() throws {
    let main = try RenderedSite(corpus).main("incidents/b/index.html")
    #expect(main.contains("The action was done, and it came back. Done 68 days before."))
  }
}
