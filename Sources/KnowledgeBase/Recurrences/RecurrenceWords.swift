internal import Diagnostics
internal import Language
internal import PostMortems

/// A verdict and its reasons as a reader says them, the same on the pages and in the terminal.
package enum RecurrenceWords {
  /// The verdict in a few words, lower case.
  package static func verdict(_ again: Repeat) -> String {
    switch (again.verdict, again.place) {
    case (.failedAction, _): say("the action was done, and it came back")
    case (.openAction, _): say("the promise was still open")
    case (.declinedAction, _): say("the prevention had been declined")
    case (.noAction, .firstHere): say("the first time here")
    case (.noAction, .elsewhere): say("another organisation")
    case (.noAction, _): say("nothing had been promised")
    case (.unknown, .reportedAgain): say("the same organisation again")
    case (.unknown, .undated): say("no date to judge by")
    case (.unknown, _): say("cannot be told")
    }
  }

  /// Why the verdict is what it is, a sentence with its full stop.
  package static func reason(_ again: Repeat, _ knowledgeBase: KnowledgeBase) -> String {
    switch again.place {
    case .firstHere: return say("Known from reports of other organisations; nothing had been promised here.")
    case .elsewhere: return say("No earlier report from this organisation is on record, so no promise was tested.")
    case .reportedAgain:
      return say("Reported before by the same organisation; whether it kept what it planned is not known here.")
    case .undated: return say("The post-mortem has no date, so that nobody can tell what came before it.")
    case .here: break
    }
    switch again.verdict {
    case .noAction: return nothing(again)
    case .unknown:
      let items = again.promises.filter { $0.bearing != .beside }
      return items.contains { $0.bearing == .against }
        ? say("What became of the action by then is not stated.")
        : say("No action says that it is against this cause; one of these may be.")
    case .failedAction, .openAction, .declinedAction:
      guard let first = again.promises.first else { return "" }
      return Self.capitalised(standing(first, knowledgeBase)) + "."
    }
  }

  private static func nothing(_ again: Repeat) -> String {
    if !again.promises.isEmpty { return "Nothing was promised to prevent it, only to notice it or to bear it." }
    return again.gapDays == 0
      ? say("It struck twice on one day: nothing could have been promised in between.")
      : say("No earlier post-mortem promised anything against it.")
  }

  /// How an item stood when its cause struck again: `done 68 days before`, `open, 12 days past its due date`.
  package static func standing(_ promise: PromiseStanding, _ knowledgeBase: KnowledgeBase) -> String {
    let entry = knowledgeBase.actions.entries[promise.entry]
    guard entry.isPromise else { return reported(entry.item.state) }
    let words = state(promise, entry.item)
    return promise.bearing == .beside ? say("\(words), not to prevent it") : words
  }

  private static func state(_ promise: PromiseStanding, _ item: ActionItem) -> String {
    switch promise.state {
    case .done: return say("done \(days(promise.days ?? 0)) before")
    case .open: return open(promise, item)
    case .declined: return item.reason.map { say("declined: \($0)") } ?? say("declined")
    case .superseded: return item.reason.map { say("superseded: \($0)") } ?? say("superseded")
    case .unknown: return item.state == .done ? say("done on a day that is not stated") : say("state not stated")
    }
  }

  private static func open(_ promise: PromiseStanding, _ item: ActionItem) -> String {
    let words = open(days: promise.days)
    guard item.state == .done, let done = item.done else { return words }
    return say("\(words), done only on \(done.value.iso)")
  }

  private static func open(days: Int?) -> String {
    guard let days else { return say("open, without a due date") }
    switch days {
    case 1...: return say("open, \(Self.days(days)) past its due date")
    case 0: return say("open, due on that day")
    default: return say("open, due \(Self.days(-days)) later")
    }
  }

  private static func reported(_ state: ActionItem.State) -> String {
    switch state {
    case .unknown: say("reported as planned")
    case .open: say("reported as open")
    case .done: say("reported as done")
    case .declined: say("reported as declined")
    case .superseded: say("reported as superseded")
    }
  }

  static func days(_ count: Int) -> String {
    say(count, one: "\(count) day", other: "\(count) days")
  }

  private static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
