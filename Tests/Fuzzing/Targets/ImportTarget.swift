internal import Diagnostics
internal import Exchange
internal import Markdown
internal import PostMortems

/// Exports of every system, recognised by their content; what is written of them is clean, and written once.
enum ImportTarget: FuzzTarget {
  static let name = "imports"

  static let words = [
    "\"title\":", "\"id\":", "\"status\":\"resolved\"", "\"created_at\":\"2026-05-04T08:01:40Z\"", "\"labels\":{",
    "\"alerts\":[",
    "\"summary\":", "\"description\":", "\"severity\":\"critical\"", "\"data\":[{", "\"attributes\":{",
    "\"user\":{\"name\":\"Ada Quill\"}",
    "\"text\":\"", "\"ts\":\"1772445600.000100\"", "null", "true", "[]", "{}", "[[", "}}", ",", "1e308", "-0",
    "\\u0000", "\\u0007",
    "\\u202e", "\\ud800", "\\n", "\\r\\n---\\n", "\\n# x", "\\n- [ ] ", "<b>", "<script>alert(1)</script>",
    "<!-- x -->", "-->",
    "![x](https://a.example/x.png)", "[x](javascript:alert(1))", "[^1]", "```", "`", "|", "\\\\", "\\\"",
    "&lt;script&gt;", "@ada",
    "\"html_url\":\"https://a.example/1\"", "\"url\":\"javascript:alert(1)\"", "startsAt", "endsAt",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z", "1772445600", "1772445600000", "<@U0AAAAAA1>", "<https://a.example|x>", "*bold*",
    "groups:\n", "- alert: X\n",
    "expr: up == 0\n", "Traceback (most recent call last):\n",
  ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let decoded = ExportDecoding.decode(input, path: "export.json")
    let yield = ExportReaders.read([decoded])
    let settings = Settings()
    let importer = IncidentImport(settings: settings, includesChatter: true)
    let first = importer.outcomes(of: yield, existing: []).outcomes
    let texts = importer.outcomes(of: ExportReaders.read([decoded]), existing: []).outcomes.map(\.text)
    try expect(first.map(\.text) == texts, "the drafts differ the second time")
    for outcome in first {
      try DraftProperties.check(outcome.text, settings)
      let stem = IncidentImport.fileStem(of: outcome.incident)
      try expect(
        !stem.isEmpty && stem.unicodeScalars.allSatisfy { $0 != "/" && $0.value > 0x20 } && stem.utf8.count < 200,
        "a file named '\(stem)'")
    }
    try findsItsDrafts(first, importer, yield)
    try writesAlerts(yield, settings)
  }

  /// A second import of the same export finds what the first wrote, and changes nothing.
  private static func findsItsDrafts(
    _ outcomes: [IncidentImport.Outcome], _ importer: IncidentImport, _ yield: ImportYield
  ) throws(Violation) {
    let existing = outcomes.enumerated().map { index, outcome in
      DraftReader.read(
        DocumentParser.parse(SourceFile(path: "2026/\(index).md", text: outcome.text)), settings: importer.settings)
    }
    for outcome in importer.outcomes(of: yield, existing: existing).outcomes {
      try expect(outcome.state == .unchanged, "a second import of the same export: \(outcome.state)")
    }
  }

  private static func writesAlerts(_ yield: ImportYield, _ settings: Settings) throws(Violation) {
    guard !yield.alerts.isEmpty else { return }
    var page = AlertPage()
    page.add(yield.alerts.map { IncidentImport.cleaned($0, settings: settings) })
    let text = page.text(updating: nil)
    let document = DocumentParser.parse(SourceFile(path: AlertPage.file, text: text))
    try DocumentProperties.check(document)
    try expect(document.frontMatter?.isReadable == true, "the page of alerts cannot be read")
    let again = AlertPage(text)
    try expect(again.alerts.map(\.name) == page.alerts.map(\.name), "the page of alerts loses alerts")
    var third = again
    third.add(again.alerts)
    try expect(third.text(updating: text) == text, "the page of alerts changes when it is written again")
  }
}
