internal import Diagnostics
internal import PostMortems

/// Reports a section that the settings ask for and that no heading gives.
struct MissingSection: PostMortemRule {
  static let description = RuleDescription(
    id: "missing-section", group: .sections, level: .error,
    summary: "a required section is missing",
    rationale:
      "What happened when, why, and what will be done about it: without these a reader cannot learn from the incident.",
    triggering: [
      "---\ntitle: ↓Checkout down\n---\n## Timeline\n\n- 10:00 UTC down\n\n## Root cause\n\nA full disk.\n",
      "---\ntitle: ↓Checkout down\n---\n## Timeline\n\n- 10:00 UTC down\n\n## Contributing factors\n\n- No alert\n\n## Action items\n\n- [ ] Alert on disk usage\n",
    ],
    nonTriggering: [
      "---\ntitle: Checkout down\n---\n## Timeline\n\n- 10:00 UTC down\n\n## Root cause\n\nA full disk.\n\n## Action items\n\n- [ ] Alert on disk usage\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard !draft.isEmpty else { return [] }
    let required = context.settings.sections.required(
      severity: draft.fields.severity?.value, kind: draft.fields.kind?.value ?? "incident")
    return required.filter { !Self.isGiven($0, draft) }.map { role in
      let stands = role == .rootCause ? draft.section(.contributingFactors) : nil
      return Finding(
        Self.description.id, at: draft.title.span, "section '\(role.title)' is missing",
        notes: ["other names are read too: \(SectionAliases.names(of: role).prefix(5).joined(separator: ", "))"]
          + (stands.map { ["'\($0.title)' stands in its place; 'sections:' in debrief.yml can ask for that instead"] }
            ?? []),
        help: "add a heading '## \(role.title)'")
    }
  }

  /// A cause may be told as five whys.
  static func isGiven(_ role: SectionRole, _ draft: PostMortemDraft) -> Bool {
    draft.section(role) != nil || role == .rootCause && draft.section(.fiveWhys) != nil
  }
}
