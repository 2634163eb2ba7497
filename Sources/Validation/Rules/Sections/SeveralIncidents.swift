internal import Diagnostics
internal import PostMortems

/// Reports a document that tells more than one incident.
struct SeveralIncidents: PostMortemRule {
  static let description = RuleDescription(
    id: "several-incidents", group: .sections, level: .note,
    summary: "the document tells several incidents",
    rationale:
      "A document has one severity, one start and one list of causes: the second incident is in no trend and no list.",
    triggering: [
      "# Two outages\n\n## Monday\n\n### Timeline\n\n- 10:00 UTC down\n\n### Root cause\n\nA full disk.\n\n↓## Tuesday\n\n### Timeline\n\n- 11:00 UTC down\n\n### Root cause\n\nThe same disk.\n"
    ],
    nonTriggering: [
      "# Checkout down\n\n## Timeline\n\n- 10:00 UTC down\n\n## Root cause\n\nA full disk.\n\n## Follow-up\n\n### Timeline\n\n- 11:00 UTC up\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    var parts: [Int: Set<SectionRole>] = [:]
    for section in draft.sections {
      if let parent = section.parent, let role = section.role { parts[parent, default: []].insert(role) }
    }
    let tellers = draft.sections.indices.filter { index in
      guard case .heading = draft.sections[index].opening, draft.sections[index].role == nil else { return false }
      let roles = parts[index] ?? []
      return roles.contains(.timeline) && (roles.contains(.rootCause) || roles.contains(.contributingFactors))
    }
    let rivals = tellers.filter { draft.sections[$0].parent == tellers.first.flatMap { draft.sections[$0].parent } }
    guard rivals.count > 1 else { return [] }
    return [
      Finding(
        Self.description.id, at: draft.sections[rivals[1]].titleSpan,
        "'\(draft.sections[rivals[1]].title)' is another incident with a timeline and a cause of its own",
        notes: ["the document has \(rivals.count) such parts"], help: "give each incident a file of its own")
    ]
  }
}
