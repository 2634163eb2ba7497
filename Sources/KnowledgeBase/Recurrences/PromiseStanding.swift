internal import Diagnostics
package import PostMortems

/// How an action item stood on the day on which its cause struck again.
package struct PromiseStanding: Sendable {
  /// Place in the action ledger.
  package let entry: Int
  package let bearing: PromiseClaim.Bearing
  /// The state on that day. An item that was done on that day or later was still open; of one that was done on a day
  /// that is not stated, nobody can tell.
  package let state: ActionItem.State
  /// For a done item the days since, at least 1. For an open one the days past its due date, negative while it was not
  /// yet due. Nil where the document gives no such date.
  package let days: Int?

  /// - Parameter day: of the repeat, in days since 1970-01-01; nil where it is not known.
  init(_ claim: PromiseClaim, _ item: ActionItem, on day: Int?) {
    entry = claim.entry
    bearing = claim.bearing
    switch (item.state, item.done?.value.daysSinceEpoch, day) {
    case (.done, let done?, let day?) where done < day: (state, days) = (.done, day - done)
    case (.done, .some, .some), (.open, _, .some): (state, days) = (.open, Self.overdue(item, on: day))
    case (.done, _, _), (.open, _, nil), (.unknown, _, _): (state, days) = (.unknown, nil)
    case (.declined, _, _): (state, days) = (.declined, nil)
    case (.superseded, _, _): (state, days) = (.superseded, nil)
    }
  }

  private static func overdue(_ item: ActionItem, on day: Int?) -> Int? {
    guard let due = item.due?.value.daysSinceEpoch, let day else { return nil }
    return day - due
  }
}
