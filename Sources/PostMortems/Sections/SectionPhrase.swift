/// Reads a section's name as a noun phrase: its head word tells what the section is for, `timeline` in `Detailed timeline
/// of the checkout outage`, unless the head only names a form, as `summary` does in `Impact summary`.
struct SectionPhrase {
  private let head: [String]
  private let complement: [String]

  init(_ words: [String]) {
    let cut = words.indices.dropFirst().first { SectionVocabulary.prepositions.contains(words[$0]) } ?? words.count
    head = Array(words[..<cut])
    complement = Array(words[cut...])
  }

  /// The role that the words name; nil for a phrase that speaks of something else as well.
  var match: SectionMatch? {
    guard head.count <= 6, head.count + complement.count <= 9 else { return nil }
    guard let last = head.last, !(head.contains("action") && last == "report") else { return nil }
    if isOfSystem || complement.contains(where: { ["document", "report", "page", "dokument"].contains($0) })
      || head.contains(where: { Self.denials.contains($0) })
    {
      return nil
    }
    if isShortVersion { return SectionMatch(role: .summary, certainty: .head) }
    if Self.symptoms.contains(last), head.contains(where: { Self.observers.contains($0) }) {
      return SectionMatch(role: .impact, certainty: .head)
    }
    if isUnderlying { return SectionMatch(role: .rootCause, certainty: .head) }
    let isForm = head.allSatisfy { SectionVocabulary.forms.contains($0) || SectionVocabulary.neutral.contains($0) }
    let own = role(in: head, isComplement: false)
    // How the response went is another matter than what it did.
    if head.contains("response"), Self.judgements.contains(last) { return nil }
    guard isForm else { return own.map(asTaken) }
    // `Summary of impact` is on the impact, `Summary of the incident` a summary.
    if let subject = role(in: complement, isComplement: true), own == nil || subject.certainty != .weak {
      return subject
    }
    return own.map(asTaken) ?? form(last)
  }

  /// `First wrong cause`, `Rejected fixes`.
  private static let denials: Set<String> = ["wrong", "false", "rejected", "discarded", "falsche", "fausse", "fausses"]

  /// `The one-sentence version`, `Two-minute story`.
  private var isShortVersion: Bool {
    guard head.count <= 4, ["version", "story", "summary"].contains(head.last) else { return false }
    return head.contains {
      ["short", "shorter", "sentence", "line", "minute", "second", "paragraph", "quick"].contains($0)
    }
  }

  /// `Service overview`, `Architecture summary`: what broke is introduced, not what happened.
  private var isOfSystem: Bool {
    guard head.count <= 3, ["overview", "description", "introduction", "background"].contains(head.last) else {
      return false
    }
    let isIntroduced = complement.last.map { Self.systems.contains($0) && $0 != "the" } ?? false
    return isIntroduced || head.count > 1 && head.dropLast().allSatisfy { Self.systems.contains($0) }
  }

  private static let systems: Set<String> = [
    "service", "services", "system", "systems", "architecture", "platform", "component", "components", "product",
    "application", "technical", "the", "infrastructure", "network",
  ]
  private static let symptoms: Set<String> = ["symptoms", "symptom", "symptome", "symptomes", "sintomas", "sintomi"]
  private static let observers: Set<String> = ["user", "users", "customer", "customers", "client", "visible"]

  /// `Underlying problem`, `The root issue`: what lies below is a cause, whatever it is called.
  private var isUnderlying: Bool {
    guard head.count <= 4, let last = head.last, Self.flaws.contains(last) else { return false }
    return head.dropLast().contains { ["underlying", "root", "fundamental", "real", "actual", "true"].contains($0) }
  }

  private static let flaws: Set<String> = [
    "problem", "problems", "issue", "issues", "weakness", "weaknesses", "fault", "defect", "failure", "reason",
    "reasons",
  ]

  private static let plans: Set<String> = [
    "proposed", "planned", "suggested", "recommended", "future", "upcoming", "further", "additional", "remaining",
    "outstanding",
  ]

  /// What actions are for that end an incident: `Recovery actions`, `Massnahmen zur Behebung`.
  private static let atTheTime: Set<String> = [
    "recovery", "restoration", "response", "containment", "behebung", "wiederherstellung", "retablissement", "herstel",
  ]

  /// Actions that were taken resolved the incident, and fixes that are only planned are actions; an after-action report
  /// holds none.
  private func asTaken(_ match: SectionMatch) -> SectionMatch {
    if match.role == .resolution, head.contains(where: { Self.plans.contains($0) }) {
      return SectionMatch(role: .actionItems, certainty: .weak)
    }
    if match.role == .rootCause, head.first == "secondary" {
      return SectionMatch(role: .contributingFactors, certainty: .head)
    }
    guard match.role == .actionItems else { return match }
    if complement.first == "during" { return SectionMatch(role: .resolution, certainty: .weak) }
    let isAtTheTime =
      head.contains { Self.atTheTime.contains($0) } || complement.contains { Self.atTheTime.contains($0) }
    if isAtTheTime, !head.contains(where: { SectionDeeds.isPlan($0) }) {
      return SectionMatch(role: .resolution, certainty: .weak)
    }
    if head.last == "taken" || head.contains("undertaken") {
      return SectionMatch(role: .resolution, certainty: .weak)
    }
    return match
  }

  /// The rightmost word with a role that is no mere form; a contributing cause is a contributing factor.
  private func role(in words: [String], isComplement: Bool) -> SectionMatch? {
    let places = words.indices.filter { SectionVocabulary.entry(words[$0]) != nil }
    if let first = places.first(where: { SectionVocabulary.entry(words[$0])?.role == .contributingFactors }) {
      return match(at: first, in: words, isComplement: isComplement)
    }
    let subjects = places.filter { !SectionVocabulary.forms.contains(words[$0]) }
    let strong = subjects.last { SectionVocabulary.entry(words[$0])?.isWeak == false }
    if let strong, let last = subjects.last, isOutdone(strong, by: last, in: words) { return nil }
    if let place = strong ?? subjects.last { return match(at: place, in: words, isComplement: isComplement) }
    // A form that has a role of its own, `incident summary`, `action items`: where all the rest is neutral.
    guard !isComplement, let place = places.last(where: { SectionVocabulary.entry(words[$0])?.isWeak == false }) else {
      return nil
    }
    return match(at: place, in: words, isComplement: false)
  }

  /// `Learning loss` is a loss and no lesson, whichever word tells more on its own.
  private func isOutdone(_ strong: Int, by last: Int, in words: [String]) -> Bool {
    guard last == words.count - 1, last == strong + 1, let role = SectionVocabulary.entry(words[strong])?.role,
      role != SectionVocabulary.entry(words[last])?.role
    else { return false }
    return words[last] == "loss" || words[last] == "losses" || words[last] == "costs" || words[last] == "cost"
  }

  /// The complement may hold any words; beside the head there is room for one that nobody knows, `Redis timeline`.
  private func match(at place: Int, in words: [String], isComplement: Bool) -> SectionMatch? {
    guard let entry = SectionVocabulary.entry(words[place]) else { return nil }
    let isFollowed = { words.indices.contains(place + 1) && $0 == words[place + 1] }
    let strangers = words.filter { !isKnown($0) && !(isFollowed($0) && SectionVocabulary.isFollowing($0)) }.count
    let isLast = words[(place + 1)...].allSatisfy { word in
      SectionVocabulary.forms.contains(word) || SectionVocabulary.entry(word)?.role == entry.role
    }
    let room = isComplement || isLast && Self.roomy.contains(entry.role) && !entry.isWeak ? 1 : 0
    // `The optimal fix` is none the less a fix; it counts where nothing else is.
    if strangers == 1, room == 0, !isComplement, isLast, Self.fixes.contains(words[place]) {
      return SectionMatch(role: entry.role, certainty: .weak)
    }
    guard strangers <= room else { return nil }
    let isWeak = entry.isWeak || isComplement && complement.count > 4
    return SectionMatch(role: entry.role, certainty: isWeak ? .weak : .head)
  }

  private static let fixes: Set<String> = ["fix", "fixes", "hotfix", "solution", "correctif", "losung", "oplossing"]

  private static let judgements: Set<String> = ["analysis", "review", "assessment", "evaluation", "team"]

  /// Roles whose nouns are rarely part of another name: there is a `database recovery`, but no `database timeline` that
  /// is not a timeline.
  private static let roomy: Set<SectionRole> = [
    .timeline, .rootCause, .impact, .lessonsLearned, .actionItems, .contributingFactors,
  ]

  private func form(_ word: String) -> SectionMatch? {
    // A `Service description` is on the service.
    if head.contains(where: { ["service", "services", "system", "systems"].contains($0) }) { return nil }
    switch word {
    case "work", "plan", "plans":
      let isAhead = head.contains { Self.plans.contains($0) || Self.terms.contains($0) }
      return isAhead ? SectionMatch(role: .actionItems, certainty: .weak) : nil
    case "taken": return SectionMatch(role: .resolution, certainty: .weak)
    default: return description(word)
    }
  }

  private static let terms: Set<String> = ["ongoing", "continuing", "long", "longer", "medium", "term", "improvement"]

  private func description(_ word: String) -> SectionMatch? {
    switch word {
    case "description", "details", "statement", "beschreibung", "detail":
      isNeutral(complement) ? SectionMatch(role: .summary, certainty: .weak) : nil
    case "log": isNeutral(complement) ? SectionMatch(role: .timeline, certainty: .weak) : nil
    case "list": nil
    case "analysis": SectionMatch(role: .rootCause, certainty: .weak)
    default: nil
    }
  }

  private func isKnown(_ word: String) -> Bool {
    SectionVocabulary.neutral.contains(word) || SectionVocabulary.entry(word) != nil
      || SectionVocabulary.forms.contains(word) || word.allSatisfy(\.isNumber)
  }

  private func isNeutral(_ words: [String]) -> Bool { words.allSatisfy { SectionVocabulary.neutral.contains($0) } }
}
