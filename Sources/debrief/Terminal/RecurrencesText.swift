internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// The recurrences as somebody reads them who wants to know what to do next.
struct RecurrencesText {
  private let knowledgeBase: KnowledgeBase
  private let recurring: [CauseRecurrence]

  init(_ knowledgeBase: KnowledgeBase) {
    self.knowledgeBase = knowledgeBase
    recurring = knowledgeBase.recurrences.recurring
  }

  /// A paragraph a cause, with an empty line between two.
  var lines: [String] {
    recurring.enumerated().flatMap { number, recurrence in (number == 0 ? [] : [""]) + paragraph(recurrence) }
  }

  private func paragraph(_ recurrence: CauseRecurrence) -> [String] {
    let cause = recurrence.cause
    let status = cause.record.map { $0.status?.value ?? "no status" } ?? "no record"
    var lines = ["\(Visible.text(cause.title)) (\(cause.slug), \(status)): \(recurrence.occurrences.count) times"]
    if let again = knowledgeBase.strikeSinceFixed(cause) {
      let since = again.isStated ? " since" : ", the last action against it done on"
      lines.append(
        "  ! called \(again.status.value)\(since) \(again.since.iso), and struck \(days(again.days)) later")
    }
    let repeats = Dictionary(
      recurrence.repeats.map { ($0.postMortem, $0) }, uniquingKeysWith: { first, _ in first })
    for position in recurrence.occurrences { lines += strike(position, repeats[position]) }
    return lines
  }

  private func strike(_ position: Int, _ again: Repeat?) -> [String] {
    let postMortem = knowledgeBase.postMortems[position]
    let head = "  \(postMortem.day?.iso ?? "no date   ")  \(Visible.text(postMortem.title))"
    guard let again else { return [head, "              \(postMortem.id)"] }
    let gap = again.gapDays.map { $0 == 0 ? "the same day, " : "\(days($0)) later, " } ?? ""
    return [head, "              \(postMortem.id): \(gap)\(again.verdict.rawValue), \(RecurrenceWords.verdict(again))"]
      + again.promises.map(item) + (again.omitted > 0 ? ["              … and \(again.omitted) more"] : [])
  }

  private func item(_ promise: PromiseStanding) -> String {
    let entry = knowledgeBase.actions.entries[promise.entry]
    let made = knowledgeBase.postMortems[entry.postMortem].id
    let owner = entry.item.owner.map { Visible.text($0.value) } ?? (entry.isPromise ? "no owner" : "reported")
    return "              - \(Visible.text(entry.item.text)) (\(owner), \(made)): "
      + Visible.text(RecurrenceWords.standing(promise, knowledgeBase))
  }

  /// Pairs that look like one cause, with the reasons: to be read, and named in `root_causes` where it is true.
  func lines(of pairs: [SuggestedRecurrence]) -> [String] {
    guard !pairs.isEmpty else { return ["", "No two post-mortems look like one cause and share none."] }
    return ["", "Perhaps one cause, though no root cause is shared:"]
      + pairs.flatMap { pair in
        [pair.later, pair.earlier].map { "  \(place($0))" } + pair.reasons.map { "    - \(Visible.text($0.text))" }
      }
  }

  private func place(_ position: Int) -> String {
    let postMortem = knowledgeBase.postMortems[position]
    return "\(postMortem.day?.iso ?? "no date   ")  \(Visible.text(postMortem.title)) (\(postMortem.file))"
  }

  /// How many causes came back, and how many repeats of each verdict there are.
  var summary: String {
    let repeats = recurring.flatMap(\.repeats)
    guard !repeats.isEmpty else { return "no cause is on record more than once" }
    let counts = RecurrenceVerdict.allCases.compactMap { verdict -> String? in
      let count = repeats.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return "\(recurring.count) \(recurring.count == 1 ? "cause" : "causes") struck more than once; "
      + "\(repeats.count) \(repeats.count == 1 ? "repeat" : "repeats"): \(counts.joined(separator: ", "))"
  }

  private func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
