import Diagnostics
import Testing
import Validation

@Suite("Fixes")
struct FixApplierTests {
  private func apply(_ fixes: [Fix], to text: String) -> String {
    let source = SourceFile(path: "a.md", text: text)
    let diagnostics = fixes.map {
      Diagnostic(Finding("r", at: $0.span, "m", fixes: [$0]), level: .warning, in: source)
    }
    return String(decoding: FixApplier.apply(diagnostics, to: source.bytes).bytes, as: UTF8.self)
  }

  @Test func appliesSafeOnesOnly() {
    let fixes = [
      Fix(replace: SourceSpan(0, 3), with: "One", isSafe: true),
      Fix(replace: SourceSpan(4, 7), with: "Two", isSafe: false),
      Fix(replace: SourceSpan(8, 8), with: "and ", isSafe: true),
    ]
    #expect(apply(fixes.reversed(), to: "one two three") == "One two and three")
  }

  @Test func leavesOutWhatOverlaps() {
    let fixes = [
      Fix(replace: SourceSpan(0, 5), with: "a", isSafe: true), Fix(replace: SourceSpan(3, 7), with: "b", isSafe: true),
      Fix(replace: SourceSpan(0, 5), with: "a", isSafe: true),
    ]
    #expect(apply(fixes, to: "one two three") == "awo three")
  }

  @Test func showsChangedLinesWithTheirNeighbours() {
    let old = (1...12).map { "line \($0)" }.joined(separator: "\n") + "\n"
    let new = old.replacing("line 6", with: "LINE 6")
    #expect(
      LineDifference.unified(old, new, path: "a.md") == """
        --- a/a.md
        +++ b/a.md
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +LINE 6
         line 7
         line 8
         line 9

        """)
  }

  @Test func showsLinesThatCameOrWent() {
    #expect(
      LineDifference.unified("a\nb\nc\n", "a\nx\ny\nc\n", path: "a.md")
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,4 @@\n a\n-b\n+x\n+y\n c\n")
  }
}
