/// When a post-mortem is due, which ones somebody else has to read, and how long an action item may take.
package struct Policy: Hashable, Sendable {
  /// Days from the end of an incident within which its post-mortem is to be published.
  package var publishWithinDays = 30
  /// Severities whose post-mortems are reviewed; nil for the two gravest of the scale.
  package var review: [String]?
  /// Weeks within which an action item without a date is to be done, by severity; nil for four and eight weeks at the
  /// two gravest of the scale.
  package var actionWeeks: [String: Int]?
  package var due = DueCriteria()
  /// Why an incident needs no post-mortem although the policy asks for one, by the key that its system gives it.
  package var waivers: [String: String] = [:]

  package init() {}
}

/// Which incidents owe a post-mortem: those that meet at least one criterion. An absent criterion asks for nothing.
///
/// The defaults follow the triggers of the SRE book, chapter 15: harm that users saw, lost data, an on-call engineer who had to
/// roll back, monitoring that did not notice.
package struct DueCriteria: Hashable, Sendable {
  /// Nil for the two gravest of the scale. Words of another system (`P1`) count where its incidents have them.
  package var severities: [String]?
  /// From the start to the end of the harm, at least.
  package var downtimeMinutes: Int? = 30
  package var dataLoss = true
  /// People who took part, at least.
  package var responders: Int? = 5
  package var rollback = true
  /// Who found it, in words of the detection vocabulary.
  package var foundBy = ["customer"]
  /// Tiers of the services that it touched.
  package var tiers: [String] = []
  /// Days from the end of the incident.
  package var withinDays = 14

  package init() {}
}

extension Settings {
  /// Whether the policy asks for a review of incidents of a severity.
  package func asksForReview(of severity: String) -> Bool {
    policy.review?.contains(severity) ?? (rank(of: severity).map { $0 <= 2 } ?? false)
  }

  /// The service level of action items without a date; nil for a severity that has none.
  package func actionWeeks(of severity: String) -> Int? {
    if let weeks = policy.actionWeeks { return weeks[severity] }
    switch rank(of: severity) {
    case 1: return 4
    case 2: return 8
    default: return nil
    }
  }

  /// The severities whose incidents owe a post-mortem.
  package var dueSeverities: [String] { policy.due.severities ?? severities.prefix(2).map(\.name) }

  /// The step of the scale that another system's word means: letter case, spaces and hyphens apart.
  package func severity(named word: String) -> SeverityLevel? {
    severities.first { $0.name == word } ?? severities.first { Self.isSameSeverity($0.name, word) }
  }

  /// The word by which incidents of a severity owe a post-mortem; nil where they do not.
  package func dueSeverity(matching word: String) -> String? {
    if let level = severity(named: word), dueSeverities.contains(level.name) { return level.name }
    return dueSeverities.first { Self.isSameSeverity($0, word) }
  }

  private static func isSameSeverity(_ left: String, _ right: String) -> Bool {
    func folded(_ text: String) -> [UInt8] {
      text.lowercased().utf8.filter { ($0 >= 0x30 && $0 < 0x3A) || ($0 >= 0x61 && $0 < 0x7B) || $0 >= 0x80 }
    }
    return folded(left) == folded(right)
  }
}
