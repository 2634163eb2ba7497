internal import Diagnostics
internal import Markdown
internal import PostMortems

/// For each report what it says of others, and what others say of it.
struct ReportLinks: Sendable {
  private let names: ReportNames
  private let targets: LinkTargets
  private let references: ReferenceIndex
  private var links: [[ReportLink]]
  private(set) var recurrences: [[UnnamedRecurrence]]

  /// An unnamed earlier report is looked for in the same folder, this many days back.
  static let reach = 31

  init(
    _ postMortems: [PostMortem], readings: [IncidentReading], vocabulary: Vocabulary, references: ReferenceIndex,
    targets: LinkTargets
  ) {
    names = ReportNames(postMortems)
    self.targets = targets
    self.references = references
    links = [[ReportLink]](repeating: [], count: postMortems.count)
    recurrences = postMortems.indices.map { Self.unnamed(readings[$0], postMortems[$0].draft.document, vocabulary) }
    let folders = FolderDays(postMortems)
    for position in postMortems.indices {
      for link in outgoing(postMortems[position], readings[position], folders, from: position) {
        links[position].append(link)
        links[link.other].append(
          ReportLink(kind: link.kind, other: position, isFromOther: true, sentence: link.sentence))
      }
    }
  }

  func of(_ position: Int) -> [ReportLink] { links[position] }

  /// What a report says of those of the knowledge base; `position` is its own place there, if it has one.
  func outgoing(
    _ postMortem: PostMortem, _ reading: IncidentReading, _ folders: FolderDays, from position: Int?
  ) -> [ReportLink] {
    var found: [ReportLink] = []
    func add(_ kind: ReportLink.Kind, _ other: Int?, _ sentence: Range<Int>? = nil) {
      guard let other, other != position, !found.contains(where: { $0.kind == kind && $0.other == other }) else {
        return
      }
      found.append(ReportLink(kind: kind, other: other, isFromOther: false, sentence: sentence))
    }
    for name in postMortem.fields.recurrenceOf { add(.recurrenceOf, references.position(of: name.value)) }
    for name in postMortem.fields.related { add(.related, references.position(of: name.value)) }
    let document = postMortem.draft.document
    for reference in reading.references {
      let named = targets(of: reference, in: document)
      let sentence = Self.sentence(of: reference, in: document)
      switch reference.sense {
      case .mention: for other in named { add(.mention, other) }
      case .recurrence: for other in named { add(.recurrence, other, sentence) }
      case .difference:
        let meant = named.isEmpty ? folders.meant(by: reference, in: postMortem) : named
        for other in meant { add(.difference, other, sentence) }
      }
    }
    let denied = Set(found.filter { $0.kind == .difference }.map(\.other))
    return found.filter { $0.kind == .difference || $0.kind == .recurrenceOf || !denied.contains($0.other) }
  }

  private func targets(of reference: Reference, in document: Document) -> [Int] {
    let linked = reference.links.compactMap { node -> Int? in
      guard case .link(let destination, _) = document.nodes[node].kind else { return nil }
      let address = document.string(destination)
      if case .postMortem(let other, _) = targets.target(of: address, in: document.source.path) { return other }
      return names.position(ofAddress: address)
    }
    return linked + reference.names.compactMap(names.position(of:))
  }

  /// The longest run of the sentence that one piece of text holds, for a link's address stands between its pieces.
  static func sentence(of reference: Reference, in document: Document) -> Range<Int>? {
    guard let first = reference.ranges.first, let last = reference.ranges.last, first.lowerBound < last.upperBound
    else { return nil }
    return first.lowerBound..<last.upperBound
  }

  static func unnamed(_ reading: IncidentReading, _ document: Document, _ vocabulary: Vocabulary)
    -> [UnnamedRecurrence]
  {
    reading.references.compactMap { reference in
      guard reference.sense == .recurrence, reference.links.isEmpty,
        let sentence = sentence(of: reference, in: document)
      else { return nil }
      let words = Set(reference.words.compactMap(vocabulary.number(of:))).sorted()
      return words.count < UnnamedRecurrence.fewestShared ? nil : UnnamedRecurrence(words: words, sentence: sentence)
    }
  }
}
