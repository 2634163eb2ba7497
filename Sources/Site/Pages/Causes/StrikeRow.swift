import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// One strike of a cause, and what the promises against it were worth by then.
struct StrikeRow: TemplateView {
  let date: TimeView?
  let incident: LinkView
  let note: String?
  /// Since the strike before; nil for the first.
  let gap: String?
  /// `failed-action`, `open-action`, …; `first` for the first strike.
  let kind: String
  let verdict: String
  let reason: String?
  let promises: [StrikePromise]
  let omitted: String?

  static let schema = ViewSchema<Self>(
    .view("date", \.date), .view("incident", \.incident), .text("note", \.note), .text("gap", \.gap),
    .text("kind", \.kind), .text("verdict", \.verdict), .text("reason", \.reason), .list("promises", \.promises),
    .text("omitted", \.omitted))
}

/// An action item as it stood when its cause struck again.
struct StrikePromise: TemplateView {
  let text: String
  let standing: String
  let owner: LinkView?
  let source: LinkView

  static let schema = ViewSchema<Self>(
    .text("text", \.text), .text("standing", \.standing), .view("owner", \.owner), .view("source", \.source))
}

extension StrikeRow {
  /// The most strikes that one page judges: the newest.
  static let limit = 30

  /// The most promises that are told of one strike.
  private static let mostPromises = 3

  /// The strikes of a cause, oldest first; empty for fewer than two.
  static func rows(_ recurrence: CauseRecurrence?, _ site: SiteSource, root: String) -> [StrikeRow] {
    guard let recurrence, recurrence.occurrences.count > 1 else { return [] }
    let repeats = Dictionary(recurrence.repeats.map { ($0.postMortem, $0) }, uniquingKeysWith: { first, _ in first })
    return recurrence.occurrences.suffix(limit).map { StrikeRow($0, repeats[$0], site, root: root) }
  }

  private init(_ position: Int, _ again: Repeat?, _ site: SiteSource, root: String) {
    let knowledgeBase = site.knowledgeBase
    let postMortem = knowledgeBase.postMortems[position]
    date = postMortem.day.map { TimeView($0) }
    incident = LinkView(postMortem.title, href: root + SitePaths.postMortem(postMortem.slug))
    note = IncidentRow.note(postMortem)
    gap = again?.gapDays.map { DateWords.gap(days: $0) }
    kind = again?.verdict.rawValue ?? "first"
    let words = again.map { RecurrenceWords.verdict($0) } ?? say("the first on record")
    verdict = words.prefix(1).uppercased() + words.dropFirst()
    let isTold = again.map { $0.verdict == .noAction || $0.verdict == .unknown } ?? false
    reason = isTold ? again.map { RecurrenceWords.reason($0, knowledgeBase) } : nil
    let all = again?.promises ?? []
    promises = all.prefix(Self.mostPromises).map { StrikePromise($0, site, root: root) }
    let left = all.count - promises.count + (again?.omitted ?? 0)
    omitted = left > 0 ? say("… and \(CountWords.number(left)) more") : nil
  }
}

extension StrikePromise {
  init(_ promise: PromiseStanding, _ site: SiteSource, root: String) {
    let entry = site.knowledgeBase.actions.entries[promise.entry]
    let postMortem = site.knowledgeBase.postMortems[entry.postMortem]
    text = entry.item.text
    standing = RecurrenceWords.standing(promise, site.knowledgeBase)
    owner = ActionRow(entry, site, root: root).owner
    source = LinkView(postMortem.title, href: root + SitePaths.postMortem(postMortem.slug))
  }
}
