/// What the promises that were to prevent a cause were worth when it struck again.
package enum RecurrenceVerdict: String, CaseIterable, Sendable {
  /// It was done before, and the cause came back.
  case failedAction = "failed-action"
  /// It was promised and not yet done: still open today, or done only on that day or later.
  case openAction = "open-action"
  /// What would have prevented it had been declined.
  case declinedAction = "declined-action"
  /// Nothing on record had been promised here to prevent it.
  case noAction = "no-action"
  /// What the documents say does not suffice.
  case unknown

  /// Whether somebody here had given a word that did not hold.
  package var isBrokenPromise: Bool { self == .failedAction || self == .openAction }
}
