import Diagnostics
import KnowledgeBase
import PostMortems

/// What was promised against a cause, and whether it came back.
enum CauseActions {
  /// Items that address the cause, newest promise first.
  static func entries(addressing cause: Cause, _ knowledgeBase: KnowledgeBase) -> [LedgerEntry] {
    (cause.occurrences + cause.contributions).sorted().flatMap { position in
      knowledgeBase.actions.items(of: position).filter { entry in
        entry.item.addresses.contains { knowledgeBase.causes.canonical($0.value) == cause.slug }
      }
    }
  }

  static func verdicts(_ entries: [LedgerEntry], _ cause: Cause, _ site: SiteSource, root: String) -> [VerdictRow] {
    entries.map { VerdictRow(action: ActionRow($0, site, root: root), verdict: verdict($0, cause, site.knowledgeBase)) }
  }

  /// In what state the item was when the cause next struck; of another organisation's items nothing is judged.
  private static func verdict(_ entry: LedgerEntry, _ cause: Cause, _ knowledgeBase: KnowledgeBase) -> String {
    guard entry.isPromise else { return "reported by another organisation" }
    guard let promised = knowledgeBase.postMortems[entry.postMortem].day else { return "no date to judge by" }
    let next = cause.occurrences.compactMap { knowledgeBase.postMortems[$0].day }.filter { $0 > promised }.min()
    guard let next else { return "not seen since" }
    let when = "came back on \(DateWords.long(next))"
    switch entry.item.state {
    case .done:
      guard let done = entry.item.done?.value else { return "\(when); done, at a time not stated" }
      let days = next.daysSinceEpoch - done.daysSinceEpoch
      return days >= 0
        ? "\(when), \(DateWords.gap(days: days)) after this was done" : "\(when), before this was done"
    case .declined: return "\(when); this was declined"
    case .superseded: return "\(when); this was superseded"
    case .open, .unknown: return "\(when), while this was open"
    }
  }
}
