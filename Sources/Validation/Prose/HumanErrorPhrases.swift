/// Finds `human error` and its kin where they explain something.
enum HumanErrorPhrases {
  static let triggers = TriggerWords(["error", "errors", "trouble", "fat", "fingered", "mistake", "mistakes", "pebkac"])

  private static let people: Set<String> = [
    "human", "operator", "user", "pilot", "admin", "administrator", "engineer", "developer", "personnel", "employee",
  ]

  /// First and last words of each phrase of a sentence that stands as an explanation.
  static func find(in sentence: Sentence) -> [(first: Int, last: Int)] {
    sentence.words.indices.compactMap { index in
      guard let last = phrase(at: index, in: sentence), !isSetApart(index, last, in: sentence) else { return nil }
      return (index, last)
    }
  }

  /// Whether a name or a short text holds one of the phrases, as `human-error` does.
  static func holds(_ text: String) -> Bool {
    let spaced = text.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return SentenceSplitter.sentences(of: Array(String(spaced).utf8)).contains { !find(in: $0).isEmpty }
  }

  private static func phrase(at index: Int, in sentence: Sentence) -> Int? {
    let text = sentence.text(index)
    let next = sentence.text(index + 1)
    guard sentence.words[index].kind == .word,
      index + 1 < sentence.words.count || text.contains("-") || text == "pebkac"
    else { return nil }
    if text == "pebkac" || text.hasPrefix("fat-finger") { return index }
    if ["human-error", "operator-error", "user-error"].contains(text) {
      return isNoun(index + 1, in: sentence) ? nil : index
    }
    guard index + 1 < sentence.words.count, sentence.words[index + 1].gap == .space else { return nil }
    if text == "fat", next.hasPrefix("finger") { return index + 1 }
    if text == "finger", next == "trouble" { return index + 1 }
    if text == "human", ["mistake", "mistakes", "failure"].contains(next) { return index + 1 }
    guard people.contains(text), next == "error" || next == "errors" && text != "user" else { return nil }
    return isNoun(index + 2, in: sentence) ? nil : index + 1
  }

  /// `user error message`: a thing of the system.
  private static func isNoun(_ index: Int, in sentence: Sentence) -> Bool {
    guard index < sentence.words.count, sentence.words[index].gap == .space else { return false }
    return [
      "message", "messages", "page", "pages", "rate", "rates", "report", "reports", "code", "codes", "log", "logs",
      "count", "response", "responses", "budget", "handling", "tracking", "analysis", "reporting", "screen", "type",
    ].contains(sentence.text(index))
  }

  /// Denied, doubted, guarded against, or spoken about: `not human error`, `reduces operator error`, `any human error is
  /// a symptom`.
  private static func isSetApart(_ first: Int, _ last: Int, in sentence: Sentence) -> Bool {
    let before = (max(0, first - 6)..<first).map(sentence.text)
    if before.contains(where: { setApart.contains($0) || $0.hasSuffix("n't") }) { return true }
    if before.contains(where: { word in guards.contains { word.hasPrefix($0) } }) { return true }
    let behind = (last + 1)..<max(last + 1, min(last + 5, sentence.words.count))
    let after = behind.map(sentence.text)
    if ["isn't", "wasn't", "alone", "unlikely", "impossible", "harder", "less"].contains(after.first ?? "") {
      return true
    }
    if ["was", "were"].contains(after.first ?? "") {
      return after.dropFirst().contains { $0 == "not" || $0 == "never" || $0 == "ruled" }
    }
    return ["is", "are", "can", "could", "may", "might", "should", "must", "will"].contains(after.first ?? "")
  }

  private static let setApart: Set<String> = [
    "not", "no", "never", "nor", "rather", "instead", "without", "any", "than", "beyond", "label", "word", "words",
    "term", "phrase", "assumed", "suspected", "ruled", "excluded", "possible", "potential", "if", "whether",
    "susceptible",
    "prone", "robust", "resilient", "tolerate", "tolerant", "risk", "chance", "likelihood", "room", "possibility",
    "against",
    "even", "blaming", "blame", "blames", "when", "future", "called", "handle", "catch",
  ]
  private static let guards = [
    "prevent", "avoid", "reduc", "minimi", "eliminat", "protect", "guard", "mitigat", "limit", "surviv", "lower",
    "remov",
    "decreas",
  ]
}
