internal import Diagnostics
internal import PostMortems

/// Reports words that look down on a person or on what they had to do.
struct Condescension: PostMortemRule {
  static let description = RuleDescription(
    id: "condescension", group: .language, level: .note,
    summary: "a word looks down on a person or a task",
    rationale: "What is called easy or obvious afterwards was neither at three in the morning.",
    triggering: [
      "# Checkout down\n\nIt was a ↓silly mistake in the template.\n",
      "This ↓could easily have been avoided.\n",
      "They ↓just had to read the runbook.\n",
      "↓Everyone knows that the cache must be warmed.\n",
    ],
    nonTriggering: [
      "The service simply restarts, and just one replica was left. Of course, the queue grew.\n",
      "The obvious remedy, more capacity, could not be applied.\n",
      "The flag makes a rollback easy.\n",
    ])

  private static let slips: [String] = {
    let judged = ["silly", "stupid", "dumb", "foolish", "rookie", "amateur", "schoolboy", "embarrassing"]
    let pairs =
      judged.flatMap { word in ["mistake", "mistakes", "error", "oversight", "blunder"].map { "\(word) \($0)" } }
      + ["trivial", "basic", "obvious"].flatMap { ["\($0) mistake", "\($0) mistakes", "\($0) oversight"] }
    return pairs
  }()
  private static let hindsight = [
    "could easily have been avoided", "could easily have been prevented", "could have easily been avoided",
    "could have easily been prevented", "easily avoidable", "easily preventable", "easy to avoid",
    "easily could have been avoided", "easily have been caught", "should have been obvious", "was obvious to anyone",
    "should be obvious", "should simply have", "should just have", "should obviously have", "should of course have",
  ]
  private static let steps = [
    "just had to", "simply had to", "only had to", "had to do was",
  ]
  private static let knowledge = ["everyone knows", "everybody knows", "common sense"]
  private static let insults = ["idiot", "idiots", "idiotic", "moron", "moronic", "clueless"]

  private static let table = PhraseTable(
    slips.map { ($0, "name the slip without judging it") }
      + hindsight.map { ($0, "say what would have shown it at the time") }
      + steps.map { ($0, "name the step, and what hid that it was needed") }
      + knowledge.map { ($0, "say where it is written down, or that it is not") } + insults.map { ($0, "leave it out") }
  )

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    Clause.all(in: draft, with: Self.table.triggers, context: context).flatMap { clause -> [Finding] in
      var end = -1
      return clause.sentence.words.indices.compactMap { index -> Finding? in
        guard index > end, let found = Self.table.entry(at: index, in: clause.sentence),
          Self.judges(found.entry.phrase, at: index, in: clause)
        else { return nil }
        end = found.last
        let span = clause.span(index, found.last)
        return Finding(
          Self.description.id, at: span, "'\(Excerpt.text(span, in: draft.source))' looks down on those who were there",
          help: found.entry.advice)
      }
    }
  }

  /// `just had to` judges people, and tells nothing of them where the subject is a system or the authors themselves.
  private static func judges(_ phrase: [String], at index: Int, in clause: Clause) -> Bool {
    guard phrase.suffix(2) == ["had", "to"] else { return true }
    if clause.sentence.text(index - 1) == "they" { return true }
    guard case .person = clause.finder.subject(of: index) else { return false }
    return true
  }
}
