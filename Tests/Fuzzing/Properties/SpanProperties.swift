internal import Diagnostics

/// What holds of every place that is told: it lies in its file and begins and ends between characters.
enum SpanProperties {
  static func check(_ span: SourceSpan, in source: SourceFile, of what: @autoclosure () -> String) throws(Violation) {
    try expect(
      0 <= span.start && span.start <= span.end && span.end <= source.bytes.count,
      "\(what()): \(span) lies outside a file of \(source.bytes.count) bytes")
    for place in [span.start, span.end] where place < source.bytes.count {
      try expect(source.bytes[place] & 0xC0 != 0x80, "\(what()): \(place) of \(span) lies inside a character")
    }
  }

  static func check(_ findings: [Finding], in source: SourceFile) throws(Violation) {
    for finding in findings {
      try check(finding.span, in: source, of: finding.rule)
      for fix in finding.fixes { try check(fix.span, in: source, of: "a fix of \(finding.rule)") }
    }
  }

  static func areSorted(_ diagnostics: [Diagnostic]) throws(Violation) {
    for (first, second) in zip(diagnostics, diagnostics.dropFirst()) {
      try expect(!(second < first), "\(second.rule) comes behind \(first.rule)")
    }
  }
}
