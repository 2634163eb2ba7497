/// Pairs of words by which an author says that a cause has struck before, or that it is another one.
enum ReferencePhrases {
  /// What the plain words of a sentence say in pairs.
  static func sense(of words: ArraySlice<Word>) -> Reference.Sense? {
    var found: Reference.Sense?
    var first: UInt64?
    for word in words where word.isPlain {
      defer { first = word.stem }
      guard let first else { continue }
      let pair = WordHash.joined(first, word.stem)
      if differences.contains(pair) { return .difference }
      if recurrences.contains(pair) { found = .recurrence }
    }
    return found
  }

  static func looksBack(_ stem: UInt64) -> Bool { backward.contains(stem) }

  private static let differences = pairs(
    """
    different root, different cause, differing cause, another root, another cause, other root, other cause, unrelated to,
    not related, separate cause, separate root, distinct cause, distinct root, different reason, different underlying
    """)

  private static let recurrences = pairs(
    """
    second time, third time, fourth time, second occurrence, second occurence, third occurrence, recurrence of,
    repeat of, reoccurrence of, happened before, occurred before, seen before, previous postmortem,
    previous post, previous incident, previous outage, earlier incident, earlier outage, earlier post,
    earlier postmortem, last incident, last outage, last post, happened again, occurred again, struck again
    """)

  private static let backward = StemTable(
    "previous previously earlier last past prior yesterday ago week before".split(separator: " ").map {
      Stem.hash(of: String($0))
    })

  private static func pairs(_ text: String) -> StemTable {
    StemTable(
      text.split(whereSeparator: { $0 == "," || $0 == "\n" }).compactMap { phrase in
        let stems = phrase.split(separator: " ").map { Stem.hash(of: String($0)) }
        return stems.count == 2 ? WordHash.joined(stems[0], stems[1]) : nil
      })
  }
}
