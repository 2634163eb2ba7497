internal import Language
internal import Markdown
internal import PostMortems

/// Says in words why two reports are linked, each time with what stands in both.
struct ReasonWords {
  private let first: Subject
  private let second: Subject
  private let evidence: PairEvidence
  private let records: SharedRecords

  /// The most words, and the most modes of failure, that one reason names.
  static let wordLimit = 5
  static let modeLimit = 3

  init(_ first: Subject, _ second: Subject, _ evidence: PairEvidence, _ records: SharedRecords) {
    (self.first, self.second, self.evidence, self.records) = (first, second, evidence, records)
  }

  /// Strongest first; what counts against the pair comes first of all.
  var reasons: [RelationReason] {
    let found = evidence.pieces.compactMap(piece) + likeness
    return found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.reason)
  }

  private typealias Weighed = (weight: Float, reason: RelationReason)

  private func piece(_ piece: PairEvidence.Piece) -> Weighed? {
    switch piece.source {
    case .record(let number):
      let group = records.groups[number]
      return (piece.weight, RelationReason(kind: group.kind, text: say(group.text)))
    case .link(let link): return (link.kind == .difference ? 1 : piece.weight, reason(link))
    case .unnamed(let recurrence, let isFromOther):
      let quote = quote(recurrence.sentence, isFromOther: isFromOther) ?? ""
      let text = isFromOther ? say("it says there: \(quote)") : say("it says here: \(quote)")
      return (piece.weight, RelationReason(kind: .backReference, text: text))
    }
  }

  private func reason(_ link: ReportLink) -> RelationReason {
    let quote = quote(link.sentence, isFromOther: link.isFromOther)
    switch link.kind {
    case .recurrenceOf:
      let text =
        link.isFromOther ? say("names this as an earlier occurrence") : say("named here as an earlier occurrence")
      return RelationReason(kind: .recurrenceOf, text: text)
    case .related: return RelationReason(kind: .related, text: say("linked by an author"))
    case .recurrence:
      let text =
        link.isFromOther
        ? say("speaks of this as an earlier occurrence") : say("spoken of here as an earlier occurrence")
      return RelationReason(kind: .backReference, text: quote.map { say("\(text): \($0)") } ?? text)
    case .mention:
      return RelationReason(
        kind: .backReference, text: link.isFromOther ? say("its text names this one") : say("named in the text here"))
    case .difference:
      let speaker =
        link.isFromOther
        ? say("says there that the cause is another") : say("says here that the cause is another")
      return RelationReason(kind: .differentCause, text: quote.map { say("\(speaker): \($0)") } ?? speaker)
    }
  }

  /// A sentence of the document that speaks, in quotation marks.
  private func quote(_ range: Range<Int>?, isFromOther: Bool) -> String? {
    guard let range else { return nil }
    let words = Spacing.single((isFromOther ? second : first).postMortem.draft.document.string(at: range))
    return say("“\(words.count <= 160 ? words : words.prefix(159) + "…")”")
  }

  private var likeness: [Weighed] {
    var found: [Weighed] = []
    if let modes = modes { found.append((evidence.likeness * 0.49, modes)) }
    let (words, identifiers) = SharedWords(first, second).lists
    let weight = evidence.likeness * 0.5
    if !identifiers.isEmpty {
      let text = say("both name \(Self.list(identifiers.map { say("“\($0)”") }))")
      found.append((weight, RelationReason(kind: .identifier, text: text)))
    }
    if !words.isEmpty {
      let text = say("both speak of \(Self.list(words.map { say("“\($0)”") }))")
      found.append((weight, RelationReason(kind: .rareWords, text: text)))
    }
    return found
  }

  private static func list(_ words: [String]) -> String {
    words.joined(separator: Language.current.formats.comma)
  }

  private var modes: RelationReason? {
    let shared = Likeness.sharedModes(first.profile, second.profile).map { ($0.0.weight * $0.1.weight, $0) }
      .filter { $0.0 >= 0.02 }.sorted { ($1.0, $0.1.0.number) < ($0.0, $1.1.0.number) }.prefix(Self.modeLimit)
    guard !shared.isEmpty else { return nil }
    let texts = shared.map { _, pair in
      let here = PlacedWord.text(pair.0.place, in: first.postMortem)
      let there = PlacedWord.text(pair.1.place, in: second.postMortem)
      let words = here == there ? say("“\(here)”") : say("“\(here)” here, “\(there)” there")
      let name = FailureModes.names[pair.0.number]
      return "\(Language.current.word(name) ?? name) (\(words))"
    }
    return RelationReason(kind: .failureMode, text: say("same kind of failure: \(Self.list(texts))"))
  }
}

/// The words at a place of a report.
enum PlacedWord {
  static func text(_ place: WordPlace, in postMortem: PostMortem) -> String {
    let text =
      place.isInTitle
      ? String(
        decoding: Array(postMortem.title.utf8)[place.range.clamped(to: 0..<postMortem.title.utf8.count)], as: UTF8.self)
      : postMortem.draft.document.string(at: place.range)
    return text.lowercased()
  }
}
