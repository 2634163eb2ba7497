extension FaultPhrases {
  /// `was careless`, `was at fault`, `was to blame`, `was responsible for the outage`
  func verdict(_ index: Int) -> FaultPhrase? {
    let next = skipAdverbs(index + 1)
    guard !isNegated(before: next), !["no", "not"].contains(sentence.text(next)) else { return nil }
    if sentence.text(next) == "at", sentence.text(next + 1) == "fault" { return FaultPhrase(.verdict, index, next + 1) }
    if sentence.text(next) == "to", sentence.text(next + 1) == "blame" { return FaultPhrase(.verdict, index, next + 1) }
    let harm = Self.harm.union(["mistake", "bug"])
    if sentence.has(["responsible", "for"], at: next), hasObject(next + 1, harm) {
      return FaultPhrase(.verdict, index, next + 3)
    }
    if ["sloppy", "lazy", "clueless"].contains(sentence.text(next)) { return FaultPhrase(.verdict, index, next) }
    return nil
  }

  private static let harshWords: Set<String> = [
    "careless", "carelessly", "carelessness", "negligent", "negligence", "negligently", "reckless", "recklessly",
    "sloppily", "sloppiness", "incompetent", "incompetence", "irresponsible", "irresponsibly", "inattentive",
    "inattention", "laziness",
  ]
  private static let work: Set<String> = [
    "work", "review", "testing", "coding", "handling", "deploy", "deployment", "change", "commit", "mistake",
    "preparation", "planning", "error",
  ]

  /// Words that judge whoever is meant.
  func harsh(_ index: Int) -> FaultPhrase? {
    let text = sentence.text(index)
    var last = index
    if isLegal(index) { return nil }
    if text == "sloppy" {
      guard Self.work.contains(sentence.text(index + 1)) else { return nil }
      last = index + 1
    } else if text == "lack" {
      guard sentence.text(index + 1) == "of",
        ["attention", "care", "diligence", "discipline"].contains(sentence.text(index + 2))
      else { return nil }
      last = index + 2
    } else if !Self.harshWords.contains(text) {
      return possessive(index)
    }
    return isDenied(index) ? nil : FaultPhrase(.verdict, index, last, isHarsh: true)
  }

  /// `the engineer's mistake`, `her negligence`
  private func possessive(_ index: Int) -> FaultPhrase? {
    guard Self.faults.contains(sentence.text(index)), index > 0, !isDenied(index) else { return nil }
    if sentence.text(index) == "fault", sentence.text(index + 1) == "of" { return faultOf(index) }
    guard !Self.measures.contains(sentence.text(index + 1)) else { return nil }
    for owner in [index - 1, index - 2] where owner >= 0 {
      let text = sentence.text(owner)
      let isOwner = ["his", "her", "my"].contains(text) || text.hasSuffix("'s") || text.hasSuffix("s'")
      guard isOwner else { continue }
      if sentence.text(index) == "failure", sentence.text(index + 1) != "to" { return nil }
      return FaultPhrase(.verdict, index, index, owner: owner)
    }
    return nil
  }

  /// `the fault of the operator`
  private func faultOf(_ index: Int) -> FaultPhrase? {
    let end = min(index + 6, sentence.words.count)
    let roles = PersonWords.roles.union(PersonWords.ambiguous)
    guard let person = ((index + 2)..<max(index + 2, end)).first(where: { roles.contains(sentence.text($0)) }) else {
      return nil
    }
    return FaultPhrase(.verdict, index, person, isHarsh: true)
  }

  private static let faults: Set<String> = [
    "fault", "mistake", "mistakes", "error", "errors", "failure", "oversight", "blunder", "forgetfulness",
  ]
  private static let measures: Set<String> = [
    "rate", "rates", "message", "messages", "log", "logs", "budget", "code", "codes", "page", "handling", "report",
  ]

  /// `negligence or otherwise`: the wording of licences and contracts.
  private func isLegal(_ index: Int) -> Bool {
    sentence.has(["or", "otherwise"], at: index + 1) || sentence.text(index - 1) == "gross"
      || ["act", "acts", "misrepresentation"].contains(sentence.text(index + 1))
  }

  private func isDenied(_ index: Int) -> Bool {
    let words = (max(0, index - 5)..<index).map(sentence.text)
    return words.contains {
      ["not", "never", "no", "nor", "without", "rather", "instead", "than", "nobody", "whether"].contains($0)
        || $0.hasSuffix("n't")
    }
  }
}
