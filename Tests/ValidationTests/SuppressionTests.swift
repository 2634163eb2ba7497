import Diagnostics
import Testing
import Validation

@Suite("Suppressions")
struct SuppressionTests {
  private func read(_ text: String) -> [Suppression] {
    SuppressionReader.suppressions(in: SourceFile(path: "a.md", text: text))
  }

  @Test func coverTheirOwnLineTheBlockBelowOrTheFile() {
    let text = """
      ---
      severity: SEV9 # debrief-ignore unknown-severity: an old scale
      ---
      text <!-- debrief-ignore blame, broken-link: quoted -->

      <!-- debrief-ignore broken-link: to come -->

      one
      two

      <!-- debrief-ignore-file missing-section: imported -->
      """
    #expect(read(text).map(\.lines) == [2...2, 4...4, 8...9, nil])
    #expect(
      read(text).map { $0.rules.map(\.value) } == [
        ["unknown-severity"], ["blame", "broken-link"], ["broken-link"], ["missing-section"],
      ])
    #expect(read(text).map(\.reason) == ["an old scale", "quoted", "to come", "imported"])
  }

  @Test func areNotReadFromRunningText() {
    #expect(read("Write debrief-ignore blame in a comment.\n").isEmpty)
  }

  @Test func leaveOtherFindingsAlone() {
    let source = SourceFile(path: "a.md", text: "one <!-- debrief-ignore r: why -->\ntwo\n")
    let found = [0, 35].map { Diagnostic(Finding("r", at: SourceSpan($0, $0), "m"), level: .error, in: source) }
    let left = SuppressionFilter(levels: ["r": .error]).apply(found, in: source)
    #expect(left.map(\.start.line) == [2])
  }
}
