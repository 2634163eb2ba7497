/// A few words of a sentence that say that somebody is at fault, and in which way.
struct FaultPhrase: Sendable {
  enum Kind: Sendable {
    /// `should have`, `ought to have`, `was supposed to`
    case duty
    /// `forgot`, `failed to`, `did not check`
    case omission
    /// `careless`, `at fault`, `caused the outage`
    case verdict
  }

  let kind: Kind
  /// The first word of the verb, which asks for a subject; the same as `last` for a verdict without one.
  let verb: Int
  let last: Int
  /// Verbs that only people have: a capitalised word before them is a name.
  let isMental: Bool
  /// Whether the words blame with any subject that is no system, and with none.
  let isHarsh: Bool
  /// `the operator forgetting to …`: the subject stands right before, whatever the preposition before it.
  let isGerund: Bool
  /// The word with `'s` or `his` and `her` to whom the fault is given.
  let owner: Int?

  init(
    _ kind: Kind, _ verb: Int, _ last: Int, isMental: Bool = false, isHarsh: Bool = false, isGerund: Bool = false,
    owner: Int? = nil
  ) {
    self.kind = kind
    self.verb = verb
    self.last = last
    self.isMental = isMental
    self.isHarsh = isHarsh
    self.isGerund = isGerund
    self.owner = owner
  }
}

/// Finds words of fault in one sentence, whoever their subject is.
struct FaultPhrases {
  let sentence: Sentence

  static let triggers = TriggerWords(rareWords)

  /// Words at which a phrase can be found; every phrase has one.
  private static let headWords: Set<String> = [
    "should", "should've", "shouldn't", "shouldn't've", "ought", "supposed", "failed", "failing", "forgot", "forgotten",
    "forgetting", "neglected", "neglecting", "overlooked", "misjudged", "mishandled", "botched", "bungled", "ignored",
    "disregarded", "missed", "screwed", "messed", "broke", "caused", "made", "did", "didn't", "never", "not", "hadn't",
    "was", "were", "is", "been", "careless", "carelessly", "carelessness", "negligent", "negligence", "negligently",
    "reckless", "recklessly", "sloppy", "sloppily", "sloppiness", "incompetent", "incompetence", "irresponsible",
    "irresponsibly", "inattentive", "inattention", "laziness", "lack", "fault", "mistake", "mistakes", "error",
    "errors",
    "failure", "oversight", "blunder", "forgetfulness",
  ]
  /// Forms of `be` and `not` stand in every second sentence: these tell of a phrase with them.
  private static let rareWords: Set<String> = headWords.subtracting(["was", "were", "is", "been", "not"]).union([
    "had", "blame", "responsible", "lazy", "clueless",
  ])

  private static let heads = WordSet(headWords)
  private static let rare = WordSet(rareWords)

  static func find(in sentence: Sentence) -> [FaultPhrase] {
    let phrases = FaultPhrases(sentence: sentence)
    guard sentence.words.contains(where: { rare.contains($0.text) }) else { return [] }
    return sentence.words.indices.compactMap { heads.contains(sentence.text($0)) ? phrases.phrase(at: $0) : nil }
  }

  private func phrase(at index: Int) -> FaultPhrase? {
    switch sentence.text(index) {
    case "should", "ought", "shouldn't", "should've", "shouldn't've": duty(index)
    case "supposed": supposed(index)
    case "forgot", "failed", "neglected", "overlooked", "misjudged", "mishandled", "botched", "bungled", "ignored",
      "disregarded", "missed", "screwed", "messed", "forgotten", "broke", "caused", "made":
      past(index)
    case "forgetting", "failing", "neglecting": gerund(index)
    case "did", "didn't", "never", "not", "hadn't": omission(index)
    case "was", "were", "is", "been": verdict(index)
    default: harsh(index)
    }
  }

  func skipAdverbs(_ index: Int) -> Int {
    var index = index
    while Grammar.isAdverb(sentence.text(index)), index < sentence.words.count { index += 1 }
    return index
  }
}
