extension FaultPhrases {
  /// `should (never) (really) have checked`, but not `should have access` and not `should have been paged`.
  func duty(_ index: Int) -> FaultPhrase? {
    var next = index + 1
    if sentence.text(index) == "ought" {
      next = skipAdverbs(next)
      guard sentence.text(next) == "to" else { return nil }
      next += 1
      if sentence.text(next) == "know" { return FaultPhrase(.duty, index, next) }
    }
    if !sentence.text(index).hasSuffix("'ve") {
      next = skipAdverbs(next)
      guard sentence.text(next) == "have" else { return nil }
      next += 1
    }
    next = skipAdverbs(next)
    guard let last = deed(next) else { return nil }
    return FaultPhrase(.duty, index, last)
  }

  /// The last word of what should have been done; nil for what a person has or is given.
  private func deed(_ index: Int) -> Int? {
    let text = sentence.text(index)
    if text == "been" {
      let manner = ["more", "much", "far", "so", "very"].contains(sentence.text(index + 1)) ? index + 2 : index + 1
      return Self.manners.contains(sentence.text(manner)) ? manner : nil
    }
    guard Grammar.isParticiple(text), !Self.received.contains(text) else { return nil }
    let noun = sentence.text(index + 1)
    // `should have limited access`, `should have shared ownership`: an adjective and its noun.
    if Self.adjectives.contains(text), !noun.isEmpty, !Grammar.determiners.contains(noun),
      sentence.words[index + 1].gap == .space,
      !Grammar.prepositions.contains(noun)
    {
      return nil
    }
    return index
  }

  private static let received: Set<String> = [
    "had", "got", "gotten", "received", "given", "gained", "been", "heard", "felt", "need", "feed", "seed",
  ]
  private static let adjectives: Set<String> = [
    "limited", "shared", "written", "detailed", "restricted", "elevated", "dedicated", "updated", "automated",
    "defined",
    "documented", "improved", "advanced", "required", "increased",
  ]
  private static let manners: Set<String> = [
    "careful", "cautious", "attentive", "diligent", "vigilant", "aware", "watching", "paying", "monitoring", "checking",
    "thorough", "alert", "wary", "prudent",
  ]

  /// `was supposed to check`, but not `was supposed to be paged`.
  func supposed(_ index: Int) -> FaultPhrase? {
    guard ["was", "were"].contains(sentence.text(index - 1)), sentence.text(index + 1) == "to" else { return nil }
    let verb = sentence.text(index + 2)
    guard !verb.isEmpty, !["be", "get", "receive", "have", "see", "join", "start"].contains(verb) else { return nil }
    return FaultPhrase(.duty, index - 1, index + 2)
  }
}
