import Diagnostics
import Testing

@testable import Site

/// Documents as programs read them.
@Suite struct TwinTests {
  private let site = RenderedSite(sampleCorpus)

  @Test func givesTheAuthorsTextBehindTheFacts() throws {
    let text = try site.page("incidents/pm-2/index.md")
    #expect(
      text.hasPrefix(
        """
        > \(TwinNotice.text)

        # A rule takes the proxy down

        - Id: PM-2
        - Severity: SEV1
        - Status: published, incident
        - Started: 2026-02-03T13:42Z
        """))
    #expect(text.contains("- Root causes: [Backtracking](../../causes/backtracking/index.md), [unwritten]"))
    #expect(text.contains("[the first time](../../incidents/pm-1/index.md#timeline)"))
    #expect(text.contains("![a graph](../../files/graph.png)"))
    #expect(text.contains("- ~14:07 rule off[^1]") && text.contains("[^1]: From the log."))
  }

  @Test func namesAbsoluteAddressesWhereTheSitesIsKnown() throws {
    let published = RenderedSite(sampleCorpus, options: SiteOptions(baseURL: "https://example.org"))
    #expect(
      try published.page("incidents/pm-2/index.md")
        .contains("[the first time](https://example.org/incidents/pm-1/index.md#timeline)"))
    let data = try JSONParser.parse(Array(try published.page("causes/backtracking/index.json").utf8))
    #expect(data["page"]?.string == "https://example.org/causes/backtracking/index.html")
    #expect(data["markdown"]?.string == "https://example.org/causes/backtracking/index.md")
  }

  @Test(arguments: ["incidents/pm-2", "causes/backtracking", "causes/unwritten", "plan/roles"])
  func liesBesideItsPageAndIsLinkedFromIt(folder: String) throws {
    let page = try site.page("\(folder)/index.html")
    for (type, name) in [("text/markdown", "index.md"), ("application/json", "index.json")] {
      #expect(page.contains("<link rel=\"alternate\" type=\"\(type)\""))
      #expect(page.contains("href=\"../../\(folder)/\(name)\""))
      #expect(try site.page("\(folder)/\(name)").contains(TwinNotice.text))
    }
  }

  @Test func listsWhatThereIsForLanguageModels() throws {
    let text = try site.page("llms.txt")
    #expect(text.hasPrefix("# Shop outages\n\n> What broke, and what we changed. 5 post-mortems"))
    #expect(
      text.contains("- [A rule takes the proxy down](incidents/pm-2/index.md): 2026-02-03, SEV1, proxy and basket\n"))
    #expect(text.contains("- [Backtracking](causes/backtracking/index.md): 2 incidents\n"))
    #expect(text.contains("- [Roles](plan/roles/index.md)\n"))
  }

  @Test func findsADocumentByAnyOfItsNames() throws {
    let twins = DocumentTwins(RenderedSite.knowledgeBase(sampleCorpus), baseURL: nil)
    func title(_ name: String) -> String? {
      twins.document(name).flatMap { twins.data($0)["record"]?["title"]?.string }
    }
    for name in ["PM-2", "old-7", "2026-02-03-waf.md", "incidents/pm-2", "incidents/pm-2/index.html"] {
      #expect(title(name) == "A rule takes the proxy down", "\(name)")
    }
    #expect(title("backtracking") == "Backtracking" && title("causes/backtracking.md") == "Backtracking")
    #expect(title("plan/roles") == "Roles" && title("roles") == "Roles" && title("causes/roles") == nil)
    #expect(title("../../etc/passwd") == nil && title("") == nil && title("a/b/c/pm-2") == nil)
  }
}
