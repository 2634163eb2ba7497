/// Diagnostics as a JUnit report: a suite a file, a case a finding; a file without findings is one passed case.
package enum JUnitFormatter {
  package static func format(_ diagnostics: [Diagnostic], files: [String]) -> String {
    let byFile = Dictionary(grouping: diagnostics, by: \.file)
    let all = Set(files).union(byFile.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let counts = DiagnosticCounts(diagnostics)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let clean = all.count { (byFile[$0] ?? []).isEmpty }
    text +=
      "<testsuites name=\"debrief\" tests=\"\(diagnostics.count + clean)\" failures=\"\(counts.error + counts.warning)\">\n"
    for file in all { text += suite(file, byFile[file] ?? []) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ file: String, _ found: [Diagnostic]) -> String {
    let failures = found.count { $0.level >= .warning }
    var text = "  <testsuite name=\"\(escaped(file))\" tests=\"\(max(found.count, 1))\" failures=\"\(failures)\">\n"
    if found.isEmpty { text += "    <testcase classname=\"\(escaped(file))\" name=\"no findings\"/>\n" }
    for diagnostic in found { text += testCase(diagnostic) }
    return text + "  </testsuite>\n"
  }

  private static func testCase(_ diagnostic: Diagnostic) -> String {
    let place = "\(diagnostic.start.line):\(diagnostic.start.column)"
    let name = escaped("\(diagnostic.rule) at \(place)")
    let head = "    <testcase classname=\"\(escaped(diagnostic.file))\" name=\"\(name)\""
    let detail = ([diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 }).joined(separator: "\n")
    guard diagnostic.level >= .warning else {
      return head + "><system-out>\(escaped(detail))</system-out></testcase>\n"
    }
    return head
      + "><failure type=\"\(diagnostic.level.rawValue)\" message=\"\(escaped(diagnostic.message))\">\(escaped(detail))</failure></testcase>\n"
  }

  /// Text for XML 1.0: markup escaped, characters that it forbids replaced.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
