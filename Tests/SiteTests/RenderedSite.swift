import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Site
import Templates
import TestSupport
import Testing

/// A site made in memory of a corpus, page by page.
struct RenderedSite {
  let plan: SitePlan
  /// By path.
  let pages: [String: String]

  init(
    _ corpus: String, findings: [Diagnostic] = [], options: SiteOptions = SiteOptions(),
    pictures: [String: PictureSize] = [:], templates: TemplateLibrary = TemplateLibrary(),
    language: LanguageReader.Reading = .english, asOf: Day = Corpus.today
  ) {
    plan = SitePlan(
      Corpus(corpus).knowledgeBase(asOf: asOf), findings: DiagnosticsByFile(findings), options: options,
      pictures: pictures,
      templates: templates, language: language)
    pages = Dictionary(
      plan.pages.map { page in
        var bytes: [UInt8] = []
        page.render(&bytes)
        return (page.path, String(decoding: bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }

  static func knowledgeBase(_ corpus: String) -> KnowledgeBase { Corpus(corpus).knowledgeBase(asOf: Corpus.today) }

  /// The paths of all pages that a browser shows.
  var htmlPaths: [String] { pages.keys.filter { $0.hasSuffix(".html") }.sorted() }

  func page(_ path: String) throws -> String {
    try #require(pages[path], "no page \(path)")
  }

  /// What stands between `<main …>` and `</main>`.
  func main(_ path: String) throws -> String {
    let page = try page(path)
    let start = try #require(page.firstRange(of: "<main"))
    let end = try #require(page.firstRange(of: "</main>"))
    let inside = page[start.upperBound..<end.lowerBound]
    return String(inside[try #require(inside.firstIndex(of: "\n"))...])
  }
}

/// A small knowledge base with something of every kind.
let sampleCorpus = """
  -- debrief.yml --
  title: Shop outages
  description: What broke, and what we changed.
  teams:
    edge: {title: Edge team}
  services:
    proxy: {title: Edge proxy, team: edge}
  severity:
    SEV1: Nobody can buy
    SEV2: Buying is slow
  -- 2026-02-03-waf.md --
  ---
  id: PM-2
  title: A rule takes the proxy down
  severity: SEV1
  services: [proxy, basket]
  started: 2026-02-03T13:42Z
  detected: 2026-02-03T13:45Z
  mitigated: 2026-02-03T14:09Z
  resolved: 2026-02-03T14:52Z
  detection: {source: alert, alert: ErrorBudgetBurn}
  trigger: config
  root_causes: [backtracking, unwritten]
  contributing_factors: [no-canary, {text: "The limit was gone"}]
  mitigations: [{type: kill-switch, at: 2026-02-03T14:07Z, worked: true}, {type: restart, worked: false}]
  controls: {canary: absent, alert: worked}
  impact: {users: 12000, minutes: 27, data_loss: false}
  recurrence_of: [PM-1]
  aliases: [OLD-7]
  ---
  ## Summary

  Every request waited for a processor.[^1] See [the first time](2025-05-05-first.md#timeline) and ![a graph](graph.png).

  ## Timeline

  All times UTC.

  - 13:42 the **rule** goes out
  - 13:45 **Detection:** an alert fires, see `top`
  - ~14:07 rule off[^1]
  - 14:52 all is well

  A closing remark.

  ## Root cause

  A pattern with two wildcards.

  ## Action items

  As agreed on Friday.

  - [ ] Bound the [run time](https://example.org/limits) (owner: @edge, due: 2026-03-01, type: prevent, addresses: backtracking)
  - [x] Restore the limit (owner: @edge, done: 2026-02-10)
  - [-] Rewrite all rules (declined: too many)

  [^1]: From the log.
  -- 2025-05-05-first.md --
  ---
  id: PM-1
  title: The first time
  severity: SEV2
  services: [proxy]
  started: 2025-05-05T09:00Z
  root_causes: [backtracking]
  ---
  ## Timeline

  - 09:00 it begins
  -- notes.md --
  Only words, and no structure at all.
  -- empty.md --

  -- drill.md --
  ---
  title: A drill
  kind: drill
  status: draft
  ---
  -- causes/backtracking.md --
  ---
  title: Backtracking
  status: understood
  category: software
  owner_team: edge
  ---
  The engine tries every way.[^1]

  ## How to recognise it

  Processors at 100 %.

  ## First check at 2 a.m.

  ### Stacks

  ```sh
  perf top -p "$PID"
  ```

  ## Workaround

  Switch the feature off.

  [^1]: A definition.
  -- causes/no-canary.md --
  ---
  title: No canary
  ---
  It went everywhere at once.
  -- plan/roles.md --
  # Roles

  Hats. See [the rule](../2026-02-03-waf.md).
  -- graph.png --

  """
