internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems
internal import Validation

/// A whole document: sections, timeline, action items, rules, fixes and its HTML.
enum DocumentTarget: FuzzTarget {
  static let name = "documents"

  static let words =
    SectionRole.allCases.map { "\n## \($0.title)\n\n" } + [
      "\n## Timeline (UTC)\n\n", "- 10:00 UTC — **Detection:** alert\n", "| Time | Event |\n| --- | --- |\n",
      "| 10:00 | x |\n",
      "2024-03-05 10:00", "Mar 5, 10:00 PST", "~10:30", "10:00–10:45", "T+15m", "yesterday", "[10:00] ", "**10:00** ",
      "- [ ] Do it @team (due 2024-04-01) #12\n", "- [x] Done ABC-123\n",
      "| Action | Owner | Due | Status |\n|--|--|--|--|\n",
      "owner: ", "due: ", "addresses: a-cause", "done when: ", "(won't do: no money)", "1. Why? Because.\n",
      ":::internal\n", ":::\n", "<!-- internal -->", "<!-- debrief-ignore blame: reason -->\n", "[^1]", "[^1]: note\n",
      "[a]: https://example.org\n", "![p](p.png)", "<https://a.example>", "www.a.example", "a@b.example", "~~x~~",
      "> [!NOTE]\n> x\n", "<details>\n", "<summary>", "</details>\n", "<kbd>", "<br>", "{#id}", "[[PM-2024-001]]",
      "$x$", "***", "===\n", "```python\n", "PM-2024-001", "human error", "Alice should have", "took 45 minutes",
    ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let source = SourceFile(path: "2024/2024-03-05-document.md", bytes: input)
    let draft = try read(source)
    let first = try diagnostics(draft)
    let second = try diagnostics(DraftReader.read(DocumentParser.parse(source), settings: Settings()))
    try expect(first == second, "diagnostics differ the second time")
    try mends(first, source)
    try rendersSafely(draft.document)
  }

  private static func read(_ source: SourceFile) throws(Violation) -> PostMortemDraft {
    let draft = DraftReader.read(DocumentParser.parse(source), settings: Settings())
    try DocumentProperties.check(draft)
    return draft
  }

  /// What a knowledge base of this one document is told.
  private static func diagnostics(_ draft: PostMortemDraft) throws(Violation) -> [Diagnostic] {
    let knowledgeBase = KnowledgeBase(
      drafts: [draft], causes: [], plan: [], settings: Settings(), asOf: Day(daysSinceEpoch: 20_605))
    let runner = RuleRunner(knowledgeBase)
    let own = knowledgeBase.postMortems.flatMap { runner.diagnostics(of: $0.draft) }
    let corpus = runner.corpusDiagnostics()
    try SpanProperties.areSorted(own)
    try SpanProperties.areSorted(corpus)
    return own + corpus
  }

  /// A fix changes no character in the middle, and what has been mended once needs no more than a few rounds.
  private static func mends(_ diagnostics: [Diagnostic], _ source: SourceFile) throws(Violation) {
    // No fix is applied to a file whose bytes had to be replaced.
    guard String(validating: source.bytes, as: UTF8.self) != nil, !source.bytes.contains(0) else { return }
    let (bytes, count) = FixApplier.apply(diagnostics, to: source.bytes)
    guard count > 0 else { return }
    try expect(String(validating: bytes, as: UTF8.self) != nil, "a fix leaves no UTF-8")
    _ = try read(SourceFile(path: source.path, bytes: bytes))
  }

  private static func rendersSafely(_ document: Document) throws(Violation) {
    let renderer = HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document), headingShift: 1)
    var html: [UInt8] = []
    if document.nodes.count > 1 { renderer.render(1..<document.nodes.count, into: &html) }
    renderer.renderFootnotes(into: &html)
    try HTMLProperties.check(html)
  }
}
