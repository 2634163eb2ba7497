internal import Diagnostics
internal import PostMortems

/// A front-matter field as the document supports it.
struct AdoptedField {
  let key: String
  let value: JSONValue
  /// 1 for what the author wrote as data, less for what was read from prose.
  let confidence: Double
  let span: SourceSpan
}

/// The fields that a document gives, in the order of the format.
enum AdoptedFields {
  static func all(in draft: PostMortemDraft) -> [AdoptedField] {
    given(draft) + phases(draft) + [title(draft), date(draft), timezone(draft)].compactMap { $0 }
  }

  private static func given(_ draft: PostMortemDraft) -> [AdoptedField] {
    let fields = draft.fields
    let words: [(String, Located<String>?)] = [
      ("id", fields.id), ("severity", fields.severity), ("status", fields.status), ("kind", fields.kind),
      ("trigger", fields.trigger), ("detection", fields.detection?.source),
    ]
    let lists: [(String, [Located<String>])] = [
      ("services", fields.services), ("teams", fields.teams), ("root_causes", fields.rootCauses),
      ("related", fields.related), ("recurrence_of", fields.recurrenceOf),
    ]
    return words.compactMap { key, word in
      word.map { AdoptedField(key: key, value: .string($0.value), confidence: 1, span: $0.span) }
    }
      + lists.compactMap { key, list in
        list.first.map {
          AdoptedField(key: key, value: .strings(list.map(\.value)), confidence: 1, span: $0.span)
        }
      }
  }

  private static func phases(_ draft: PostMortemDraft) -> [AdoptedField] {
    draft.fields.phases.compactMap { name, instant in
      instant.map { AdoptedField(key: name, value: .string($0.value.iso), confidence: 1, span: $0.span) }
    }
  }

  private static func title(_ draft: PostMortemDraft) -> AdoptedField? {
    let isWritten = draft.fields.title != nil
    let confidence = isWritten ? 1 : draft.title.span == .fileStart ? 0.5 : 0.9
    return AdoptedField(key: "title", value: .string(draft.title.value), confidence: confidence, span: draft.title.span)
  }

  private static func date(_ draft: PostMortemDraft) -> AdoptedField? {
    guard let date = draft.date, date.origin != .frontMatter else { return nil }
    let confidence =
      switch date.origin {
      case .frontMatter: 1.0
      case .label: 0.9
      case .fileName: 0.8
      case .title: 0.7
      case .timeline, .prose: 0.7
      case .address: 0.4
      }
    return AdoptedField(key: "started", value: .string(date.day.iso), confidence: confidence, span: date.span)
  }

  private static func timezone(_ draft: PostMortemDraft) -> AdoptedField? {
    guard draft.fields.timezone == nil, let zone = draft.timeline?.statedZone,
      let section = draft.section(.timeline)
    else { return nil }
    return AdoptedField(key: "timezone", value: .string(zone.name), confidence: 0.9, span: section.titleSpan)
  }
}
