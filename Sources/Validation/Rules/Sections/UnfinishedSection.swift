internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports a section that a skeleton gave a heading and that nobody wrote, where the settings do not require it.
struct UnfinishedSection: PostMortemRule {
  static let description = RuleDescription(
    id: "unfinished-section", group: .sections,
    summary: "a section is not written yet",
    rationale:
      "The hints of a skeleton are not on the page: readers see a heading and below it the next one, and cannot tell whether there was nothing to say.",
    triggering: [
      "# Checkout down\n\n↓## Impact\n\n<!-- Who could not do what? -->\n\n## Timeline\n\n- 10:00 UTC down\n",
      "# Checkout down\n\n## Lessons learned\n\n↓### What went well\n\n### What went wrong\n\n- No alert\n",
      "# Checkout down\n\n↓## Scenario\n\n<!-- What was broken? -->\n",
    ],
    nonTriggering: [
      "# Checkout down\n\n## Impact\n\nUnknown.\n\n## Lessons learned\n\n### What went well\n\n- The canary\n",
      "# Checkout down\n\nIt was down.[^1]\n\n## Sources\n\n[^1]: Status page.\n",
      "# Checkout down\n\n## Timeline\n\n## Notes\n\n### 10:00 UTC down\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let required = context.settings.sections.required(
      severity: draft.fields.severity?.value, kind: draft.fields.kind?.value ?? "incident")
    return draft.sections.indices.compactMap { index in
      let section = draft.sections[index]
      guard case .heading = section.opening, EmptySection.isEmpty(section, draft),
        !Self.holdsFootnotes(index, draft)
      else { return nil }
      if let role = section.role, required.contains(role) { return nil }
      guard section.role != nil || Self.hasHint(section, draft) else { return nil }
      return Finding(
        Self.description.id, at: section.titleSpan, "section '\(section.title)' is not written yet",
        help: "write it, say that it is unknown, or remove the heading")
    }
  }

  /// Footnotes are at the end of the page wherever they are written, most often below a heading of their own.
  private static func holdsFootnotes(_ index: Int, _ draft: PostMortemDraft) -> Bool {
    let next = index + 1 < draft.sections.count ? draft.sections[index + 1].titleSpan.start : draft.source.bytes.count
    let start = draft.sections[index].titleSpan.end
    return start < next && draft.source.bytes[start..<next].firstIndex(of: "[^".utf8) != nil
  }

  private static func hasHint(_ section: Section, _ draft: PostMortemDraft) -> Bool {
    section.content.contains { index in
      guard case .htmlBlock(let run) = draft.document.nodes[index].kind else { return false }
      return draft.document.bytes(run).starts(with: "<!--".utf8)
    }
  }
}
