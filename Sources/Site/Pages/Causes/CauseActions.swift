import Diagnostics
import KnowledgeBase
import Language
import PostMortems

/// What was promised against a cause, and whether it came back.
enum CauseActions {
  /// Items against the cause, newest promise first: promises, and what other organisations' reports say of theirs.
  static func entries(addressing cause: Cause, _ knowledgeBase: KnowledgeBase) -> [LedgerEntry] {
    knowledgeBase.promises.claims(for: cause.slug).filter { $0.bearing != .perhaps }
      .map { knowledgeBase.actions.entries[$0.entry] }
  }

  /// The most items of which the page of a cause tells what came of them: the newest.
  static let most = 60

  static func verdicts(_ entries: some Sequence<LedgerEntry>, _ cause: Cause, _ site: SiteSource, root: String)
    -> [VerdictRow]
  {
    let knowledgeBase = site.knowledgeBase
    let strikes = cause.occurrences.map { knowledgeBase.postMortems[$0] }.filter { !$0.isExternal }
      .compactMap(\.day).sorted()
    return entries.map { entry in
      VerdictRow(action: ActionRow(entry, site, root: root), verdict: verdict(entry, strikes, knowledgeBase))
    }
  }

  /// In what state the item was when the cause next struck here; of another organisation's items nothing is judged.
  ///
  /// - Parameter strikes: ascending.
  private static func verdict(_ entry: LedgerEntry, _ strikes: [Day], _ knowledgeBase: KnowledgeBase) -> String {
    guard entry.isPromise else { return say("reported by another organisation") }
    guard let promised = knowledgeBase.postMortems[entry.postMortem].day else { return say("no date to judge by") }
    guard let next = first(in: strikes, after: promised) else { return say("not seen since") }
    let when = say("came back on \(DateWords.long(next))")
    switch entry.item.state {
    case .done:
      guard let done = entry.item.done?.value else { return say("\(when); done, at a time not stated") }
      // A strike before the completion says nothing of its worth; the first one after it does.
      guard let later = first(in: strikes, after: done) else {
        return say("\(when), before this was done; not seen since")
      }
      let gap = DateWords.gap(days: later.daysSinceEpoch - done.daysSinceEpoch)
      return say("came back on \(DateWords.long(later)), \(gap) after this was done")
    case .declined: return say("\(when); this was declined")
    case .superseded: return say("\(when); this was superseded")
    case .open, .unknown: return say("\(when), while this was open")
    }
  }

  /// The first of ascending days that is later than a day.
  private static func first(in days: [Day], after day: Day) -> Day? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low < days.count ? days[low] : nil
  }
}
