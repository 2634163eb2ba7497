internal import Diagnostics
internal import Markdown

/// Reports a heading that skips a level.
struct HeadingLevelJump: DocumentRule {
  static let description = RuleDescription(
    id: "heading-level-jump", group: .sections, level: .note,
    summary: "a heading is more than one level below the one above it",
    rationale: "Readers with a screen reader move by heading level and take a skipped level for a missing part.",
    triggering: ["# Checkout down\n\n## Timeline\n\n↓#### 10:05 UTC\n\nPaged.\n"],
    nonTriggering: ["# Checkout down\n\n## Timeline\n\n### 10:05 UTC\n\nPaged.\n\n## Root cause\n\nA full disk.\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    var above: UInt8?
    return document.nodes.compactMap { node in
      guard case .heading(let level) = node.kind else { return nil }
      defer { above = level }
      guard let last = above, level > last + 1 else { return nil }
      return Finding(
        Self.description.id, at: node.span, "level \(level) heading stands below a level \(last) heading",
        help: "begin it with '\(String(repeating: "#", count: Int(last) + 1))'")
    }
  }
}
