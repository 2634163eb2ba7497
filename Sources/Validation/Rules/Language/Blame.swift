internal import Diagnostics
internal import PostMortems

/// Reports a sentence that lays a fault at a person's door.
struct Blame: PostMortemRule {
  static let description = RuleDescription(
    id: "blame", group: .language,
    summary: "a sentence blames a person",
    rationale:
      "Whoever expects blame keeps quiet next time, and a document that stops at a person never reaches what let one slip become an outage.",
    triggering: [
      "# Checkout down\n\n## Root cause\n\n↓The developer forgot to add the index.\n",
      "The deploy looked fine, but ↓the **on-call engineer** should have\nchecked the queue.\n",
      "Although ↓an operator who was new ignored the alert, the page fired.\n",
      "- ↓@kim failed to run the migration.\n",
      "We were ↓careless with the certificates.\n",
      "↓The author merged the change and did not ask for a review.\n",
      "Größe &amp; Last 🔥: \\*up\\* &mdash; ↓the developer forgot to add \\*one\\* index.\n",
      "| Time | Event |\n| --- | --- |\n| 10:00 | `a` &lt;prod&gt; ok. ↓The admin forgot it. |\n",
    ],
    nonTriggering: [
      "The pod failed to start, and the alert should have fired.\n",
      "We should have had an alert on the queue.\n",
      "The on-call should have been paged. Developers should have access to the logs.\n",
      "> The developer forgot to add the index.\n\nOne comment said \"the admin was careless\".\n",
      "Nobody noticed the alert, and no engineer failed to follow the runbook.\n",
      "The Kubernetes operator failed to reconcile the `Cluster` resource.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    Clause.all(in: draft, with: FaultPhrases.triggers, context: context).flatMap { clause -> [Finding] in
      var blamed: Set<Int> = []
      return FaultPhrases.find(in: clause.sentence).compactMap { phrase -> Finding? in
        guard let start = Self.start(of: phrase, in: clause), blamed.insert(start).inserted else { return nil }
        return Self.finding(phrase, clause.span(start, phrase.last), in: draft.source)
      }
    }
  }

  /// The first word of the blame; nil where nobody is blamed.
  private static func start(of phrase: FaultPhrase, in clause: Clause) -> Int? {
    switch subject(of: phrase, in: clause) {
    case .person(let start):
      return clause.isHypothetical(start) || clause.isDenied(start) ? nil : start
    case .organisation: return phrase.isHarsh ? phrase.verb : nil
    case .implied: return phrase.isHarsh || phrase.isMental ? phrase.verb : nil
    case .nobody: return nil
    case .other:
      let isPredicate = Grammar.auxiliaries.contains(clause.sentence.text(phrase.verb - 1))
      return phrase.isHarsh && phrase.kind == .verdict && !isPredicate ? phrase.verb : nil
    }
  }

  private static func subject(of phrase: FaultPhrase, in clause: Clause) -> Subject {
    if phrase.isGerund {
      return NounPhrase(sentence: clause.sentence, finder: clause.finder).nearest(endingAt: phrase.verb - 1)
    }
    guard let owner = phrase.owner else {
      return clause.finder.subject(of: phrase.verb, isMental: phrase.isMental)
    }
    if ["his", "her", "my"].contains(clause.sentence.text(owner)) { return .person(owner) }
    let found = NounPhrase(sentence: clause.sentence, finder: clause.finder).subject(endingAt: owner, isMental: false)
    if case .person = found { return found }
    return .nobody
  }

  private static func finding(_ phrase: FaultPhrase, _ span: SourceSpan, in source: SourceFile) -> Finding {
    let help =
      switch phrase.kind {
      case .duty: "say what could be known then: 'the dashboard showed …', 'the runbook did not mention …'"
      case .omission: "say what made it possible: 'nothing reminded …', 'the tool accepted …', 'the step was manual'"
      case .verdict: "describe the conditions instead: 'the two commands look alike', 'the change had no second reader'"
      }
    return Finding(
      description.id, at: span, "'\(Excerpt.text(span, in: source))' blames a person",
      notes: ["what was done made sense to the one who did it: the sentence to write is why"], help: help)
  }
}
