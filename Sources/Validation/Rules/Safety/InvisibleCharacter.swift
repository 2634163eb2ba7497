internal import Diagnostics
internal import Markdown

/// Reports characters without a width inside words.
struct InvisibleCharacter: DocumentRule {
  static let description = RuleDescription(
    id: "invisible-character", group: .safety,
    summary: "an invisible character stands in a word",
    rationale: "A word with an invisible character is not found by a search, and a copied command fails.",
    triggering: ["# Checkout down\n\nThe pod check↓\u{200B}out-api was evicted.\n"],
    nonTriggering: ["# Checkout down\n\nThanks 👩\u{200D}🚒, and می\u{200C}خواهم is one word.\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    HiddenCharacters.all(in: document.source).filter { !$0.isDirectional && $0.standsInWord }.map { character in
      Finding(
        Self.description.id, at: character.span, "\(character.name) stands in a word", help: "remove it",
        fixes: [Fix(replace: character.span, with: "", isSafe: true)])
    }
  }
}
