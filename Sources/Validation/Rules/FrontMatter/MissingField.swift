internal import Markdown
internal import Diagnostics
internal import PostMortems

/// Reports a required field that is absent or empty.
struct MissingField: PostMortemRule {
  static let description = RuleDescription(
    id: "missing-field", group: .frontMatter, level: .error,
    summary: "a required field is missing or empty",
    rationale: "Title, severity and start are what every list, search result and trend is made of.",
    triggering: [
      "↓---\ntitle: Checkout down\nstarted: 2026-03-01T10:00Z\n---\n",
      "---\ntitle: Checkout down\n↓severity:\nstarted: 2026-03-01T10:00Z\n---\n",
      "---\ntitle: Checkout down\n↓sev: \"\"\nstarted: 2026-03-01T10:00Z\n---\n",
      "-- 2026-03-01-checkout.md --\n---\ntitle: Checkout down\nseverity: SEV2\n↓started:\n---\n",
      "-- debrief.yml --\nrequired: [services]\n-- a.md --\n---\n↓services: []\n---\n",
    ],
    nonTriggering: [
      "---\ntitle: Checkout down\nseverity: SEV2\nstarted: 2026-03-01T10:00Z\n---\n",
      "---\ntitle:\nseverity: SEV2\nstarted: 2026-03-01T10:00Z\n---\n# Checkout down\n",
      "---\ntitle: Checkout down\nseverity: [SEV1, SEV2]\nstarted: soon\nmitigated:\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.hasReadableFrontMatter, !draft.isEmpty else { return [] }
    return context.settings.requiredFields.compactMap { key in
      let entries = draft.document.frontMatter?.entries ?? []
      let names = entries.filter { $0.key.value == key || context.settings.keys[$0.key.value] == key }
      guard !Self.standsInText(key, draft, isAskedFor: !names.isEmpty) else { return nil }
      guard let entry = names.first(where: { !$0.value.value.isEmpty }) ?? names.first else {
        return Self.missing(key, draft)
      }
      guard entry.value.value.isEmpty else { return nil }
      return Finding(
        Self.description.id, at: entry.key.span, "'\(entry.key.value)' is empty", help: "give '\(key)' a value")
    }
  }

  private static func missing(_ key: String, _ draft: PostMortemDraft) -> Finding {
    let block = draft.document.frontMatter
    return Finding(
      description.id, at: block.map { SourceSpan($0.span.start, $0.span.start + 3) } ?? .fileStart,
      "'\(key)' is missing",
      help: block == nil
        ? "begin the file with front matter that has '\(key):'" : "add '\(key):' to the front matter")
  }

  /// A title may stand in a heading, and a start in the text, as long as the date can be read. A file is often named
  /// after the day on which it was begun, so that its name is no answer to a start that the front matter asks for.
  private static func standsInText(_ key: String, _ draft: PostMortemDraft, isAskedFor: Bool) -> Bool {
    switch key {
    case "title": draft.fields.title != nil || draft.title.span != .fileStart
    case "started": draft.date.map { $0.origin != .fileName || !isAskedFor } ?? false
    default: false
    }
  }
}

extension FrontMatterValue {
  /// Whether nothing but a key was written: no value, blank quotes, an empty list or map.
  fileprivate var isEmpty: Bool {
    switch self {
    case .null: true
    case .scalar(let text, _): text.allSatisfy(\.isWhitespace)
    case .sequence(let items): items.allSatisfy { $0.value.isEmpty }
    case .mapping(let entries): entries.isEmpty
    }
  }
}
