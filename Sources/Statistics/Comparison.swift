/// What may be said about a later period against an earlier one; p-values are two-sided, 0 to 1.
package enum Comparison: Hashable, Sendable {
  /// Too few data for the test to say anything, whatever they had been.
  case notEnough
  case notDistinguishable(p: Double)
  case higher(p: Double)
  case lower(p: Double)

  /// The declared level: a change is only named when its p-value lies below.
  package static let significanceLevel = 0.05

  /// The verdict of a test; `change` is above 0 where the later period has more, and only its sign counts.
  package init(p: Double, change: Double) {
    guard p < Self.significanceLevel, change != 0 else {
      self = .notDistinguishable(p: p)
      return
    }
    self = change > 0 ? .higher(p: p) : .lower(p: p)
  }

  /// Whether a page may name the change, or show a percentage for it.
  package var isEstablished: Bool {
    switch self {
    case .higher, .lower: true
    case .notEnough, .notDistinguishable: false
    }
  }

  /// Absent when there was not enough to test.
  package var pValue: Double? {
    switch self {
    case .notEnough: nil
    case .notDistinguishable(let p), .higher(let p), .lower(let p): p
    }
  }

  /// The verdict in the words of a page, such as `not distinguishable from no change (p=0.0987)`.
  package var phrase: String {
    switch self {
    case .notEnough: "not enough to compare"
    case .notDistinguishable(let p): "not distinguishable from no change (\(FixedFormat.pValue(p)))"
    case .higher(let p): "higher (\(FixedFormat.pValue(p)))"
    case .lower(let p): "lower (\(FixedFormat.pValue(p)))"
    }
  }
}
