internal import Diagnostics
internal import Markdown

/// Reports a byte-order mark.
struct ByteOrderMark: DocumentRule {
  static let description = RuleDescription(
    id: "byte-order-mark", group: .text, level: .note,
    summary: "the file begins with a byte-order mark",
    rationale: "UTF-8 needs none, and other tools take it for a letter and do not see the front matter behind it.",
    triggering: ["↓\u{FEFF}# Checkout down\n"],
    nonTriggering: ["# Checkout down\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    guard document.source.hasByteOrderMark else { return [] }
    var mark = SourceSpan(0, 3)
    while document.source.bytes[mark.end...].starts(with: [0xEF, 0xBB, 0xBF]) { mark.end += 3 }
    return [
      Finding(
        Self.description.id, at: mark, "the file begins with a byte-order mark", help: "save it without one",
        fixes: [Fix(replace: mark, with: "", isSafe: true)])
    ]
  }
}
