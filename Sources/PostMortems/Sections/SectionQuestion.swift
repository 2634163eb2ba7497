/// Reads a section's name that is a question or begins like one: `Why did we go down?`, `What we're changing`.
struct SectionQuestion {
  private let words: [String]
  private let all: Set<String>

  /// Nil for words that begin no question.
  init?(_ words: [String]) {
    guard let first = words.first, Self.openers.contains(first), words.count > 1 else { return nil }
    self.words = words
    all = Set(words)
  }

  private static let openers: Set<String> = [
    "what", "why", "how", "who", "where", "when", "were", "was", "did", "could", "warum", "wie", "wieso", "pourquoi",
    "comment", "que", "qu", "waarom", "hoe", "wat", "porque", "por", "como", "ce",
  ]

  var match: SectionMatch? {
    guard words.count <= 12, !has(["you", "your", "i", "my"]),
      !(has(["customers", "users"]) && has(["can", "should"]) && has(["how", "what"]))
    else {
      return nil
    }
    // Several questions may ask what is to be done: they count where no section has that for its name.
    return role.map { SectionMatch(role: $0, certainty: $0 == .actionItems ? .weak : .head) }
  }

  private var role: SectionRole? {
    switch words.first {
    case "what", "was", "wat", "que", "qu", "ce": what ?? past
    case "why", "warum", "wieso", "pourquoi", "waarom", "porque", "por": why
    case "how", "wie", "comment", "hoe", "como": how
    case "who": has(Self.impact) ? .impact : has(["responded", "involved"]) ? .people : nil
    case "were", "did", "could": has(["alerted", "detected", "noticed"]) ? .detection : nil
    default: nil
    }
  }

  private var what: SectionRole? {
    if has(["cause", "causes", "caused", "causing"]) { return .rootCause }
    if has(["went", "go", "wrong"]), has(["why", "how"]), has(["wrong"]) { return .rootCause }
    if has(["learn", "learned", "learnt", "learning"]) { return .lessonsLearned }
    if has(["well", "right"]), has(["went", "go", "worked", "did"]) { return .wentWell }
    if has(["wrong", "poorly", "badly", "better", "improved"]), !has(Self.intentions) || has(["could", "gone"]) {
      return .wentWrong
    }
    if has(Self.impact) { return .impact }
    if has(["happened", "happen", "happens"]), !has(["next"]) { return .summary }
    if has(Self.prevention) || has(Self.intentions) && has(Self.deeds) || has(["next"]) { return .actionItems }
    if has(["broke", "failed", "break", "fail"]) { return .rootCause }
    return nil
  }

  /// German and French questions that begin with `was` and `ce qui`; English ones beginning with `was` are on detection.
  private var past: SectionRole? {
    if has(["passiert", "geschah", "geschehen", "passe", "paso", "gebeurde", "gebeurd", "aconteceu"]) {
      return .summary
    }
    if has(["gut", "bien", "goed"]), has(["lief", "gelaufen", "fonctionne", "marche", "ging", "passe"]) {
      return .wentWell
    }
    if has(["schlecht", "schief", "mal", "fout"]), has(["lief", "gelaufen", "fonctionne", "marche", "ging", "passe"]) {
      return .wentWrong
    }
    if has(["gelernt", "appris", "aprendido", "geleerd", "lernen"]) { return .lessonsLearned }
    if words.first == "was", has(["detected", "noticed", "alerted"]) { return .detection }
    return nil
  }

  private var why: SectionRole? {
    if has(["wasn", "weren", "didn", "not", "nicht", "pas", "isn", "doesn"]) { return nil }
    let isOnTheIncident = has([
      "happen", "happened", "happens", "occur", "occurred", "fail", "failed", "fails", "down", "outage", "incident",
      "wrong", "break", "broke", "passiert", "arrive", "produit", "ocurrio", "gebeurde", "down",
    ])
    return isOnTheIncident ? .rootCause : nil
  }

  private var how: SectionRole? {
    if has(Self.prevention) || has(["better"]) && has(["do", "doing"]) || has(["likely", "future", "forward"]) {
      return .actionItems
    }
    if has(["detect", "detected", "notice", "noticed", "find", "found", "discover", "discovered", "alerted", "bemerkt"])
    {
      return .detection
    }
    if has(["unfold", "unfolded"]) { return .timeline }
    if has([
      "resolve", "resolved", "fix", "fixed", "mitigate", "mitigated", "recover", "recovered", "respond", "responded",
      "restore", "restored", "solve", "solved", "behoben", "gelost",
    ]) {
      return .resolution
    }
    if has(Self.impact) { return .impact }
    if has(["happen", "happened"]) { return .rootCause }
    if has(["d", "did"]), has(["we"]), has(["do"]) { return .lessonsLearned }
    return nil
  }

  private static let impact = ["impacted", "affected", "affect", "impact", "affects"]
  private static let prevention = [
    "prevent", "preventing", "prevented", "avoid", "avoiding", "again", "recurrence", "improve", "improving",
    "verhindern",
    "vermeiden", "eviter",
  ]
  private static let intentions = ["will", "going", "re", "are", "do", "can", "ll", "next", "comes", "must", "should"]
  private static let deeds = [
    "do", "doing", "change", "changing", "next", "done", "fix", "comes", "happens", "going", "about", "differently",
    "better", "improve",
  ]

  private func has(_ any: [String]) -> Bool { any.contains { all.contains($0) } }
}
