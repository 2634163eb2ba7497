/// Reads a section's name that is a question or begins like one: `Why did we go down?`, `What we're changing`.
struct SectionQuestion {
  private let opener: QuestionWords.Opener
  private let words: [String]
  private let concepts: Set<QuestionWords.Concept>

  /// Nil for words that begin no question.
  init?(_ words: [String]) {
    // `When (UTC)` is no longer a name than `When`.
    let words = words.count == 2 && ["utc", "gmt"].contains(words[1]) ? [words[0]] : words
    guard let (opener, count) = QuestionWords.opener(of: words) else { return nil }
    self.opener = opener
    self.words = words
    concepts = words[count...].reduce(into: []) { $0.formUnion(QuestionWords.concepts(of: $1)) }
    let isAlone = words.count == count
    guard !isAlone || Self.standAlone.contains(words[0]) else { return nil }
  }

  /// Question words that are a section's whole name where others are called `What` and `When`.
  private static let standAlone: Set<String> = [
    "why", "warum", "pourquoi", "waarom", "when", "wann", "quand", "cuando", "wanneer",
  ]

  var match: SectionMatch? {
    if words.count == 1 { return SectionMatch(role: opener == .when ? .timeline : .rootCause, certainty: .weak) }
    guard words.count <= 14, !isAdvice else { return nil }
    guard let role else { return nil }
    // Several questions may ask what is to be done, and others cut close: they count where no section has that name.
    let isWeak = role == .actionItems || isLoose
    return SectionMatch(role: role, certainty: isWeak ? .weak : .head)
  }

  /// `How can customers avoid this?` tells others what to do.
  private var isAdvice: Bool {
    let isModal = words.contains { ["can", "should", "must", "could", "need", "do"].contains($0) }
    return isModal && (has(.reader) || has(.users) && !has(.we)) && (opener == .how || opener == .what)
  }

  private var role: SectionRole? {
    switch opener {
    case .what: isPolar ? .detection : what
    case .why: why
    case .how: how
    case .who: who
    case .when: has(.detect) ? .detection : has(.happen) || has(.done) ? .timeline : nil
    case .whereTo: whereTo
    case .polar: has(.detect) ? .detection : nil
    }
  }

  private var why: SectionRole? {
    if has(.surprise) { return .surprised }
    if has(.detect), has(.not) || has(.fail) || words.contains(where: { Self.delays.contains($0) }) {
      return .detection
    }
    if words.contains("long"), words.contains("took") { return .contributingFactors }
    return has(.not) || words.contains("long") || words.contains("change") || !isOnThePast ? nil : .rootCause
  }

  private static let delays: Set<String> = [
    "long", "late", "lagged", "delayed", "missed", "slow", "spat", "tard", "tarde",
  ]

  /// `Why remove it?` defends a decision; `Why the disk filled up` and `Why did it fail?` tell what happened.
  private var isOnThePast: Bool {
    if words.contains(where: { Self.choices.contains($0) }) { return false }
    if words.count > 2, words[1] == "we", ActionVocabulary.verbs.contains(words[2]) { return false }
    return !isLoose || words.count > 1 && !ActionVocabulary.verbs.contains(words[1])
  }

  /// Words with which a question asks for the reasons of a choice: `Why we chose two regions`, `Why this works better`.
  private static let choices: Set<String> = [
    "chose", "choose", "chosen", "prefer", "work", "works", "better", "uses", "care", "matters", "matter", "mejor",
    "mieux", "besser", "melhor", "meglio", "beter",
  ]

  /// Whether the role rests on the question word more than on what is asked.
  private var isLoose: Bool {
    switch opener {
    case .why: !has(.surprise) && (has(.detect) || !has(.happen) && !has(.fail) && !has(.cause))
    case .when: true
    case .how: has(.extent) && !has(.affect)
    default: false
    }
  }

  private var isPolar: Bool { words.first == "was" && has(.detect) && !has(.we) && !has(.happen) }

  private var what: SectionRole? {
    if has(.cause) { return .rootCause }
    if let made { return made }
    if has(.well), has(.fail) || has(.badly), words.contains("what"), !has(.not) { return .lessonsLearned }
    if isGoingOn { return .summary }
    if has(.detect), ["us", "uns", "nous", "nos", "ci", "ons"].contains(words.last) { return .detection }
    if has(.not), words.contains("work") { return .wentWrong }
    if words == ["what", "changes"] { return .actionItems }
    if has(.contribute), !has(.future) { return .contributingFactors }
    if has(.trigger) { return .trigger }
    if has(.badly), words.contains("why") || words.contains("how") { return .rootCause }
    if has(.learn) { return .lessonsLearned }
    if has(.surprise) { return .surprised }
    if has(.lucky) { return .lucky }
    if has(.action) { return has(.done) && !has(.future) ? .resolution : .actionItems }
    if isPlan { return .actionItems }
    if has(.well), !has(.not), !words.contains("away") { return .wentWell }
    if has(.badly) || has(.well) && has(.not) || has(.better) && (!has(.future) || has(.done)) { return .wentWrong }
    if has(.affect) || has(.users) && has(.perceive) || has(.reader) && has(.perceive) { return .impact }
    if words.contains("lost"), !has(.well), !has(.happen) { return .impact }
    if isIntention { return .actionItems }
    if has(.happen), words.contains(where: { ["when", "order", "times"].contains($0) }) { return .timeline }
    if has(.happen) { return .summary }
    if isLasting, has(.done) { return .actionItems }
    if has(.done) || has(.resolve), has(.we) || words.contains("was") { return .resolution }
    if has(.resolve), words.count <= 5, !has(.not) { return .resolution }
    return has(.fail) || has(.flaw) || words.contains("problem") ? .rootCause : nil
  }

  /// `What made it fall over` asks for a cause, `What made it harder` for what contributed; and what was wrong, other than
  /// what went wrong, is a fault.
  private var made: SectionRole? {
    if words.contains("made"), !has(.we) {
      let isHard = has(.contribute) || words.last == "hard" || words.last == "difficult"
      return isHard ? .contributingFactors : has(.fail) ? .rootCause : nil
    }
    let isSlowing = words.contains("slowed") || words.contains("delayed") || has(.not) && words.contains("help")
    if isSlowing { return .contributingFactors }
    let isFault = words.count <= 4 && words.starts(with: ["what", "was"]) && words.last == "wrong"
    return isFault ? .rootCause : nil
  }

  /// `What was going on`, `Was war los?`, `Wat was er aan de hand`.
  private var isGoingOn: Bool {
    words.suffix(2) == ["going", "on"] && words.contains("was") || words.first == "was" && words.contains("los")
      || words.first == "wat" && words.contains("hand")
  }

  /// `What we changed for good` outlasts the incident.
  private var isLasting: Bool {
    words.contains { ["permanently", "permanent", "since", "dauerhaft", "durablement"].contains($0) }
      || words.suffix(2) == ["for", "good"]
  }

  /// Whether a question asks for what keeps the incident from coming back.
  private var isPlan: Bool {
    has(.prevent) || has(.again) && (has(.future) || has(.intent) || has(.not)) && !has(.badly)
  }

  private var isIntention: Bool {
    has(.soon) && !words.contains("happened") || has(.future) && (has(.deed) || has(.happen) || has(.resolve))
      || has(.intent) && has(.deed) && !has(.done) && !has(.fail) || has(.better) && has(.future)
  }

  private var how: SectionRole? {
    if words.contains("involved") { return .people }
    if isPlan || has(.soon) || has(.better) && (has(.deed) || has(.intent) || has(.future)) { return .actionItems }
    if words.contains("likely") || words.contains("forward") { return .actionItems }
    if has(.cause) || has(.flaw) { return has(.detect) ? nil : has(.resolve) ? .resolution : .rootCause }
    if has(.well), has(.respond) || has(.done) { return .wentWell }
    if has(.badly), has(.respond) || has(.done) { return .wentWrong }
    if has(.unfold) { return .timeline }
    if has(.resolve) || has(.respond) || words.contains("put") && words.contains("right") { return .resolution }
    if has(.detect) || has(.learn) && has(.we) { return .detection }
    if words.contains("got"), words.contains("out") { return .resolution }
    if has(.affect) || has(.extent) { return .impact }
    if has(.happen) || words.contains("come") && words.last == "this" { return .rootCause }
    if words.first == "comment", words.last == "su" { return .detection }
    return words.contains("d") || has(.done) && has(.we) && has(.deed) ? .lessonsLearned : nil
  }

  private var who: SectionRole? {
    if has(.affect) || has(.perceive), !has(.detect) { return .impact }
    if has(.detect) { return .detection }
    if words.contains("when"), has(.done) { return .timeline }
    return has(.respond) || words.contains("involved") ? .people : nil
  }

  private var whereTo: SectionRole? {
    if has(.lucky) { return .lucky }
    if has(.surprise) { return .surprised }
    if has(.better) { return .wentWrong }
    return has(.soon) || words.contains("here") && has(.deed) ? .actionItems : nil
  }

  private func has(_ concept: QuestionWords.Concept) -> Bool { concepts.contains(concept) }
}
