internal import Diagnostics
internal import PostMortems

/// The finding about a word that is in no closed list, with the word that was most likely meant; where only the letter
/// case differs, the fix is safe.
enum VocabularyFinding {
  /// Nil where the vocabulary takes the word.
  static func make(_ rule: String, _ word: Located<String>?, in vocabulary: Vocabulary, what: String) -> Finding? {
    guard let word, !vocabulary.accepts(word.value) else { return nil }
    let folded = word.value.lowercased()
    let sameWord = vocabulary.words.first { $0.lowercased() == folded }
    let near = sameWord ?? vocabulary.nearest(to: word.value)
    return Finding(
      rule, at: word.span,
      "\(what) '\(word.value)' is not in the list" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      notes: [Self.list(vocabulary.words)],
      help: near.map { "replace it with '\($0)'" },
      fixes: near.map { [Fix(replace: word.span, with: $0, isSafe: sameWord != nil)] } ?? [])
  }

  /// How many words of a long list a note repeats: a company has hundreds of services.
  private static let longest = 20

  private static func list(_ words: [String]) -> String {
    let rest = words.count - longest
    let shown = rest > 0 ? Array(words.prefix(longest)) + ["and \(rest) more, in the settings"] : words
    return "the list is \(shown.joined(separator: ", "))"
  }
}
