/// Finds words about what a person did not do: `the operator could have noticed`, `if the engineer had checked`.
struct CounterfactualPhrases {
  private let clause: Clause
  private var sentence: Sentence { clause.sentence }

  static let triggers = TriggerWords(["could", "if", "had", "might", "would"])

  /// First and last words of each.
  static func find(in clause: Clause) -> [(first: Int, last: Int)] {
    let phrases = CounterfactualPhrases(clause: clause)
    return clause.sentence.words.indices.compactMap { index in
      switch clause.sentence.text(index) {
      case "could", "could've": phrases.possibility(index)
      case "if": phrases.condition(index)
      case "had": phrases.inversion(index)
      default: nil
      }
    }
  }

  /// `the operator could have noticed`; never `could not have known`, which excuses.
  private func possibility(_ index: Int) -> (first: Int, last: Int)? {
    var next = index + 1
    if sentence.text(index) == "could" {
      while Grammar.isAdverb(sentence.text(next)), sentence.text(next) != "not" { next += 1 }
      guard sentence.text(next) == "have" else { return nil }
      next += 1
    }
    while Grammar.isAdverb(sentence.text(next)) { next += 1 }
    guard Self.deeds.contains(sentence.text(next)) else { return nil }
    guard case .person(let start) = clause.finder.subject(of: index), !isGuessed(start) else { return nil }
    return (start, next)
  }

  private static let deeds: Set<String> = [
    "noticed", "caught", "prevented", "avoided", "stopped", "checked", "verified", "tested", "asked", "escalated",
    "seen", "spotted", "detected", "known", "read", "waited", "reverted", "reviewed", "acted", "responded", "reacted",
    "done", "communicated", "called", "told", "warned", "foreseen", "anticipated", "realised", "realized", "recognised",
    "recognized", "looked", "followed", "rolled", "saved", "mitigated", "averted", "consulted", "raised", "paused",
  ]

  /// `how the engineer could have known`, `so that the operator could have …`, `nothing the engineer could have …`
  private func isGuessed(_ start: Int) -> Bool {
    let before = sentence.text(start - 1)
    return ["nothing", "whether", "how", "so", "if", "unless", "than", "where"].contains(before)
      || clause.isDenied(start)
      || (before == "that" && ["nothing", "little", "so"].contains(sentence.text(start - 2)))
  }

  /// `if only the engineer had …`, `if the reviewer had read`, with what would have been.
  private func condition(_ index: Int) -> (first: Int, last: Int)? {
    let isOnly = sentence.text(index + 1) == "only"
    guard !["even", "as", "see", "ask", "check", "know"].contains(sentence.text(index - 1)) else { return nil }
    let from = isOnly ? index + 2 : index + 1
    guard let had = verb(from: from), isOnly || speaksOfWhatWasNot else { return nil }
    guard let last = deed(behind: had) else { return nil }
    switch clause.finder.subject(of: had) {
    case .person(let start) where start >= from: return (index, last)
    case .organisation(let start) where isOnly && start >= from: return (index, last)
    default: return nil
    }
  }

  /// `Had the engineer checked, …`: the verb stands before its subject.
  private func inversion(_ index: Int) -> (first: Int, last: Int)? {
    let isFirst = index == 0 || sentence.words[index].gap != .space
    guard
      isFirst
        || ["prevented", "avoided", "averted", "caught", "noticed", "detected"].contains(sentence.text(index - 1)),
      speaksOfWhatWasNot
    else { return nil }
    let phrase = NounPhrase(sentence: sentence, finder: clause.finder)
    for end in (index + 1)..<max(index + 1, min(index + 7, sentence.words.count - 1)) {
      guard case .person(let start) = phrase.subject(endingAt: end, isMental: false), start == index + 1,
        let last = deed(behind: end)
      else { continue }
      return (index, last)
    }
    return nil
  }

  private func verb(from start: Int) -> Int? {
    ((start + 1)..<max(start + 1, min(start + 10, sentence.words.count))).first {
      ["had", "hadn't", "would"].contains(sentence.text($0))
    }
  }

  /// What the person would have done; nil for what was out of their hands.
  private func deed(behind verb: Int) -> Int? {
    var next = verb + 1
    while Grammar.isAdverb(sentence.text(next)) { next += 1 }
    if sentence.text(verb) == "would" {
      guard sentence.text(next) == "have" else { return nil }
      next += 1
    }
    let text = sentence.text(next)
    if text == "been" {
      return ["more", "careful", "watching", "paying"].contains(sentence.text(next + 1)) ? next + 1 : nil
    }
    let isGiven = ["had", "received", "got", "gotten", "been", "known", "needed", "left"].contains(text)
    return Grammar.isParticiple(text) && !isGiven ? next : nil
  }

  private var speaksOfWhatWasNot: Bool {
    sentence.words.indices.contains { index in
      let text = sentence.text(index)
      guard ["would", "could", "might", "wouldn't", "couldn't", "would've", "could've"].contains(text) else {
        return false
      }
      let next = sentence.text(index + 1)
      return text.hasSuffix("'ve")
        || ["have", "never", "not", "probably", "likely", "still", "also", "be"].contains(next)
    }
  }
}
