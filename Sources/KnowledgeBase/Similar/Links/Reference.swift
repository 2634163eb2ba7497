/// A sentence that speaks of another report: by a link, by its name, or in words such as "the second time".
struct Reference: Sendable {
  enum Sense: Sendable {
    /// The cause is said to be the same, or to have struck before.
    case recurrence
    /// The cause is said to be another.
    case difference
    /// Another report is named, no more.
    case mention
  }

  let sense: Sense
  /// Whether another time is spoken of: "the previous incident", "last week".
  let looksBack: Bool
  /// Nodes of the links in the sentence.
  let links: [Int]
  /// Hashes of what may be ids or file names of reports.
  let names: [UInt64]
  /// Stems of its telling words.
  let words: [UInt64]
  /// Places in the document's text of all its words, in order.
  let ranges: [Range<Int>]

  /// Nil for a sentence that speaks of no other report.
  init?(_ sentence: IncidentSentence) {
    // A row of a timeline that says "the second time" speaks of its own incident.
    let sense = sentence.zone == .timeline ? nil : ReferencePhrases.sense(of: sentence.words)
    names = sentence.words.filter { $0.kind == .reference }.map(\.stem)
    links = sentence.links
    guard sense != nil || !names.isEmpty || !links.isEmpty else { return nil }
    self.sense = sense ?? .mention
    looksBack = sentence.words.contains { $0.isPlain && ReferencePhrases.looksBack($0.stem) }
    words = sentence.words.filter { $0.kind == .telling }.map(\.stem)
    ranges = sense == nil ? [] : sentence.words.map(\.range)
  }
}
