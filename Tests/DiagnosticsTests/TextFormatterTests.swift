import Diagnostics
import Testing

@Suite("Diagnostics as text")
struct TextFormatterTests {
  private func format(_ text: String, _ span: SourceSpan, notes: [String] = [], help: String? = nil) -> String {
    let source = SourceFile(path: "a.md", text: text)
    let finding = Finding("some-rule", at: span, "'x' is wrong", notes: notes, help: help)
    return TextFormatter(pathPrefix: "kb/").format([Diagnostic(finding, level: .error, in: source)])
  }

  @Test func showsThePlaceTheLineAndAWayOut() {
    #expect(
      format("one\ntwo x three\n", SourceSpan(8, 9), notes: ["a note"], help: "remove it") == """
        kb/a.md:2:5: error: 'x' is wrong [some-rule]
           |
         2 | two x three
           |     ^
           = note: a note
           = help: remove it

        """)
  }

  @Test func setsTheCaretRightBehindWideAndCombiningCharacters() {
    #expect(
      format("東京 e\u{301} x", SourceSpan(11, 12)) == """
        kb/a.md:1:7: error: 'x' is wrong [some-rule]
           |
         1 | 東京 e\u{301} x
           |        ^

        """)
  }

  @Test func countsColumnsBehindAByteOrderMarkFromOne() {
    #expect(format("\u{FEFF}x", SourceSpan(3, 4)).hasPrefix("kb/a.md:1:1:"))
  }

  @Test func cutsALongLineAroundThePlace() {
    let text = String(repeating: "a", count: 500) + "x" + String(repeating: "b", count: 500)
    let lines = format(text, SourceSpan(500, 501)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 140 })
    let column = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
    #expect(column == lines[2].firstIndex(of: "x").map { lines[2].distance(from: lines[2].startIndex, to: $0) })
  }

  @Test func letsNoControlCharacterThrough() {
    let text = format("\u{1B}[31mred\u{202E} x", SourceSpan(0, 1))
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [
    ([], "no findings in 3 post-mortems"), ([Level.error], "1 error in 1 of 3 post-mortems"),
    ([.error, .error, .warning, .note], "2 errors, 1 warning and 1 note in 1 of 3 post-mortems"),
  ])
  func countsWhatItFound(levels: [Level], summary: String) {
    let found = levels.map { Diagnostic(rule: "r", level: $0, file: "a.md", message: "m") }
    #expect(TextFormatter.summary(found, of: 3, unit: "post-mortem") == summary)
  }
}
