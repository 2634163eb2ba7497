internal import Diagnostics
internal import Markdown

/// Reports characters that change the direction in which text is shown.
struct BidirectionalText: DocumentRule {
  static let description = RuleDescription(
    id: "bidirectional-text", group: .safety,
    summary: "an invisible character turns the direction of the text",
    rationale: "With these characters a command or an address reads differently from what is copied out of the page.",
    triggering: ["# Checkout down\n\nRun `deploy ↓\u{202E}nur-yrd` first.\n"],
    nonTriggering: ["# Checkout down\n\nThe customer wrote שלום and left.\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    let characters = HiddenCharacters.all(in: document.source).filter(\.isDirectional)
    let lines = Set(characters.map(\.line)).filter { Self.isRightToLeft(document.source, $0) }
    return characters.map { character in
      Finding(
        Self.description.id, at: character.span, "\(character.name) turns the direction of what follows it",
        help: "remove it", fixes: [Fix(replace: character.span, with: "", isSafe: !lines.contains(character.line))])
    }
  }

  /// Whether a line has letters of U+0580 to U+07FF: Hebrew, Arabic and their like, which need such marks at times.
  private static func isRightToLeft(_ source: SourceFile, _ line: Int) -> Bool {
    let span = source.lineSpan(line)
    return source.bytes[span.start..<span.end].contains { (0xD6...0xDF).contains($0) }
  }
}
