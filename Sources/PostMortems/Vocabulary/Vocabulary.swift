internal import Diagnostics

/// A set of words that a field may hold.
package struct Vocabulary: Hashable, Sendable {
  /// The words in the order in which they are shown.
  package let words: [String]
  /// Whether a word outside the list is an error; an open vocabulary takes any word.
  package let isClosed: Bool

  package init(_ words: [String], isClosed: Bool) {
    self.words = words
    self.isClosed = isClosed
  }

  /// Takes whatever is written, until the settings list words.
  package static let open = Vocabulary([], isClosed: false)

  package func accepts(_ word: String) -> Bool { !isClosed || words.contains(word) }

  /// The listed word most like another: at most a third of its letters away, nil where none is.
  package func nearest(to word: String) -> String? { NearMiss.nearest(to: word, in: words) }
}

/// The vocabularies that come with the format.
package enum BuiltInVocabulary {
  package static let status = ["draft", "review", "published"]
  package static let kind = ["incident", "near-miss", "drill"]
  package static let audience = ["public", "internal"]
  package static let origin = ["own", "external"]
  package static let severities = ["SEV1", "SEV2", "SEV3", "SEV4", "SEV5"]
  package static let detection = [
    "alert", "synthetic-check", "log-review", "employee", "customer", "partner", "vendor", "status-page", "test",
    "unknown",
  ]
  package static let trigger = [
    "deploy", "config", "capacity", "traffic", "dependency", "data", "hardware", "expiry", "security",
    "human-operation", "unknown",
  ]
  package static let mitigation = [
    "rollback", "config-revert", "restart", "scale-up", "failover", "feature-flag-off", "kill-switch",
    "traffic-shift", "rate-limit", "load-shed", "data-repair", "manual-repair", "vendor", "self-recovered", "none",
  ]
  package static let control = [
    "redundancy", "load-balancing", "circuit-breaker", "timeout", "retry-budget", "rate-limit", "load-shedding",
    "canary", "feature-flag", "kill-switch", "autoscaling", "backup-restore", "rollback", "alert", "runbook",
    "input-validation", "staging-test", "access-guard", "isolation",
  ]
  package static let controlState = ["present", "absent", "failed", "worked", "unknown"]
  package static let causeCategory = [
    "software", "development process", "complex system behaviour", "deployment planning", "network", "capacity",
    "dependency", "data", "hardware", "human factors",
  ]
  package static let causeStatus = ["open", "understood", "mitigated", "fixed", "verified"]
}
