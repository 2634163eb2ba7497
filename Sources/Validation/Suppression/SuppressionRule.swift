/// A rule whose findings come from comparing suppressions with what they silence.
protocol SuppressionRule: Rule {}

/// The rules about suppressions.
enum SuppressionRules {
  static let all: [any Rule] = [UselessSuppression(), SuppressionWithoutReason()]
}
