internal import Diagnostics
internal import PostMortems

/// A verdict and its reasons as a reader says them, the same on the pages and in the terminal.
package enum RecurrenceWords {
  /// The verdict in a few words, lower case.
  package static func verdict(_ again: Repeat) -> String {
    switch (again.verdict, again.place) {
    case (.failedAction, _): "the action was done, and it came back"
    case (.openAction, _): "the promise was still open"
    case (.declinedAction, _): "the prevention had been declined"
    case (.noAction, .firstHere): "the first time here"
    case (.noAction, .elsewhere): "another organisation"
    case (.noAction, _): "nothing had been promised"
    case (.unknown, .reportedAgain): "the same organisation again"
    case (.unknown, .undated): "no date to judge by"
    case (.unknown, _): "cannot be told"
    }
  }

  /// Why the verdict is what it is, a sentence with its full stop.
  package static func reason(_ again: Repeat, _ knowledgeBase: KnowledgeBase) -> String {
    switch again.place {
    case .firstHere: return "Known from reports of other organisations; nothing had been promised here."
    case .elsewhere: return "No earlier report from this organisation is on record, so no promise was tested."
    case .reportedAgain:
      return "Reported before by the same organisation; whether it kept what it planned is not known here."
    case .undated: return "The post-mortem has no date, so that nobody can tell what came before it."
    case .here: break
    }
    switch again.verdict {
    case .noAction: return nothing(again)
    case .unknown:
      let items = again.promises.filter { $0.bearing != .beside }
      return items.contains { $0.bearing == .against }
        ? "What became of the action by then is not stated."
        : "No action says that it is against this cause; one of these may be."
    case .failedAction, .openAction, .declinedAction:
      guard let first = again.promises.first else { return "" }
      return Self.capitalised(standing(first, knowledgeBase)) + "."
    }
  }

  private static func nothing(_ again: Repeat) -> String {
    if !again.promises.isEmpty { return "Nothing was promised to prevent it, only to notice it or to bear it." }
    return again.gapDays == 0
      ? "It struck twice on one day: nothing could have been promised in between."
      : "No earlier post-mortem promised anything against it."
  }

  /// How an item stood when its cause struck again: `done 68 days before`, `open, 12 days past its due date`.
  package static func standing(_ promise: PromiseStanding, _ knowledgeBase: KnowledgeBase) -> String {
    let entry = knowledgeBase.actions.entries[promise.entry]
    guard entry.isPromise else { return "reported as \(state(entry.item.state))" }
    return state(promise, entry.item) + (promise.bearing == .beside ? ", not to prevent it" : "")
  }

  private static func state(_ promise: PromiseStanding, _ item: ActionItem) -> String {
    switch promise.state {
    case .done: return "done \(days(promise.days ?? 0)) before"
    case .open: return open(promise, item)
    case .declined: return "declined" + (item.reason.map { ": \($0)" } ?? "")
    case .superseded: return "superseded" + (item.reason.map { ": \($0)" } ?? "")
    case .unknown: return item.state == .done ? "done on a day that is not stated" : "state not stated"
    }
  }

  private static func open(_ promise: PromiseStanding, _ item: ActionItem) -> String {
    let later = item.state == .done ? item.done.map { ", done only on \($0.value.iso)" } ?? "" : ""
    guard let days = promise.days else { return "open, without a due date" + later }
    switch days {
    case 1...: return "open, \(Self.days(days)) past its due date" + later
    case 0: return "open, due on that day" + later
    default: return "open, due \(Self.days(-days)) later" + later
    }
  }

  private static func state(_ state: ActionItem.State) -> String {
    state == .unknown ? "planned" : state.rawValue
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  private static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
