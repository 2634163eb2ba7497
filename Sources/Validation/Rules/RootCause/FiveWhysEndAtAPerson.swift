internal import Diagnostics
internal import PostMortems

/// Reports a chain of questions whose last answer is a person's slip.
struct FiveWhysEndAtAPerson: PostMortemRule {
  static let description = RuleDescription(
    id: "five-whys-end-at-a-person", group: .rootCause,
    summary: "the five whys end at a person",
    rationale: "People slip every day; what let the slip through is what can be changed.",
    triggering: [
      "## Five whys\n\n1. Why was checkout down? The disk was full.\n2. Why? Logs stayed.\n3. ↓Why? The engineer forgot to switch the rotation on.\n",
      "## Five whys\n\n1. Why was checkout down? The disk was full.\n2. Why? Logs stayed.\n3. ↓Why? Human error.\n",
    ],
    nonTriggering: [
      "## Five whys\n\n1. Why was checkout down? The engineer forgot the rotation.\n2. Why? It is a step by hand.\n3. Why? No default has it.\n",
      "## Five whys\n\n1. Why? The disk was full.\n2. Why? Logs stayed.\n3. Why? The agent failed to start after the engineers had upgraded it.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    FiveWhys.chains(in: draft).compactMap { chain in
      guard let answer = chain.lastAnswer, let place = chain.steps.last?.span,
        let words = PersonalSlip.first(in: answer)
      else { return nil }
      return Finding(
        Self.description.id, at: place, "the last why ends at a person: '\(words)'",
        help: "ask once more: what made the slip possible, and what should have caught it")
    }
  }

  static func endsThere(_ chain: FiveWhys) -> Bool {
    chain.lastAnswer.map { PersonalSlip.first(in: $0) != nil } ?? false
  }
}

/// Finds words that end an explanation at somebody's slip.
enum PersonalSlip {
  /// The telling words, nil where there are none.
  static func first(in text: String) -> String? {
    let words = PlainWords.split(text)
    for phrase in phrases where words.firstIndex(ofPhrase: phrase) != nil { return phrase.joined(separator: " ") }
    for (index, word) in words.enumerated() where people.contains(word) {
      let rest = Array(words[(index + 1)...].prefix(5)).filter { !adverbs.contains($0) }
      if let slip = slips.first(where: { rest.starts(with: $0) }) {
        return "\(word) \(slip.joined(separator: " "))"
      }
    }
    return nil
  }

  private static let phrases = split(
    """
    human error, human errors, human mistake, human failure, operator error, operator mistake, user error,
    engineer error, carelessness, negligence, inattention, inattentiveness, lack of attention, lack of care,
    lack of diligence, lack of discipline, not paying attention, not careful enough
    """)

  private static let slips = split(
    """
    forgot, forgets, forget, had forgotten, has forgotten, overlooked, neglected, was careless, were careless,
    was negligent, was distracted, was tired, was inattentive, was not careful, wasn't careful, made a mistake,
    made an error, made a typo, made mistake, mistyped, misread, did not pay attention, didn't pay attention,
    did not follow, didn't follow, did not read, didn't read, did not bother, didn't bother, failed to check,
    failed to follow, failed to notice, failed to verify, failed to read, failed to test, ignored, should have,
    should've, was not paying, wasn't paying
    """)

  private static let people = PlainWords.set(
    """
    admin administrator author colleague contractor dba dev developer developers employee engineer engineers he her
    i intern manager nobody operator operators person she somebody someone sre staff sysadmin team technician we who
    """)

  private static let adverbs = PlainWords.set("also accidentally apparently just on call simply then unfortunately")

  private static func split(_ list: String) -> [[String]] {
    list.split(separator: ",").map { phrase in
      phrase.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init)
    }
  }
}
