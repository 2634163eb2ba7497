/// What a rule or a reader noticed in one file: a value, not yet levelled, placed or printed.
package struct Finding: Hashable, Sendable {
  /// The rule's name, which is its id: the flaw in words.
  package var rule: String
  package var span: SourceSpan
  package var message: String
  package var notes: [String]
  package var help: String?
  package var fixes: [Fix]
  /// Whether the text that it covers must appear in no output: every diagnostic of the file shows it masked.
  package var isConfidential: Bool

  package init(
    _ rule: String, at span: SourceSpan, _ message: String, notes: [String] = [], help: String? = nil,
    fixes: [Fix] = [], isConfidential: Bool = false
  ) {
    self.rule = rule
    self.span = span
    self.message = message
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.isConfidential = isConfidential
  }
}

/// A replacement of source text that mends a finding.
package struct Fix: Hashable, Sendable {
  package var span: SourceSpan
  package var replacement: String
  /// Whether `--fix` may apply it without asking: it never changes what the author said.
  package var isSafe: Bool

  package init(replace span: SourceSpan, with replacement: String, isSafe: Bool) {
    self.span = span
    self.replacement = replacement
    self.isSafe = isSafe
  }
}

/// How much a finding weighs; `off` silences a rule.
package enum Level: String, Comparable, CaseIterable, Sendable {
  case off, note, warning, error

  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }
}
