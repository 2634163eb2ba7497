internal import Diagnostics
internal import PostMortems

/// That an action item was to do something about a cause.
package struct PromiseClaim: Sendable {
  /// How far the documents say that the item was to prevent the cause.
  package enum Bearing: String, Sendable {
    /// It names the cause, or is to prevent and its post-mortem has no other root cause.
    case against
    /// It may be: it names no cause, and its post-mortem has several, or its kind is told by its words only.
    case perhaps
    /// It was to notice the cause or to bear it: the cause may come back all the same.
    case beside
  }

  /// Place in the action ledger.
  package let entry: Int
  package let bearing: Bearing
  /// The day of the incident after which it was promised, in days since 1970-01-01; nil where none is known.
  package let made: Int?
}

extension PromiseClaim.Bearing {
  /// The causes that an item is about, by slug.
  ///
  /// An item that names causes is against them unless its author calls it `detect` or `mitigate`: an alert that was
  /// built has not failed because the disk is full again. One that names none can only be about the root causes of its
  /// own post-mortem.
  /// - Parameter own: the slugs of those root causes.
  static func all(of item: ActionItem, own: [String], _ causes: CauseCatalogue) -> [String: Self] {
    guard item.addresses.isEmpty else {
      let bearing: Self = item.type == .detect || item.type == .mitigate ? .beside : .against
      return Dictionary(item.addresses.map { (causes.canonical($0.value), bearing) }, uniquingKeysWith: { $1 })
    }
    guard let bearing = unaddressed(item, isOnlyCause: own.count == 1) else { return [:] }
    return Dictionary(own.map { ($0, bearing) }, uniquingKeysWith: { $1 })
  }

  private static func unaddressed(_ item: ActionItem, isOnlyCause: Bool) -> Self? {
    switch item.type {
    case .prevent: isOnlyCause ? .against : .perhaps
    case .detect, .mitigate, .process: nil
    case nil:
      switch item.inferredType {
      case nil, .prevent: isOnlyCause ? .against : .perhaps
      default: isOnlyCause ? .perhaps : nil
      }
    }
  }
}
