package import Diagnostics

/// Takes out what an author suppressed, and reports suppressions that do nothing.
package struct SuppressionFilter: Sendable {
  private let levels: [String: Level]

  /// - Parameter levels: the effective level of every rule, by id.
  package init(levels: [String: Level]) {
    self.levels = levels
  }

  /// The diagnostics of one file that are left, with those about the suppressions themselves, sorted.
  package func apply(_ diagnostics: [Diagnostic], in source: SourceFile) -> [Diagnostic] {
    let suppressions = SuppressionReader.suppressions(in: source)
    guard !suppressions.isEmpty else { return diagnostics }
    let left = diagnostics.filter { diagnostic in
      !suppressions.contains { $0.covers(diagnostic) && ($0.isReasoned || diagnostic.rule != Secret.description.id) }
    }
    return (left + suppressions.flatMap { problems($0, diagnostics, source) }).sorted()
  }

  private func problems(_ suppression: Suppression, _ diagnostics: [Diagnostic], _ source: SourceFile) -> [Diagnostic] {
    var findings = suppression.rules.compactMap { finding($0, suppression, diagnostics) }
    if suppression.reason.isEmpty, findings.isEmpty { findings.append(SuppressionWithoutReason.finding(suppression)) }
    return findings.compactMap { finding in
      let level = levels[finding.rule] ?? .warning
      return level == .off ? nil : Diagnostic(finding, level: level, in: source)
    }
  }

  private func finding(_ rule: Located<String>, _ suppression: Suppression, _ diagnostics: [Diagnostic]) -> Finding? {
    guard let level = levels[rule.value] else {
      return UselessSuppression.unknown(rule, known: levels.keys.sorted())
    }
    let isUsed = level == .off || diagnostics.contains { $0.rule == rule.value && suppression.covers($0) }
    return isUsed ? nil : UselessSuppression.unused(rule)
  }
}

extension Suppression {
  /// Whether it says why; a credential is let through on no other terms.
  fileprivate var isReasoned: Bool { !reason.isEmpty }

  fileprivate func covers(_ diagnostic: Diagnostic) -> Bool {
    rules.contains { $0.value == diagnostic.rule } && (lines?.contains(diagnostic.start.line) ?? true)
  }
}
