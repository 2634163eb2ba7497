internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports two given ids that are the same, or differ by letter case or Unicode form only.
struct ClashingID: CorpusRule {
  static let description = RuleDescription(
    id: "clashing-id", group: .identity, level: .error,
    summary: "two post-mortems have the same id",
    rationale: "An id is an address: links, feeds and trackers would lead to the wrong incident.",
    triggering: ["-- a.md --\n---\nid: PM-1\n---\n-- b.md --\n---\nid: ↓pm-1\n---\n"],
    nonTriggering: ["-- a.md --\n---\nid: PM-1\n---\n-- b.md --\n---\nid: PM-2\n---\n"])

  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    var owners: [String: String] = [:]
    return knowledgeBase.postMortems.sorted { $0.file < $1.file }.compactMap { postMortem in
      guard let id = postMortem.fields.id else { return nil }
      let key = Slug.make(id.value)
      guard let owner = owners[key] else {
        owners[key] = postMortem.file
        return nil
      }
      return FileFinding(
        file: postMortem.file,
        Finding(
          Self.description.id, at: id.span, "id '\(id.value)' belongs to '\(owner)' already",
          notes: ["ids are compared without letter case"], help: "give this post-mortem an id of its own"))
    }
  }
}
