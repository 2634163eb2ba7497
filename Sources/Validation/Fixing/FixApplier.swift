package import Diagnostics

/// Puts safe fixes into a text.
package enum FixApplier {
  /// The text with every safe fix that overlaps no earlier one, and how many those were.
  package static func apply(_ diagnostics: [Diagnostic], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    let fixes = diagnostics.flatMap(\.fixes).filter { $0.isSafe && $0.span.end <= bytes.count }
      .sorted { ($0.span.start, $0.span.end, $0.replacement) < ($1.span.start, $1.span.end, $1.replacement) }
    var result: [UInt8] = []
    var copied = 0
    var count = 0
    var last: Diagnostic.PlacedFix?
    for fix in fixes where fix.span.start >= copied && fix != last {
      result += bytes[copied..<fix.span.start]
      result += Array(fix.replacement.utf8)
      copied = fix.span.end
      count += 1
      last = fix
    }
    return (result + bytes[copied...], count)
  }
}
