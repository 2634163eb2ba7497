internal import Diagnostics
package import KnowledgeBase
internal import Markdown
internal import PostMortems

/// The fields that a document gives, in the order of the format.
struct AdoptedFields {
  let draft: PostMortemDraft
  let context: AdoptionContext
  private let labels: [DocumentLabel]

  init(_ draft: PostMortemDraft, context: AdoptionContext) {
    self.draft = draft
    self.context = context
    labels = DocumentLabel.labels(of: draft)
  }

  /// What the author wrote as data first, then what prose says beside it; one field a key.
  var all: [AdoptedField] {
    let given = given
    let known = Set(given.map(\.key))
    let words = AdoptedWords(draft: draft, labels: labels, settings: context.settings)
    let links = AdoptedLinks(draft: draft, labels: labels, context: context)
    let durations = AdoptedDurations(labels: labels)
    let found: [AdoptedField?] =
      [title, words.severity, links.services, timezone]
      + AdoptedPhases(draft: draft, labels: labels, durations: durations, settings: context.settings).fields
      + [words.detection, links.rootCauses, links.related] + durations.fields
    return given + found.compactMap { $0 }.filter { !known.contains($0.key) }
  }

  private var given: [AdoptedField] {
    let fields = draft.fields
    let words: [(String, Located<String>?)] = [
      ("id", fields.id), ("title", fields.title), ("status", fields.status), ("kind", fields.kind),
      ("severity", fields.severity), ("timezone", fields.timezone), ("trigger", fields.trigger),
      ("detection", fields.detection?.source),
    ]
    let lists: [(String, [Located<String>])] = [
      ("services", fields.services), ("teams", fields.teams), ("root_causes", fields.rootCauses),
      ("related", fields.related), ("recurrence_of", fields.recurrenceOf),
    ]
    let phases = fields.phases.compactMap { name, instant in
      instant.map { AdoptedField(name, .string($0.value.iso), confidence: 1, at: $0.span, isGiven: true) }
    }
    // A bare `date` may be that of the publication: the phases tell which, and it stays open what it means.
    let started = phases.filter { $0.key != "started" || !AdoptedPhases.isBareDate(draft) }
    return words.compactMap { key, word in
      word.map { AdoptedField(key, .string($0.value), confidence: 1, at: $0.span, isGiven: true) }
    }
      + lists.compactMap { key, list in
        list.first.map { AdoptedField(key, .strings(list.map(\.value)), confidence: 1, at: $0.span, isGiven: true) }
      } + started
  }

  private var title: AdoptedField? {
    let isHeading = draft.title.span != .fileStart
    return AdoptedField(
      "title", .string(draft.title.value), confidence: isHeading ? 0.95 : 0.5, at: draft.title.span,
      obstacle: isHeading ? "the heading is the title" : nil)
  }

  private var timezone: AdoptedField? {
    if let zone = draft.timeline?.statedZone, let section = draft.section(.timeline) {
      return AdoptedField("timezone", .string(zone.name), confidence: 0.9, at: section.titleSpan)
    }
    // Without it a time that was given in a zone would be filed under the day that it has in UTC.
    guard let zone = ClockZones.zone(of: draft.document), let first = draft.document.blocks.first else { return nil }
    return AdoptedField("timezone", .string(zone.name), confidence: 0.8, at: draft.document.nodes[first].span)
  }
}

/// What a document is read against: the settings, the catalogue of causes and the other post-mortems.
package struct AdoptionContext: Sendable {
  let settings: Settings
  let causes: [CauseRecord]
  /// The ids of the other post-mortems by their files.
  let ids: [String: String]

  package init(_ knowledgeBase: KnowledgeBase) {
    settings = knowledgeBase.settings
    causes = knowledgeBase.causes.all.compactMap(\.record)
    ids = Dictionary(knowledgeBase.postMortems.map { ($0.file, $0.id) }, uniquingKeysWith: { first, _ in first })
  }
}
