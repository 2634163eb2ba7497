/// A cause that struck again, and what had been promised to prevent it.
package struct Repeat: Sendable {
  /// In what relation the strike stands to those before it.
  package enum Place: Sendable {
    /// In this organisation, where it had struck before or where something had been promised.
    case here
    /// In this organisation for the first time; it was known from reports of others.
    case firstHere
    /// In another organisation, which had reported it before: what became of its plans is not known here.
    case reportedAgain
    /// In another organisation that had not reported it before.
    case elsewhere
    /// On a day that is not known, so that nothing can be said of before and after.
    case undated
  }

  /// Position of the post-mortem.
  package let postMortem: Int
  /// Position of the occurrence before it, wherever that was; nil for a first strike against which something had been
  /// promised already.
  package let previous: Int?
  /// Nil where one of the two days is not known.
  package let gapDays: Int?
  package let place: Place
  package let verdict: RecurrenceVerdict
  /// Those that decided first.
  package let promises: [PromiseStanding]
  /// How many more items there are than are listed.
  package let omitted: Int
}
