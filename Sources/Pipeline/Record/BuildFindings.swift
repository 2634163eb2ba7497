package import Diagnostics
internal import KnowledgeBase

/// What a build says of its input when it ends, in the words and numbers that a terminal shows.
package struct BuildFindings: Equatable, Sendable {
  package let postMortems: Int
  package let counts: DiagnosticCounts
  /// `2 errors and 1 warning in 3 of 42 post-mortems`.
  package let summary: String
  /// The first errors, then what is wrong with the templates.
  private let plain: [String]
  private let colored: [String]

  /// A build names the first errors; all of them are for `check`.
  private static let shownErrors = 20

  init(_ reading: Reading, templates: [Diagnostic], input: String) {
    let problems = reading.problems
    postMortems = reading.knowledgeBase.postMortems.count
    counts = DiagnosticCounts(problems)
    summary = TextFormatter.summary(problems, of: postMortems, unit: "post-mortem")
    let prefix = input == "." ? "" : input + "/"
    let errors = Array(problems.lazy.filter { $0.level == .error }.prefix(Self.shownErrors))
    let rest = counts.error - errors.count
    func texts(_ style: TerminalStyle) -> [String] {
      var texts: [String] = []
      if !errors.isEmpty { texts.append(TextFormatter(pathPrefix: prefix, style: style).format(errors)) }
      if rest > 0 { texts.append("… and \(rest) more errors; 'debrief check' prints them all\n") }
      if !templates.isEmpty { texts.append(TextFormatter(style: style).format(templates)) }
      return texts
    }
    plain = texts(.plain)
    colored = texts(.colored)
  }

  /// What is printed, a piece a line break.
  package func texts(_ style: TerminalStyle) -> [String] { style == .colored ? colored : plain }
}

// MARK: JSON

extension BuildFindings {
  var value: JSONValue {
    .object([
      "post_mortems": .int(postMortems), "error": .int(counts.error), "warning": .int(counts.warning),
      "note": .int(counts.note), "summary": .string(summary), "plain": .strings(plain), "colored": .strings(colored),
    ])
  }

  init?(_ value: JSONValue) {
    guard let postMortems = value["post_mortems"]?.int, let error = value["error"]?.int,
      let warning = value["warning"]?.int, let note = value["note"]?.int, let summary = value["summary"]?.string,
      let plain = value["plain"]?.items, let colored = value["colored"]?.items
    else { return nil }
    self.postMortems = postMortems
    counts = DiagnosticCounts(error: error, warning: warning, note: note)
    self.summary = summary
    self.plain = plain.compactMap(\.string)
    self.colored = colored.compactMap(\.string)
  }
}
