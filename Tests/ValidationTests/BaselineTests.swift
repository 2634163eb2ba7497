import Diagnostics
import Testing
import Validation

@Suite("A baseline")
struct BaselineTests {
  private func diagnostics(_ text: String, offsets: [Int]) -> [Diagnostic] {
    let source = SourceFile(path: "a.md", text: text)
    return offsets.map {
      Diagnostic(Finding("some-rule", at: SourceSpan($0, $0 + 1), "x is wrong"), level: .error, in: source)
    }
  }

  @Test func holdsWhatWasThereAndLetsNewsThrough() {
    let baseline = Baseline(diagnostics("x one\ny\n", offsets: [0]))
    #expect(baseline.news(in: diagnostics("moved\n\nx one\ny\n", offsets: [7])).isEmpty)
    let now = diagnostics("x one\nx two\n", offsets: [0, 6])
    #expect(baseline.news(in: now).map(\.start.line) == [2])
  }

  @Test func holdsWhatIsSaidOfAWholeDocumentWhateverItsFirstLine() {
    func missing(_ text: String) -> [Diagnostic] {
      [
        Diagnostic(
          Finding("missing-field", at: .fileStart, "m"), level: .error, in: SourceFile(path: "a.md", text: text))
      ]
    }
    #expect(Baseline(missing("# Title\n")).news(in: missing("\n# Title\n")).isEmpty)
  }

  @Test func countsEqualFindings() {
    let baseline = Baseline(diagnostics("x\nx\n", offsets: [0, 2]))
    #expect(baseline.news(in: diagnostics("x\nx\nx\n", offsets: [0, 2, 4])).count == 1)
  }

  @Test func isReadAsItWasWritten() {
    let baseline = Baseline(diagnostics("x\nx\n", offsets: [0, 2]))
    #expect(Baseline(text: Array(baseline.text.utf8)) == baseline)
    #expect(Baseline(text: Array("{}".utf8)) == nil)
    #expect(Baseline(text: Array("nonsense".utf8)) == nil)
  }
}
