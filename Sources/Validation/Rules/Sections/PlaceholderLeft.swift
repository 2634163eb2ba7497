internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports words of a template that nobody replaced.
struct PlaceholderLeft: PostMortemRule {
  static let description = RuleDescription(
    id: "placeholder-left", group: .sections,
    summary: "a placeholder was left in",
    rationale: "A placeholder looks like an answer from afar, and nobody comes back to give one.",
    triggering: [
      "# Checkout down\n\n## Timeline\n\n- 10:00 UTC ↓Short event description.\n",
      "# Checkout down\n\n## Impact\n\n↓[Finance to fill in the revenue]\n",
      "# Checkout down\n\nReported by ↓<add name here> on ↓YYYY-MM-DD.\n",
    ],
    nonTriggering: [
      "# Checkout down\n\n<!-- HH:mm, Short event description. -->\n\nThe parser wants the YYYY-MM-DD format, see `HH:mm`.\n",
      "# Checkout down\n\n## To do\n\n- TODO: alert on errors\n\nA TODO in the code said so.\n",
      "# Checkout down\n\n## Impact\n\nTODO: a note to the author, of which another rule tells.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let document = draft.document
    // A row's time that is a pattern has been reported as such.
    let told = Set(draft.findings.filter { $0.rule == "unreadable-time" }.map { draft.source.line(at: $0.span.start) })
    var actionsEnd = 0
    var actions = draft.sections(.actionItems).map(\.content)[...]
    return document.nodes.indices.flatMap { index -> [Finding] in
      while let next = actions.first, next.lowerBound <= index {
        actionsEnd = max(actionsEnd, next.upperBound)
        actions.removeFirst()
      }
      return Self.places(index, in: document, isAction: index < actionsEnd).filter {
        !told.contains(document.source.line(at: $0.start))
      }.map { span in
        Finding(
          Self.description.id, at: span, "placeholder '\(document.source.text(span))' was left in",
          help: "write what belongs there, or remove it")
      }
    }
  }

  private static func places(_ index: Int, in document: Document, isAction: Bool) -> [SourceSpan] {
    switch document.nodes[index].kind {
    case .text(let run) where !isAction:
      let text = document.bytes(run)
      return PlaceholderText.ranges(in: text).compactMap {
        document.span(of: text[$0], at: $0.lowerBound - text.startIndex, in: index)
      }
    case .htmlInline(let run) where PlaceholderText.isPlaceholder(tag: document.bytes(run)):
      return [document.span(of: document.bytes(run), at: 0, in: index)].compactMap { $0 }
    default: return []
    }
  }
}
