/// Diagnostics as a code-quality report, which a merge request shows beside its changes.
package enum GitLabFormatter {
  package static func format(_ diagnostics: [Diagnostic], pathPrefix: String = "") -> String {
    var seen: [String: Int] = [:]
    return JSONValue.array(
      diagnostics.map { diagnostic in
        let print = Fingerprint.of(diagnostic)
        seen[print, default: 0] += 1
        let count = seen[print, default: 1]
        return .object([
          "description": .string(diagnostic.message),
          "check_name": .string(diagnostic.rule),
          "fingerprint": .string(count == 1 ? print : "\(print)-\(count)"),
          "severity": .string(severity(diagnostic.level)),
          "location": .object([
            "path": .string(path(pathPrefix + diagnostic.file)),
            "lines": .object(["begin": .int(diagnostic.start.line), "end": .int(diagnostic.end.line)]),
          ]),
        ])
      }
    ).text
  }

  private static func path(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .error: "major"
    case .warning: "minor"
    case .note, .off: "info"
    }
  }
}
