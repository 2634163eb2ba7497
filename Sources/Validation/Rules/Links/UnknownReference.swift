internal import KnowledgeBase
internal import Diagnostics
internal import PostMortems

/// Reports a reference to a post-mortem that does not exist.
struct UnknownReference: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-reference", group: .links, level: .error,
    summary: "a referenced post-mortem does not exist",
    rationale: "A link to an earlier incident is worth nothing when it leads nowhere.",
    triggering: ["-- a.md --\n---\nrelated: [↓PM-2]\n---\n-- b.md --\n---\nid: PM-1\n---\n"],
    nonTriggering: ["-- a.md --\n---\nrecurrence_of: [pm-1]\n---\n-- b.md --\n---\nid: PM-1\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let references = context.knowledgeBase.references
    let written = draft.fields.related + draft.fields.recurrenceOf
    return written.filter { references.position(of: $0.value) == nil }.map { word in
      let near = references.nearMisses.nearest(to: word.value)
      return Finding(
        Self.description.id, at: word.span,
        "post-mortem '\(word.value)' does not exist" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: ["an id is the one in front matter, else the name of the file"],
        help: near.map { "replace it with '\($0)'" },
        fixes: near.map { [Fix(replace: word.span, with: $0, isSafe: false)] } ?? [])
    }
  }
}
