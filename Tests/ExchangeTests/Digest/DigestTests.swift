import Diagnostics
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// The digest of the last seven days to 1 June 2026.
@Suite("A digest")
struct DigestTests {
  private static let addresses = PageAddresses(
    base: "https://kb.example.org",
    paths: PageAddresses.Paths(
      home: "index.html", actions: "actions/index.html", causes: "causes/index.html", incidents: "incidents/index.html",
      trends: "trends/index.html", postMortem: { "incidents/\($0.slug)/index.html" },
      cause: { "causes/\($0)/index.html" }))

  private static let small = """
    -- debrief.yml --
    title: Shop outages
    -- new.md --
    ---
    id: PM-3
    title: It came back <again> & hurt
    severity: SEV1
    started: 2026-05-28T10:00Z
    services: [proxy]
    root_causes: [backtracking]
    ---
    -- before.md --
    ---
    id: PM-2
    title: The first time
    started: 2026-03-01
    root_causes: [backtracking]
    ---
    ## Action items

    - [ ] Bound the run time (owner: @edge, due: 2026-05-01, type: prevent, addresses: backtracking)
    - [ ] Alert on load (owner: @edge, due: 2026-06-10)
    -- old.md --
    ---
    id: PM-1
    title: Years ago
    started: 2020-05-30
    ---
    -- draft.md --
    ---
    title: Nobody may know yet
    status: draft
    started: 2026-05-29
    ---
    ## Action items

    - [ ] Not promised (owner: @edge, due: 2026-04-01)
    """

  private func digest(_ corpus: String, since: String = "2026-05-26", addresses: PageAddresses = addresses) throws
    -> Digest
  {
    Digest(Corpus(corpus).knowledgeBase(), since: try #require(Day(iso: since)), addresses: addresses)
  }

  private func parsed(_ format: DigestFormat, _ digest: Digest) throws -> JSONValue {
    try JSONParser.parse(Array(format.payload(of: digest).utf8))
  }

  @Test func saysWhatIsNewWhatCameBackAndWhatIsToBeDone() throws {
    let digest = try digest(Self.small)
    #expect(digest.sections.map(\.id) == ["new", "returned", "broken", "overdue", "soon", "on-this-day"])
    #expect(digest.sections.map { $0.items.count } == [1, 1, 1, 1, 1, 1])
    #expect(
      digest.sections[1].items[0].detail == "the 2nd time: It came back <again> & hurt, 88 days after The first time")
    #expect(digest.sections[2].items[0].text == "Bound the run time")
    #expect(digest.sections[3].items[0].detail.hasPrefix("31 days late, edge"))
    #expect(digest.sections[5].items[0].detail.hasPrefix("6 years ago"))
  }

  @Test func saysThatThereIsNothing() throws {
    let digest = try digest("---\ntitle: T\nstarted: 2026-01-03\n---\n")
    for format in DigestFormat.allCases where format != .json {
      #expect(format.payload(of: digest).contains("Nothing new, nothing overdue."), "\(format)")
    }
  }

  @Test func givesTheSameBytesTwice() throws {
    for format in DigestFormat.allCases {
      #expect(try format.payload(of: digest(Self.small)) == format.payload(of: digest(Self.small)), "\(format)")
    }
  }

  @Test func takesTheMeaningFromMarkup() throws {
    let digest = try digest(Self.small)
    #expect(DigestFormat.slack.payload(of: digest).contains("It came back &lt;again&gt; &amp; hurt"))
    #expect(DigestFormat.markdown.payload(of: digest).contains(#"It came back \<again\> \& hurt"#))
    #expect(DigestFormat.email.payload(of: digest).contains("It came back &lt;again&gt; &amp; hurt"))
  }

  /// 500 overdue items, each with as much text as an author may write.
  private static var large: String {
    let text = String(repeating: "<&> größer und 重要な約束 ", count: 30)
    let items = (1...500).map { "- [ ] Item \($0) \(text) (owner: @edge, due: 2026-05-01)" }.joined(separator: "\n")
    return
      "---\nid: PM-1\ntitle: \(String(repeating: "very long ", count: 40))\nstarted: 2026-05-30\n---\n## Action items\n\n"
      + items + "\n"
  }

  @Test(arguments: [true, false]) func staysWithinTheLimitsOfSlackWithFiveHundredItems(hasAddress: Bool) throws {
    let none = PageAddresses(
      base: nil,
      paths: .init(
        home: "", actions: "", causes: "", incidents: "", trends: "", postMortem: { _ in "" }, cause: { _ in "" }))
    let digest = try digest(Self.large, addresses: hasAddress ? Self.addresses : none)
    let json = try parsed(.slack, digest)
    let blocks = try #require(json["blocks"]?.items)
    #expect(blocks.count <= 50)
    #expect(JSONValue.array(blocks).compact.utf8.count <= 13_200)
    for block in blocks {
      let text = block["text"]?["text"]?.string ?? ""
      #expect(text.utf16.count <= (block["type"]?.string == "header" ? 150 : 3000))
    }
    let words = blocks.compactMap { $0["text"]?["text"]?.string }.joined()
    let shown = words.split(separator: "• ").count - 1
    let left = try #require(words.firstMatch(of: /… and (\d+) more/)).output.1
    #expect(hasAddress == words.contains("<https://kb.example.org/actions/index.html|… and"))
    // One of the lines is the new post-mortem's.
    #expect(shown - 1 + (Int(left) ?? 0) == 500)
  }

  @Test func staysWithinTheLimitOfTeamsWithFiveHundredItems() throws {
    let text = try DigestFormat.teams.payload(of: digest(Self.large))
    #expect(text.utf8.count < 28_000 && text.utf8.count > 10_000)
    let content = try JSONParser.parse(Array(text.utf8))["attachments"]?.items?.first?["content"]
    #expect(content?["type"]?.string == "AdaptiveCard" && content?["version"]?.string == "1.4")
    let words = content?["body"]?.items?.compactMap { $0["text"]?.string }.joined() ?? ""
    #expect(words.contains("more](https://kb.example.org/actions/index.html)"))
  }

  @Test func namesTheCommandWhereTheSiteHasNoAddress() throws {
    let none = PageAddresses(
      base: nil,
      paths: .init(
        home: "", actions: "", causes: "", incidents: "", trends: "", postMortem: { _ in "" }, cause: { _ in "" }))
    let text = try DigestFormat.markdown.payload(of: digest(Self.large, addresses: none))
    #expect(text.contains("… and 400 more: `debrief actions --overdue`"))
  }

  @Test func writesAMailOfSevenBitLines() throws {
    let mail = try DigestFormat.email.payload(of: digest(Self.large))
    let lines = mail.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0A } })
    #expect(mail.contains("Content-Type: text/plain") && mail.contains("Content-Type: text/html"))
  }
}
