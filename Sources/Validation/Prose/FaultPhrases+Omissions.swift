extension FaultPhrases {
  func past(_ index: Int) -> FaultPhrase? {
    guard !isNegated(before: index), !isPassive(before: index) else { return nil }
    let next = sentence.text(index + 1)
    switch sentence.text(index) {
    case "forgot": return FaultPhrase(.omission, index, verbBehindTo(index), isMental: true)
    case "forgotten":
      return hasPerfect(before: index) ? FaultPhrase(.omission, index, verbBehindTo(index), isMental: true) : nil
    case "failed":
      guard next == "to", !isAttempt(index) else { return nil }
      return FaultPhrase(.omission, index, verbBehindTo(index))
    case "neglected": return FaultPhrase(.omission, index, verbBehindTo(index), isMental: next == "to")
    case "screwed", "messed": return next == "up" ? FaultPhrase(.verdict, index, index + 1) : nil
    case "broke":
      guard ["production", "prod", "everything"].contains(next) || hasObject(index, Self.broken) else { return nil }
      return FaultPhrase(.verdict, index, index + 1)
    case "caused": return hasObject(index, Self.harm) ? FaultPhrase(.verdict, index, index + 2) : nil
    case "made": return mistake(index)
    case "missed":
      return Grammar.determiners.contains(next) && !Self.social.contains(sentence.text(index + 2))
        ? FaultPhrase(.omission, index, index + 2) : nil
    default: return FaultPhrase(.omission, index, index)
    }
  }

  private static let broken: Set<String> = [
    "build", "site", "production", "deploy", "deployment", "service", "cluster",
  ]
  static let harm: Set<String> = [
    "outage", "incident", "failure", "downtime", "problem", "issue", "crash", "disaster", "breakage", "mess", "error",
  ]
  private static let social: Set<String> = ["meeting", "call", "train", "flight", "standup", "handoff", "opportunity"]

  private func verbBehindTo(_ index: Int) -> Int {
    sentence.text(index + 1) == "to" && index + 2 < sentence.words.count ? index + 2 : index
  }

  func hasObject(_ index: Int, _ nouns: Set<String>) -> Bool {
    Grammar.determiners.contains(sentence.text(index + 1))
      && (nouns.contains(sentence.text(index + 2)) || nouns.contains(sentence.text(index + 3)))
  }

  /// `made a (grave) mistake`
  private func mistake(_ index: Int) -> FaultPhrase? {
    guard Grammar.determiners.contains(sentence.text(index + 1)) else { return nil }
    let nouns: Set<String> = ["mistake", "error", "blunder"]
    guard let last = [index + 2, index + 3].first(where: { nouns.contains(sentence.text($0)) }) else { return nil }
    return FaultPhrase(.verdict, index, last)
  }

  func gerund(_ index: Int) -> FaultPhrase? {
    let isForgetting = sentence.text(index) == "forgetting"
    guard isForgetting || sentence.text(index + 1) == "to", !isNegated(before: index), index > 0,
      !Grammar.prepositions.contains(sentence.text(index - 1)), !Grammar.auxiliaries.contains(sentence.text(index - 1))
    else { return nil }
    return FaultPhrase(.omission, index, verbBehindTo(index), isMental: isForgetting, isGerund: true)
  }

  /// `did not bother`, `never checked`, `didn't verify`; and `why did the developer forget`, whose verb stands apart.
  func omission(_ index: Int) -> FaultPhrase? {
    let text = sentence.text(index)
    if text == "did", sentence.text(index + 1) != "not", sentence.text(index + 1) != "never" { return question(index) }
    if text == "not", !["had", "did"].contains(sentence.text(index - 1)) || sentence.text(index - 1) == "did" {
      return nil
    }
    let verb = skipAdverbs(index + 1)
    let word = sentence.text(verb)
    if word == "bother" || word == "bothered" {
      return FaultPhrase(.omission, index, verb, isMental: true, isHarsh: true)
    }
    let isPast = text == "never" || text == "not" || text == "hadn't"
    let isDuty = isPast ? Self.neglectedDuties.contains(word) : Self.duties.contains(word)
    guard isDuty, !isExplained(behind: verb) else { return nil }
    if word == "pay" || word == "paid" { guard sentence.text(verb + 1) == "attention" else { return nil } }
    return FaultPhrase(.omission, index, verb)
  }

  private func question(_ index: Int) -> FaultPhrase? {
    let end = min(index + 9, sentence.words.count)
    for verb in (index + 2)..<max(index + 2, end) {
      let text = sentence.text(verb)
      guard ["forget", "fail", "neglect", "overlook", "ignore"].contains(text),
        text != "fail" || sentence.text(verb + 1) == "to"
      else { continue }
      return isNegated(before: verb)
        ? nil : FaultPhrase(.omission, verb, verbBehindTo(verb), isMental: text == "forget")
    }
    return nil
  }

  private static let duties: Set<String> = [
    "check", "verify", "test", "validate", "review", "read", "follow", "consult", "communicate", "tell", "inform",
    "notify", "alert", "announce", "ask", "request", "escalate", "pay", "care", "double-check", "consider",
    "coordinate", "think", "look",
  ]
  private static let neglectedDuties: Set<String> = [
    "checked", "verified", "tested", "validated", "reviewed", "read", "followed", "consulted", "communicated", "told",
    "informed", "notified", "alerted", "announced", "asked", "requested", "escalated", "paid", "cared",
    "double-checked", "considered", "coordinated", "thought", "looked",
  ]

  /// An omission with its reason behind it explains, and does not blame.
  private func isExplained(behind index: Int) -> Bool {
    sentence.words.dropFirst(index).contains { ["because", "since", "as", "given", "without"].contains($0.text) }
  }

  func isNegated(before index: Int) -> Bool {
    (max(0, index - 3)..<index).contains {
      let text = sentence.text($0)
      return text == "not" || text == "never" || text.hasSuffix("n't") || text == "rarely"
    }
  }

  /// `was ignored`, `were missed`, `has been overlooked`
  private func isPassive(before index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, Grammar.isAdverb(sentence.text(previous)) { previous -= 1 }
    return ["was", "were", "is", "are", "be", "been", "being", "got", "gets", "get"].contains(sentence.text(previous))
  }

  private func hasPerfect(before index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, Grammar.isAdverb(sentence.text(previous)) { previous -= 1 }
    return ["had", "has", "have", "'d"].contains(sentence.text(previous))
  }

  /// `tried and failed to`: an attempt, not an omission.
  private func isAttempt(_ index: Int) -> Bool {
    let tries: Set<String> = ["tried", "attempted", "try", "trying", "attempting", "repeatedly"]
    return (max(0, index - 8)..<index).contains { tries.contains(sentence.text($0)) }
  }
}
