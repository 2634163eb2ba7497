internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports file names that give several post-mortems the same id.
struct DerivedIDShared: CorpusRule {
  static let description = RuleDescription(
    id: "derived-id-shared", group: .identity,
    summary: "several files without an id have the same name",
    rationale:
      "The id is then made of the path, so that it changes, with every link to it, as soon as a file moves or a namesake comes.",
    triggering: ["-- 2025/outage.md --\n↓# Checkout down\n-- 2026/outage.md --\n# Search slow\n"],
    nonTriggering: [
      "-- 2025/checkout.md --\n# Checkout down\n-- 2026/search.md --\n# Search slow\n",
      "-- 2025/outage.md --\n---\nid: PM-1\n---\n-- 2026/outage.md --\n---\nid: PM-2\n---\n",
    ])

  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    let derived = knowledgeBase.postMortems.filter { $0.fields.id == nil && $0.id != $0.draft.id.value }
    let groups = Dictionary(grouping: derived) { $0.draft.id.value }
    return groups.values.compactMap { group in
      let group = group.sorted { $0.file < $1.file }
      guard let first = group.first else { return nil }
      let others = group.dropFirst().map { "'\($0.file)' has '\($0.id)'" }
      let more = others.count > 3 ? ["and \(others.count - 3) more have ids made of their paths"] : []
      return FileFinding(
        file: first.file,
        Finding(
          Self.description.id, at: .fileStart,
          "id '\(first.draft.id.value)' is not its own, so '\(first.file)' has '\(first.id)'",
          notes: others.prefix(3) + more, help: "give each an 'id:' in its front matter"))
    }
  }
}
