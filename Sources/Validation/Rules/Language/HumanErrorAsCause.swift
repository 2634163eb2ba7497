internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports `human error` where a cause is asked for.
struct HumanErrorAsCause: PostMortemRule, CauseRule {
  static let description = RuleDescription(
    id: "human-error-as-cause", group: .language,
    summary: "human error is given as a cause",
    rationale:
      "People err every day and most days nothing breaks: the cause is what let this one slip through, and that can be mended.",
    triggering: [
      "# Checkout down\n\n## Root cause\n\nLeaving the host in maintenance was ↓human error.\n",
      "---\nroot_causes: [↓operator-error]\n---\n",
      "---\ncontributing_factors: [↓{text: A user error in the console}]\n---\n",
      "It was ↓finger trouble on **the** console.\n",
      "-- causes/slip.md --\n---\ntitle: ↓Human error\n---\n",
    ],
    nonTriggering: [
      "This was not human error: the console offered both hosts.\n",
      "The new form prevents human error. The service returned a user error page.\n",
      "---\nroot_causes: [missing-confirmation]\ntrigger: human-operation\n---\n",
      "One reply said \"human error\". Any operator error is a symptom of a missing guard.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let causes = draft.fields.rootCauses.filter { HumanErrorPhrases.holds($0.value) }.map(\.span)
    let factors = draft.fields.contributingFactors.filter { factor in
      HumanErrorPhrases.holds(factor.text ?? factor.slug?.value ?? "")
    }.map(\.span)
    let title = draft.fields.title.flatMap { HumanErrorPhrases.holds($0.value) ? $0.span : nil }
    let prose = context.prose(of: draft, with: HumanErrorPhrases.triggers)
    return ([title].compactMap { $0 } + causes + factors + Self.spans(in: prose)).map {
      Self.finding($0, in: draft.source)
    }
  }

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    guard HumanErrorPhrases.holds(record.title.value) else { return [] }
    return [Self.finding(record.title.span, in: record.document.source)]
  }

  private static func spans(in blocks: [ProseBlock]) -> [SourceSpan] {
    blocks.flatMap { block in
      block.sentences.flatMap { sentence in
        HumanErrorPhrases.find(in: sentence).map { block.span(sentence, $0.first, $0.last) }
      }
    }
  }

  private static func finding(_ span: SourceSpan, in source: SourceFile) -> Finding {
    Finding(
      description.id, at: span, "'\(Excerpt.text(span, in: source))' is where the question begins, no cause",
      help:
        "name what let the slip through: 'the tool accepted …', 'both commands look alike', 'nothing asked before …'")
  }
}
