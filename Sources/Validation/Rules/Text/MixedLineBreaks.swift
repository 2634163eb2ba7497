internal import Diagnostics
internal import Markdown

/// Reports lines that end in different ways.
struct MixedLineBreaks: DocumentRule {
  static let description = RuleDescription(
    id: "mixed-line-breaks", group: .text, level: .note,
    summary: "the file's lines end in different ways",
    rationale:
      "Every tool that saves the file changes lines that nobody touched, and the difference hides the real one.",
    triggering: ["# Checkout down\n\n↓First line\rsecond line\n"],
    nonTriggering: ["# Checkout down\n\nText\n", "# Checkout down\r\n\r\nText\r\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    let source = document.source
    guard source.bytes.contains(0x0D) else { return [] }
    let breaks = (1..<max(source.lineStarts.count, 1)).map { line in
      SourceSpan(source.lineSpan(line).end, source.lineStarts[line])
    }
    let kinds = breaks.map { source.text($0) }.filter { !$0.isEmpty }
    guard let common = Self.mostFrequent(kinds), Set(kinds).count > 1 else { return [] }
    let others = breaks.filter { source.text($0) != common }
    guard let first = others.first else { return [] }
    let line = source.lineSpan(source.line(at: first.start))
    return [
      Finding(
        Self.description.id, at: line,
        "\(others.count) of \(breaks.count) lines do not end in \(Self.name(common)) as the others do",
        help: "save the file with one kind of line break",
        fixes: others.map { Fix(replace: $0, with: common, isSafe: true) })
    ]
  }

  private static func mostFrequent(_ kinds: [String]) -> String? {
    ["\n", "\r\n", "\r"].max { left, right in
      kinds.count { $0 == left } < kinds.count { $0 == right }
    }
  }

  private static func name(_ kind: String) -> String {
    kind == "\n" ? "LF" : kind == "\r" ? "CR" : "CRLF"
  }
}
