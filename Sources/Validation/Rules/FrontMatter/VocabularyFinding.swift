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
      notes: ["the list is \(vocabulary.words.joined(separator: ", "))"],
      help: near.map { "replace it with '\($0)'" },
      fixes: near.map { [Fix(replace: word.span, with: $0, isSafe: sameWord != nil)] } ?? [])
  }
}
