/// Diagnostics as workflow commands, which a runner turns into annotations on the pull request.
///
/// Ten errors and ten warnings are shown a step, so errors come first.
package enum GitHubFormatter {
  package static func format(_ diagnostics: [Diagnostic], pathPrefix: String = "") -> String {
    diagnostics.enumerated().sorted { left, right in
      left.element.level == right.element.level
        ? left.offset < right.offset : left.element.level > right.element.level
    }.map { line($0.element, pathPrefix) }.joined()
  }

  private static func line(_ diagnostic: Diagnostic, _ prefix: String) -> String {
    let command =
      switch diagnostic.level {
      case .error: "error"
      case .warning: "warning"
      default: "notice"
      }
    let properties = [
      ("file", prefix + diagnostic.file), ("line", "\(diagnostic.start.line)"),
      ("col", "\(diagnostic.start.column)"),
      ("endLine", "\(diagnostic.end.line)"), ("endColumn", "\(diagnostic.end.column)"), ("title", diagnostic.rule),
    ].map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    let text = ([diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 }).joined(separator: "\n")
    return "::\(command) \(properties)::\(data(text))\n"
  }

  private static func data(_ text: String) -> String {
    replaced(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    replaced(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  /// The runner prints it all into its log, where an escape sequence would act: what is not in the table is made visible.
  private static func replaced(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = table[scalar] {
        result += replacement
      } else if scalar.value >= 0x20, scalar.value < 0x7F {
        result.unicodeScalars.append(scalar)
      } else {
        result += Visible.text([scalar])
      }
    }
    return result
  }
}
