/// Reads a section's name that is a noun with a clause on us, `Steps we're taking to stop this`, or that begins with what
/// is to be reached: `Keeping this from happening again`, `Going forward`.
struct SectionClause {
  private let words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  var match: SectionMatch? {
    guard (2...14).contains(words.count) else { return words.count <= 28 ? ofOthers ?? explanation : nil }
    return outlook ?? followUp ?? aim ?? leadUp ?? made ?? ofUs ?? ofOthers ?? explanation ?? comeback
  }

  /// `Going forward`, `The road ahead`, `From here`.
  private var outlook: SectionMatch? {
    guard words.count <= 4, let last = words.last else { return nil }
    let isAhead = ["forward", "ahead", "onwards", "on", "here"].contains(last)
    let isOutlook = words.contains { Self.outlooks.contains($0) }
    return isAhead && isOutlook ? SectionMatch(role: .actionItems, certainty: .weak) : nil
  }

  /// `Getting back on our feet`, `Back to normal`.
  private var comeback: SectionMatch? {
    let isBack = words[0] == "back" || ["getting", "bringing", "coming"].contains(words[0]) && words.contains("back")
    return isBack && words.count <= 6 ? SectionMatch(role: .resolution, certainty: .weak) : nil
  }

  private static let outlooks: Set<String> = [
    "going", "looking", "moving", "way", "road", "path", "plan", "plans", "steps", "from", "work",
  ]

  /// `Preventing a recurrence`, `Making sure it stays up`: in front of what is not to happen again.
  private var aim: SectionMatch? {
    if isOfRepetition || isUndone { return SectionMatch(role: .actionItems, certainty: .weak) }
    guard let first = words.first, Self.aims.contains(first) else { return nil }
    let isOfIncident =
      words.dropFirst().contains { Self.recurring.contains($0) } || words.suffix(2) == ["coming", "back"]
    return isOfIncident ? SectionMatch(role: .actionItems, certainty: .weak) : nil
  }

  private static let aims: Set<String> = [
    "preventing", "keeping", "stopping", "avoiding", "ensuring", "making", "guarding", "protecting", "reducing",
  ]
  private static let recurring: Set<String> = [
    "again", "recurrence", "recurrences", "repeat", "repeats", "future", "sure", "never", "happening", "incident",
    "incidents", "outage", "outages", "similar", "next", "likelihood",
  ]

  /// `Pour que cela ne se reproduise plus`, `Para que no se repita`, `Never again`.
  private var isOfRepetition: Bool {
    let isAgain = words.contains { Self.repetitions.contains($0) }
    return isAgain && ["pour", "para", "perche", "damit", "zodat", "afin", "so"].contains(words[0])
      || words.count <= 4 && words[0] == "never" && words.last == "again"
  }

  private static let repetitions: Set<String> = [
    "reproduise", "reproduisent", "repita", "repitan", "repeta", "repetir", "ripeta", "wiederholt", "herhaalt",
  ]

  /// `Work to be done`, `Things to fix`, `Fixing it for good`: what is still ahead.
  private var isUndone: Bool {
    guard words.count <= 6 else { return false }
    let isOpen = words.contains { ["work", "things", "stuff", "still", "left", "remaining"].contains($0) }
    if isOpen, let to = words.firstIndex(of: "to"), to >= 1, to + 1 < words.count {
      return words[to + 1] == "be" || words[to + 1] == "do" || ActionVocabulary.verbs.contains(words[to + 1])
    }
    return words.suffix(2) == ["for", "good"]
  }

  /// `Follow-up issues`, `Followup PRs and tickets`.
  private var followUp: SectionMatch? {
    let rest =
      words.starts(with: ["follow", "up"]) ? words.dropFirst(2) : words[0] == "followup" ? words.dropFirst() : []
    guard (1...4).contains(rest.count), rest.contains(where: { Self.followed.contains($0) }) else { return nil }
    return SectionMatch(
      role: .actionItems, certainty: rest.contains(where: { Self.tracked.contains($0) }) ? .head : .weak)
  }

  private static let tracked: Set<String> = ["issues", "issue", "tickets", "ticket", "prs", "tasks", "items", "bugs"]
  private static let followed: Set<String> = tracked.union(["work", "changes", "improvements", "steps", "stories"])

  /// `Leading up to the incident`, `The run-up`.
  private var leadUp: SectionMatch? {
    guard words.count <= 6, let up = words.firstIndex(of: "up"), up >= 1,
      ["lead", "leading", "led", "build", "run", "building"].contains(words[up - 1])
    else { return nil }
    return SectionMatch(role: .contributingFactors, certainty: .weak)
  }

  /// `Things that made this harder`; `Behind the outage` speaks of its cause.
  private var made: SectionMatch? {
    let asked = words.reduce(into: Set<QuestionWords.Concept>()) { $0.formUnion(QuestionWords.concepts(of: $1)) }
    if words[0] == "behind", words.count <= 4, asked.contains(.fail) || words.contains("incident") {
      return SectionMatch(role: .rootCause, certainty: .weak)
    }
    let relative: Set<String> = ["that", "which", "ce", "lo", "die", "che", "qui", "que"]
    guard asked.contains(.contribute), words.dropFirst().contains(where: { relative.contains($0) }),
      ["things", "factors", "conditions", "ce", "lo", "dinge", "dingen", "cosas", "choses"].contains(words[0])
    else { return nil }
    return SectionMatch(role: .contributingFactors, certainty: .head)
  }

  private var ofUs: SectionMatch? {
    guard let place = words.firstIndex(where: { $0 == "we" || $0 == "wir" || $0 == "nous" }), place >= 1 else {
      return nil
    }
    let clause = words[(place + 1)...]
    let nouns = words[..<place]
    if clause.contains(where: { ["learned", "learnt", "gelernt", "appris"].contains($0) }) {
      return SectionMatch(role: .lessonsLearned, certainty: .head)
    }
    if clause.contains("take"), clause.contains("with") || clause.contains("away") {
      return SectionMatch(role: .lessonsLearned, certainty: .head)
    }
    if nouns.contains(where: { ["mistakes", "errors"].contains($0) }) {
      return SectionMatch(role: .wentWrong, certainty: .head)
    }
    guard nouns.contains(where: { Self.works.contains($0) }) else { return nil }
    let isPlanned = clause.contains { word in
      Self.intentions.contains(word) || Self.recurring.contains(word)
    }
    if isPlanned { return SectionMatch(role: .actionItems, certainty: .weak) }
    let isChange = nouns.contains { ["changes", "improvements", "safeguards", "measures"].contains($0) }
    return SectionMatch(role: isChange ? .actionItems : .resolution, certainty: .weak)
  }

  /// `Steps your company is taking`, `A timeline of the actions your team took`: a questionnaire speaks to its reader.
  private var ofOthers: SectionMatch? {
    guard let place = words.firstIndex(of: "your"), place >= 1 else { return nil }
    let nouns = words[..<place].filter { !["a", "an", "the", "list", "of", "any", "all"].contains($0) }
    if nouns.first == "timeline" { return SectionMatch(role: .timeline, certainty: .head) }
    let isUnderWay = words[place...].contains { ["taking", "will", "plans", "intends", "take"].contains($0) }
    guard isUnderWay, nouns.contains(where: { Self.works.contains($0) }) else { return nil }
    return SectionMatch(role: .actionItems, certainty: .head)
  }

  /// `Explanation about how and why the mistakes were made`.
  private var explanation: SectionMatch? {
    guard let question = words.firstIndex(where: { $0 == "how" || $0 == "why" }), (1...4).contains(question),
      ["explanation", "account", "description", "explain", "describe"].contains(where: words[..<question].contains)
    else { return nil }
    let asked = words[question...].reduce(into: Set<QuestionWords.Concept>()) {
      $0.formUnion(QuestionWords.concepts(of: $1))
    }
    let isOnCause =
      words[question...].contains("why")
      && (!asked.isDisjoint(with: [.happen, .fail, .flaw]) || words.contains("mistakes") || words.contains("made"))
    return isOnCause ? SectionMatch(role: .rootCause, certainty: .head) : nil
  }

  private static let works: Set<String> = [
    "steps", "things", "changes", "measures", "actions", "work", "improvements", "fixes", "tasks", "commitments",
    "safeguards", "massnahmen", "schritte", "mesures", "etapes",
  ]
  private static let intentions: Set<String> = [
    "re", "are", "ll", "will", "plan", "planned", "intend", "want", "need", "should", "must", "can", "promise", "going",
    "prevent", "stop", "avoid", "ensure",
  ]
}
