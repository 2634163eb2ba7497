/// Diagnostics as one JSON array, the form that other programs read.
package enum JSONFormatter {
  package static func format(_ diagnostics: [Diagnostic]) -> String {
    JSONValue.array(diagnostics.map(value)).text
  }

  static func value(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      "rule": .string(diagnostic.rule),
      "level": .string(diagnostic.level.rawValue),
      "file": .string(diagnostic.file),
      "line": .int(diagnostic.start.line),
      "column": .int(diagnostic.start.column),
      "end_line": .int(diagnostic.end.line),
      "end_column": .int(diagnostic.end.column),
      "message": .string(diagnostic.message),
      "notes": .strings(diagnostic.notes),
      "help": .optional(diagnostic.help),
      "fixes": .array(diagnostic.fixes.map(value)),
    ])
  }

  private static func value(_ fix: Diagnostic.PlacedFix) -> JSONValue {
    .object([
      "line": .int(fix.start.line),
      "column": .int(fix.start.column),
      "end_line": .int(fix.end.line),
      "end_column": .int(fix.end.column),
      "replacement": .string(fix.replacement),
      "safe": .bool(fix.isSafe),
    ])
  }
}
