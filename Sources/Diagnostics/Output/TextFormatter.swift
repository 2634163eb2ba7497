/// Diagnostics for people: the place, the message, the line with a caret under it, notes and one way out.
package struct TextFormatter: Sendable {
  /// Put before every file, so that a terminal can open it.
  let pathPrefix: String
  let style: TerminalStyle

  package init(pathPrefix: String = "", style: TerminalStyle = .plain) {
    self.pathPrefix = pathPrefix
    self.style = style
  }

  package func format(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(format).joined(separator: "\n")
  }

  func format(_ diagnostic: Diagnostic) -> String {
    let place = "\(pathPrefix)\(diagnostic.file):\(diagnostic.start.line):\(diagnostic.start.column)"
    let level = style.level("\(diagnostic.level.rawValue):", diagnostic.level)
    var text = "\(style.bold(Visible.text(place) + ":")) \(level) \(style.bold(Visible.text(diagnostic.message)))"
    text += " [\(diagnostic.rule)]\n"
    let margin = String(repeating: " ", count: "\(diagnostic.start.line)".count)
    if let excerpt = diagnostic.excerpt, !excerpt.isEmpty { text += self.excerpt(excerpt, of: diagnostic, margin) }
    for note in diagnostic.notes { text += " \(margin) \(style.faint("=")) note: \(Visible.text(note))\n" }
    if let help = diagnostic.help { text += " \(margin) \(style.faint("=")) help: \(Visible.text(help))\n" }
    return text
  }

  private func excerpt(_ line: String, of diagnostic: Diagnostic, _ margin: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let start = min(diagnostic.start.column - 1, scalars.count)
    let isOneLine = diagnostic.start.line == diagnostic.end.line
    let end = isOneLine ? min(max(diagnostic.end.column - 1, start), scalars.count) : scalars.count
    let window = Self.window(around: start, in: scalars.count)
    let shown =
      (window.lowerBound > 0 ? "…" : "") + Visible.text(scalars[window])
      + (window.upperBound < scalars.count ? "…" : "")
    let indent =
      Visible.width(scalars[window.lowerBound..<max(start, window.lowerBound)]) + (window.lowerBound > 0 ? 1 : 0)
    let visibleEnd = min(end, window.upperBound)
    let length = max(1, Visible.width(scalars[min(start, visibleEnd)..<visibleEnd]))
    let caret =
      String(repeating: " ", count: indent) + style.level(String(repeating: "^", count: length), diagnostic.level)
    let bar = style.faint("|")
    return
      " \(margin) \(bar)\n \(style.faint("\(diagnostic.start.line)")) \(bar) \(shown)\n \(margin) \(bar) \(caret)\n"
  }

  /// The part of a long line that is shown: about a hundred characters with the place in it.
  private static func window(around start: Int, in count: Int) -> Range<Int> {
    let width = 110
    guard count > width else { return 0..<count }
    let lower = max(0, min(start - 30, count - width))
    return lower..<min(lower + width, count)
  }

  /// `2 errors and 1 warning in 3 of 42 post-mortems`.
  package static func summary(_ diagnostics: [Diagnostic], of files: Int, unit: String) -> String {
    let counts = DiagnosticCounts(diagnostics)
    let parts = [(counts.error, "error"), (counts.warning, "warning"), (counts.note, "note")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let total = "\(files) \(unit)\(files == 1 ? "" : "s")"
    guard let last = parts.last else { return "no findings in \(total)" }
    let list = parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + last : last
    let affected = Set(diagnostics.map(\.file)).count
    // Cause records and pages of the plan have findings too, and are none of the unit.
    return affected > files ? "\(list) in \(affected) files" : "\(list) in \(affected) of \(total)"
  }
}
