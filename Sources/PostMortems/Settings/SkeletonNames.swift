/// Which skeleton a new post-mortem begins with, by kind and severity.
package struct SkeletonNames: Hashable, Sendable {
  /// Overrides for incidents of a severity.
  package var bySeverity: [String: String] = [:]
  /// Overrides for every post-mortem of a kind.
  package var byKind: [String: String] = [:]

  package init() {}
}

extension Settings {
  /// The name, without extension, of the skeleton that fits: that of the kind, and for incidents that of the severity.
  package func skeleton(kind: String, severity: String?) -> String {
    if kind != "incident" { return skeletons.byKind[kind] ?? kind }
    if let name = severity.flatMap({ skeletons.bySeverity[$0] }) ?? skeletons.byKind[kind] { return name }
    return severity.map(isMinor) == true ? "minor" : "incident"
  }

  /// Whether a severity is among the lowest two fifths of the scale: two steps of five, one of four or three.
  private func isMinor(_ severity: String) -> Bool {
    rank(of: severity).map { $0 > (severities.count * 3 + 4) / 5 } ?? false
  }
}
