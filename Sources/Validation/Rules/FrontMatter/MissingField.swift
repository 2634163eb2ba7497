internal import Markdown
internal import Diagnostics
internal import PostMortems

/// Reports a required field that is absent or empty.
struct MissingField: PostMortemRule {
  static let description = RuleDescription(
    id: "missing-field", group: .frontMatter, level: .error,
    summary: "a required field is missing",
    rationale: "Title, severity and start are what every list, search result and trend is made of.",
    triggering: ["↓---\ntitle: Checkout down\nstarted: 2026-03-01T10:00Z\n---\n"],
    nonTriggering: ["---\ntitle: Checkout down\nseverity: SEV2\nstarted: 2026-03-01T10:00Z\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.hasReadableFrontMatter, !draft.isEmpty else { return [] }
    let place = draft.document.frontMatter.map { SourceSpan($0.span.start, $0.span.start + 3) } ?? .fileStart
    return context.settings.requiredFields.filter { !isGiven($0, draft) }.map { key in
      Finding(
        Self.description.id, at: place, "'\(key)' is missing",
        help: draft.document.frontMatter == nil
          ? "begin the file with front matter that has '\(key):'" : "add '\(key):' to the front matter")
    }
  }

  /// A title may stand in a heading, and a start in the text, as long as the date can be read.
  private func isGiven(_ key: String, _ draft: PostMortemDraft) -> Bool {
    let fields = draft.fields
    switch key {
    case "title": return fields.title != nil || draft.title.span != .fileStart
    case "started": return fields.presentKeys.contains("started") || draft.date != nil
    case "severity": return fields.presentKeys.contains("severity")
    default: return fields.presentKeys.contains(key)
    }
  }
}
