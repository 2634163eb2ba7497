/// A finding that reaches the reader: levelled, placed by line and column, with the source lines it speaks of.
package struct Diagnostic: Hashable, Sendable {
  package var rule: String
  package var level: Level
  package var file: String
  package var start: SourcePosition
  package var end: SourcePosition
  package var message: String
  package var notes: [String]
  package var help: String?
  package var fixes: [PlacedFix]
  /// The text of the first line that the finding covers, without its line break; `nil` where there is no source.
  package var excerpt: String?

  /// A fix with its place resolved.
  package struct PlacedFix: Hashable, Sendable {
    package var start: SourcePosition
    package var end: SourcePosition
    /// The bytes of the file that are replaced.
    package var span: SourceSpan
    package var replacement: String
    package var isSafe: Bool
  }

  package init(_ finding: Finding, level: Level, in source: SourceFile, masking: Masking = .none) {
    rule = finding.rule
    self.level = level
    file = source.path
    start = source.position(at: finding.span.start)
    end = source.position(at: finding.span.end)
    message = masking.message(finding.message)
    notes = finding.notes.map(masking.message)
    help = finding.help.map(masking.message)
    fixes = finding.fixes.map {
      PlacedFix(
        start: source.position(at: $0.span.start), end: source.position(at: $0.span.end),
        span: $0.span, replacement: $0.replacement, isSafe: $0.isSafe)
    }
    excerpt = masking.line(source.lineSpan(start.line), of: source)
    if start.line == 1, source.hasByteOrderMark { excerpt?.removeFirst() }
  }

  /// A diagnostic about a file as a whole, or about something that has no source text.
  package init(
    rule: String, level: Level, file: String, message: String, notes: [String] = [], help: String? = nil,
    position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) {
    self.rule = rule
    self.level = level
    self.file = file
    self.start = position
    self.end = position
    self.message = message
    self.notes = notes
    self.help = help
    fixes = []
    excerpt = nil
  }
}

extension Diagnostic: Comparable {
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    if left.start != right.start { return left.start < right.start }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}

/// How many diagnostics there are of each level.
package struct DiagnosticCounts: Hashable, Sendable {
  package var error = 0
  package var warning = 0
  package var note = 0

  package init(error: Int, warning: Int, note: Int) {
    self.error = error
    self.warning = warning
    self.note = note
  }

  package init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics {
      switch diagnostic.level {
      case .error: error += 1
      case .warning: warning += 1
      case .note: note += 1
      case .off: break
      }
    }
  }

  package func reaches(_ level: Level) -> Bool {
    switch level {
    case .error: error > 0
    case .warning: error + warning > 0
    case .note: error + warning + note > 0
    case .off: false
    }
  }
}
