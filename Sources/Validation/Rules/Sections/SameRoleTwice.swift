internal import Diagnostics
internal import PostMortems

/// Reports a section that is there a second time beside the first.
struct SameRoleTwice: PostMortemRule {
  static let description = RuleDescription(
    id: "same-role-twice", group: .sections,
    summary: "two sections side by side have the same name and purpose",
    rationale: "Readers stop at the first one, and a link to the name leads there.",
    triggering: [
      "# Checkout down\n\n## Timeline\n\n- 10:00 UTC down\n\n## Root cause\n\nA full disk.\n\n↓## Timeline\n\n- 11:00 UTC up\n"
    ],
    nonTriggering: [
      "# Two outages\n\n## First\n\n### Timeline\n\n- 10:00 UTC down\n\n## Second\n\n### Timeline\n\n- 11:00 UTC down\n",
      "# Checkout down\n\n## Technical improvements\n\n- [ ] Alert\n\n## Process improvements\n\n- [ ] Runbook\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    var first: [Key: Section] = [:]
    return draft.sections.compactMap { section in
      guard let role = section.role, case .heading(let level) = section.opening else { return nil }
      let key = Key(role: role, level: level, parent: section.parent, name: Self.singular(section.title))
      guard let earlier = first[key] else {
        first[key] = section
        return nil
      }
      let line = draft.source.line(at: earlier.titleSpan.start)
      return Finding(
        Self.description.id, at: section.titleSpan, "section '\(section.title)' is already there in line \(line)",
        help: "put the two together, or name what sets them apart")
    }
  }

  private struct Key: Hashable {
    let role: SectionRole
    let level: Int
    let parent: Int?
    let name: String
  }

  private static func singular(_ title: String) -> String {
    let name = SectionTitle.normalised(title)
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }
}
