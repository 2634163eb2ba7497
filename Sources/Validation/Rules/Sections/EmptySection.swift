internal import Markdown
internal import Diagnostics
internal import PostMortems

/// Reports a required section that has a heading and nothing below it.
struct EmptySection: PostMortemRule {
  static let description = RuleDescription(
    id: "empty-section", group: .sections, level: .error,
    summary: "a required section is empty",
    rationale: "A heading without a text promises an answer that is not there.",
    triggering: ["# Checkout down\n\n↓## Timeline\n\n## Root cause\n\nA full disk.\n"],
    nonTriggering: ["# Checkout down\n\n## Timeline\n\n- 10:00 UTC down\n\n## Root cause\n\nA full disk.\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let required = context.settings.sections.required(
      severity: draft.fields.severity?.value, kind: draft.fields.kind?.value ?? "incident")
    return required.compactMap { role in
      let sections = draft.sections(role)
      guard let first = sections.first, sections.allSatisfy({ Self.isEmpty($0, draft) }) else { return nil }
      return Finding(
        Self.description.id, at: first.titleSpan, "section '\(first.title)' is empty",
        help: "write it, or say that it is unknown")
    }
  }

  static func isEmpty(_ section: Section, _ draft: PostMortemDraft) -> Bool {
    let text = draft.document.plainText(from: section.content.lowerBound, to: section.content.upperBound)
    return !text.contains { $0.isLetter || $0.isNumber }
      && !section.content.contains { index in
        if case .image = draft.document.nodes[index].kind { return true }
        return false
      }
  }
}
