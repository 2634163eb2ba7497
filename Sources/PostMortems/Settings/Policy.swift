/// When a post-mortem is due, and which ones somebody else has to read.
package struct Policy: Hashable, Sendable {
  /// Days from the end of an incident within which its post-mortem is to be published.
  package var publishWithinDays = 30
  /// Severities whose post-mortems are reviewed; nil for the two gravest of the scale.
  package var review: [String]?

  package init() {}
}

extension Settings {
  /// Whether the policy asks for a review of incidents of a severity.
  package func asksForReview(of severity: String) -> Bool {
    policy.review?.contains(severity) ?? (rank(of: severity).map { $0 <= 2 } ?? false)
  }
}
