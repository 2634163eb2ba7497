internal import Diagnostics
internal import Markdown

/// The document about one incident, with an identity of its own; what it lacks travels along as nil.
///
/// A class, because it is passed about by the thousand and never changes.
package final class PostMortem: Sendable {
  package let draft: PostMortemDraft
  /// The draft's own, stored here: one value is read in place, while an accessor would copy dozens.
  package let fields: PostMortemFields
  /// Immutable once published; unique in the knowledge base.
  package let id: String
  /// The id's form in paths, unique as well.
  package let slug: String
  package let status: Status
  package let kind: Kind
  /// The severity where it is on the scale.
  package let severity: Severity?
  package let services: [String]
  package let teams: [String]
  package let day: Day?
  /// The first paragraph of the summary, or of the document; empty where there is none.
  package let summary: String

  package init(draft: PostMortemDraft, id: String, slug: String, settings: Settings) {
    self.draft = draft
    self.id = id
    self.slug = slug
    day = draft.date?.day
    summary = Self.summary(of: draft)
    let fields = draft.fields
    self.fields = fields
    status = fields.status.flatMap { Status(rawValue: $0.value) } ?? .published
    kind = fields.kind.flatMap { Kind(rawValue: $0.value) } ?? .incident
    severity = fields.severity.flatMap { name in
      settings.rank(of: name.value).map { Severity(name: name.value, rank: $0) }
    }
    services = Self.unique(fields.services.map(\.value))
    let owners = services.compactMap { service in settings.services.first { $0.slug == service }?.team }
    teams = Self.unique(fields.teams.isEmpty ? owners : fields.teams.map(\.value))
  }

  package enum Status: String, Sendable {
    case draft, review, published
  }

  package enum Kind: String, Sendable {
    case incident, drill
    case nearMiss = "near-miss"
  }

  package var title: String { draft.title.value }
  package var file: String { draft.file }

  package var started: Instant? { fields.started?.value ?? draft.date.map { $0.day.instant } }
  package var detected: Instant? { fields.detected?.value }
  package var mitigated: Instant? { fields.mitigated?.value }
  package var resolved: Instant? { fields.resolved?.value }

  /// Whether another organisation's report is described: its action items are reported, not promised.
  package var isExternal: Bool { fields.origin?.value == "external" }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private static func summary(of draft: PostMortemDraft) -> String {
    let document = draft.document
    let ranges = [draft.section(.summary)?.content, draft.sections.first?.content].compactMap { $0 }
    for range in ranges {
      if let paragraph = range.first(where: { document.nodes[$0].kind == .paragraph }) {
        let text = document.plainText(of: paragraph)
        if !text.isEmpty { return Spacing.single(text) }
      }
    }
    return ""
  }
}

/// An incident's place on the scale of the settings; rank 1 is the gravest.
package struct Severity: Hashable, Comparable, Sendable {
  package let name: String
  package let rank: Int

  package init(name: String, rank: Int) {
    self.name = name
    self.rank = rank
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
