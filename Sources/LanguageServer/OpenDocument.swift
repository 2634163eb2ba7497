internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems
internal import Validation

/// A document that an editor has open, with what was last found in it.
struct OpenDocument {
  let address: String
  var text: EditedText
  var version: Int?
  var kind: DocumentKind?
  /// The number of the reading that it was last checked against.
  var reading: Int?
  var diagnostics: [Diagnostic] = []
  var sections: [Section] = []

  /// Parses and checks the text by the rules that look at one document; findings of those about all are kept while the
  /// line that they speak of is there. A text on which the parser would hang is shown to it as one block of text.
  mutating func check(in workspace: Workspace, mayParse: (SourceFile) -> Bool) {
    let source = text.source
    func parse() -> Document {
      mayParse(source) ? DocumentParser.parse(source) : DocumentParser.parseAsText(source)
    }
    let found: [Diagnostic]
    sections = []
    switch kind {
    case nil: found = []
    case .settings:
      found = SettingsReader.read(source).findings.map { Diagnostic($0, level: .error, in: source) }
    case .postMortem:
      let draft = DraftReader.read(parse(), settings: workspace.knowledgeBase.settings)
      sections = draft.sections
      found = workspace.runner.diagnostics(of: draft)
    case .cause:
      let record = CauseRecord(document: parse(), settings: workspace.knowledgeBase.settings)
      found = workspace.runner.diagnostics(of: record)
    case .plan: found = workspace.runner.diagnostics(of: PlanPage(document: parse()))
    }
    guard kind != .settings else { return diagnostics = found.sorted() }
    let kept = (workspace.corpus[source.path] ?? []).compactMap(moved)
    diagnostics = workspace.filter.apply((found + kept).sorted(), in: source)
  }

  /// A diagnostic of the saved text where its line stands now; nil where the line has changed.
  private func moved(_ diagnostic: Diagnostic) -> Diagnostic? {
    guard let excerpt = diagnostic.excerpt else { return diagnostic }
    let source = text.source
    let saved = diagnostic.start.line
    let lines = [saved] + (1...50).flatMap { [saved - $0, saved + $0] }
    guard let line = lines.first(where: { isLine($0, excerpt, source) }) else { return nil }
    var moved = diagnostic
    moved.start.line = line
    moved.end.line += line - saved
    // Their bytes are those of the saved text.
    if line != saved || moved.fixes.contains(where: { source.position(at: $0.span.start) != $0.start }) {
      moved.fixes = []
    }
    return moved
  }

  private func isLine(_ line: Int, _ excerpt: String, _ source: SourceFile) -> Bool {
    guard line >= 1, line <= source.lineStarts.count else { return false }
    var text = source.text(source.lineSpan(line))
    if line == 1, source.hasByteOrderMark { text.removeFirst() }
    return text == excerpt
  }
}
