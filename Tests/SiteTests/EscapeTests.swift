import Diagnostics
import Site
import TestSupport
import Testing

/// Hostile words in every place where an author may put words.
@Suite struct EscapeTests {
  static let evil = #"</title><script>alert(1)</script>' onload=x &amp; {{title}}"#

  static let corpus = """
    -- debrief.yml --
    title: "\(evil)"
    description: "\(evil)"
    teams: {edge: {title: "\(evil)", description: "\(evil)"}}
    services: {proxy: {title: "\(evil)", description: "\(evil)", team: edge}}
    -- a.md --
    ---
    id: A
    title: "\(evil)"
    started: 2026-02-03T13:42Z
    resolved: 2026-02-03T14:42Z
    services: ["proxy", "\(evil)"]
    teams: ["\(evil)"]
    detection: {source: "\(evil)", alert: "\(evil)"}
    trigger: "\(evil)"
    root_causes: ["c", "\(evil)"]
    contributing_factors: [{text: "\(evil)"}]
    mitigations: [{type: "\(evil)"}]
    controls: {canary: failed, "x\(evil)": failed}
    impact: {money: "\(evil)", slo: "\(evil)"}
    links: {ticket: "javascript:alert(1)", chat: "\(evil)"}
    sources: ["javascript:alert(1)", "\(evil)"]
    tags: ["\(evil)"]
    aliases: ["\(evil)"]
    ---
    # <script>alert(1)</script>

    <script>alert(1)</script> [a](javascript:alert(1)) <img src=x onerror=alert(1)>

    ## Timeline

    - 13:42 <script>alert(1)</script> <img src=x onerror=alert(1)>

    ## Action items

    - [ ] <script>alert(1)</script> (owner: <script>, ticket: javascript:alert(1))
    -- causes/c.md --
    ---
    title: "\(evil)"
    aliases: ["\(evil)c"]
    category: "\(evil)"
    status: understood
    ---
    <script>alert(1)</script>
    -- plan/p.md --
    # <script>alert(1)</script>
    """

  static let site = RenderedSite(
    corpus,
    findings: [Diagnostic(rule: "r", level: .error, file: "a.md", message: evil, help: evil)],
    options: SiteOptions(commit: evil, generatorVersion: evil, skippedFiles: [SkippedFile(file: evil, reason: evil)]))

  @Test(arguments: site.htmlPaths)
  func showsHostileWordsAsWords(path: String) throws {
    let page = try Self.site.page(path)
    #expect(!page.contains("<script>"))
    #expect(page.firstMatch(of: /<[a-z][^>"]*("[^"]*"[^>"]*)* on[a-z]+=/) == nil)
    #expect(!page.contains("href=\"javascript:"))
    #expect(!page.contains("<img"))
    #expect(page.matches(of: /<title>/).count == page.matches(of: /<\/title>/).count)
  }

  @Test func reachesThePagesItIsMeantFor() throws {
    #expect(try Self.site.main("incidents/a/index.html").contains("&lt;/title&gt;&lt;script&gt;"))
    #expect(try Self.site.main("quality/index.html").contains("&lt;script&gt;"))
    #expect(try Self.site.page("index.html").contains("<title>&lt;/title&gt;"))
  }
}
