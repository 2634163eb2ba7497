internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports a first heading beside the title of the front matter.
struct TitleTwice: PostMortemRule {
  static let description = RuleDescription(
    id: "title-twice", group: .sections, level: .note,
    summary: "the first heading repeats or contradicts the title of the front matter",
    rationale: "The page shows both, one above the other, and lists know the one of the front matter only.",
    triggering: [
      "---\ntitle: Checkout down\n---\n↓# Checkout down\n\nText\n",
      "---\ntitle: Checkout down\n---\n↓# Search slow\n\nText\n",
    ],
    nonTriggering: [
      "---\ntitle: Checkout down\n---\n# Summary\n\nText\n", "---\ntitle: Checkout down\n---\n## Timeline\n",
      "---\nseverity: SEV2\n---\n# Checkout down\n\nText\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let title = draft.fields.title, let heading = draft.document.blocks.first,
      case .heading(level: 1) = draft.document.nodes[heading].kind
    else { return [] }
    let words = draft.document.plainText(of: heading)
    guard !words.isEmpty, SectionTitle.role(of: words) == nil else { return [] }
    let isSame = SectionTitle.normalised(words) == SectionTitle.normalised(title.value)
    return [
      Finding(
        Self.description.id, at: draft.document.nodes[heading].span,
        isSame ? "heading repeats the title" : "heading '\(words)' is not the title '\(title.value)'",
        help: isSame ? "remove one of the two" : "keep one title")
    ]
  }
}
