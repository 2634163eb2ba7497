import Diagnostics
import Testing

@Suite("Reports for other programs")
struct ReportFormatTests {
  private func diagnostic(_ text: String, line: String, file: String = "a, b & <c>.md", level: Level = .error)
    -> Diagnostic
  {
    let source = SourceFile(path: file, text: "one\n\(line)\n")
    return Diagnostic(Finding("some-rule", at: SourceSpan(4, 6), text, help: "h"), level: level, in: source)
  }

  @Test func writesResultsWithRuleIndexRegionAndFingerprint() throws {
    let rule = SARIFFormatter.Rule(id: "some-rule", summary: "s", rationale: "r", level: .warning)
    let other = SARIFFormatter.Rule(id: "unused", summary: "s", rationale: "r", level: .error)
    let text = SARIFFormatter(rules: [other, rule], version: "1").format([diagnostic("m", line: "two")])
    let run = try #require(try JSONParser.parse(Array(text.utf8))["runs"]?.items?.first)
    let result = try #require(run["results"]?.items?.first)
    #expect(run["tool"]?["driver"]?["rules"]?.items?.map { $0["id"]?.string } == ["some-rule"])
    #expect(result["ruleIndex"] == .int(0) && result["level"]?.string == "error")
    let place = result["locations"]?.items?.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.string == "a%2C%20b%20%26%20%3Cc%3E.md")
    #expect(place?["region"]?["startLine"] == .int(2) && place?["region"]?["endColumn"] == .int(3))
    #expect(result["partialFingerprints"]?["debrief/v1"]?.string?.count == 16)
  }

  @Test func keepsAFingerprintWhileLinesMove() {
    let first = diagnostic("m", line: "two")
    let source = SourceFile(path: "a, b & <c>.md", text: "new\n\nmore\ntwo\n")
    let moved = Diagnostic(Finding("some-rule", at: SourceSpan(10, 12), "m", help: "h"), level: .error, in: source)
    #expect(Fingerprint.of(first) == Fingerprint.of(moved))
    #expect(Fingerprint.of(first) != Fingerprint.of(diagnostic("m", line: "other")))
    #expect(
      Fingerprint.of(diagnostic("9 days overdue", line: "x"))
        == Fingerprint.of(diagnostic("10 days overdue", line: "x")))
  }

  @Test func givesEqualFindingsFingerprintsOfTheirOwn() throws {
    let text = GitLabFormatter.format(
      [diagnostic("m", line: "two"), diagnostic("m", line: "two")], pathPrefix: "./kb/")
    let items = try #require(try JSONParser.parse(Array(text.utf8)).items)
    #expect(Set(items.compactMap { $0["fingerprint"]?.string }).count == 2)
    #expect(items.first?["location"]?["path"]?.string == "kb/a, b & <c>.md")
    #expect(items.first?["severity"]?.string == "major")
  }

  @Test func escapesMarkupAndControlCharactersInXML() {
    let text = JUnitFormatter.format([diagnostic("<b>\"x\" & \u{01}]]>", line: "two")], files: ["clean.md"])
    #expect(text.contains("message=\"&lt;b&gt;&quot;x&quot; &amp; \u{FFFD}]]&gt;\""))
    #expect(text.contains("tests=\"2\" failures=\"1\""))
    #expect(text.contains("<testcase classname=\"clean.md\" name=\"no findings\"/>"))
  }

  @Test func countsNotesAsNoFailure() {
    let text = JUnitFormatter.format([diagnostic("m", line: "two", level: .note)], files: [])
    #expect(text.contains("failures=\"0\"") && !text.contains("<failure"))
  }
}
