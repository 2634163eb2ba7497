/// Closed word classes, as far as finding a subject needs them.
enum Grammar {
  static let determiners: Set<String> = [
    "the", "a", "an", "our", "their", "his", "her", "its", "my", "your", "this", "that", "these", "those", "each",
    "every", "any", "some", "another", "no", "which", "what", "both", "all",
  ]

  static let prepositions: Set<String> = [
    "of", "by", "to", "from", "for", "with", "in", "on", "at", "between", "near", "via", "through", "under", "over",
    "into", "onto", "within", "without", "behind", "against", "about", "across", "among", "during", "per", "like",
    "towards", "upon", "inside", "outside", "around", "using", "including", "regarding", "beside", "alongside",
  ]

  /// Begin a clause, so that a subject follows.
  static let subordinators: Set<String> = [
    "because", "when", "while", "after", "before", "since", "until", "as", "although", "though", "if", "unless",
    "that", "once", "where", "whereas", "so", "whether", "how", "why", "than", "what", "plus", "hence",
  ]

  static let coordinators: Set<String> = ["and", "but", "or", "then", "yet", "nor"]

  static let auxiliaries: Set<String> = [
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "having", "do", "does", "did", "will",
    "would", "can", "could", "may", "might", "must", "should", "shall", "ought",
  ]

  /// Adverbs that may stand between a subject and its verb; words in -ly are added to these.
  static let adverbs: Set<String> = [
    "also", "just", "then", "really", "perhaps", "maybe", "too", "again", "still", "even", "once", "always", "often",
    "however", "therefore", "never", "ever", "thus", "instead", "somehow", "simply", "almost", "at-least",
    "apparently", "so", "not", "already", "twice", "later", "both",
  ]

  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word) || word.utf8.count > 4 && word.hasSuffix("ly") && !notAdverbs.contains(word)
  }

  private static let notAdverbs: Set<String> = ["reply", "supply", "assembly", "family", "anomaly", "only", "apply"]

  private static let irregularParticiples: Set<String> = [
    "been", "begun", "broken", "brought", "built", "bought", "caught", "chosen", "come", "cut", "dealt", "done",
    "drawn",
    "driven", "fallen", "felt", "found", "forgotten", "forgot", "given", "gone", "got", "gotten", "grown", "had",
    "heard", "held", "hit", "kept", "known", "laid", "led", "left", "let", "lost", "made", "meant", "met", "paid",
    "put",
    "quit", "read", "run", "said", "seen", "sent", "set", "shown", "shut", "spent", "split", "spoken", "stood", "stuck",
    "taken", "taught", "thought", "told", "thrown", "understood", "undone", "overridden", "woken", "written",
    "rewritten",
    "kicked", "foreseen", "sought", "withheld", "withdrawn", "rebuilt", "rerun", "re-run", "reset", "spun", "upheld",
  ]

  /// Past tenses that are no participles.
  static let irregularPast: Set<String> = [
    "ran", "took", "saw", "went", "began", "broke", "wrote", "gave", "chose", "knew", "drew", "spoke", "came", "did",
    "woke", "threw", "rewrote", "fell", "rose", "drove",
  ]

  static func isParticiple(_ word: String) -> Bool {
    irregularParticiples.contains(word) || word.utf8.count > 3 && word.hasSuffix("ed")
  }
}
