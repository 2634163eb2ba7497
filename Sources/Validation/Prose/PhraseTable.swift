/// Fixed phrases and what is said about each, found by their first word.
struct PhraseTable: Sendable {
  struct Entry: Sendable {
    let phrase: [String]
    let advice: String
  }

  let triggers: TriggerWords
  private let entries: [String: [Entry]]
  private let beginnings: WordSet

  /// Phrases in lower case with their advice; of two that begin alike the longer is found first.
  init(_ pairs: [(phrase: String, advice: String)]) {
    var table: [String: [Entry]] = [:]
    for pair in pairs {
      let words = pair.phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      table[first, default: []].append(Entry(phrase: words, advice: pair.advice))
    }
    entries = table.mapValues { $0.sorted { $0.phrase.count > $1.phrase.count } }
    triggers = TriggerWords(table.keys.sorted())
    beginnings = WordSet(table.keys)
  }

  /// The phrase at a word, with the index of its last.
  func entry(at index: Int, in sentence: Sentence) -> (entry: Entry, last: Int)? {
    let word = sentence.text(index)
    guard beginnings.mayContain(word), let candidates = entries[word] else { return nil }
    return candidates.first { sentence.has($0.phrase, at: index) }.map { ($0, index + $0.phrase.count - 1) }
  }
}
