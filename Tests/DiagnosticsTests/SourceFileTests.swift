import Diagnostics
import Testing

@Suite("Places in a file")
struct SourceFileTests {
  @Test func findsLinesAndColumnsBehindMultiByteCharacters() {
    let source = SourceFile(path: "a.md", text: "aé😀x\r\ny\rz")
    #expect(source.position(at: 7) == SourcePosition(line: 1, column: 4))
    #expect(source.position(at: 10) == SourcePosition(line: 2, column: 1))
    #expect(source.position(at: 12) == SourcePosition(line: 3, column: 1))
    #expect(source.text(source.lineSpan(1)) == "aé😀x")
    #expect(source.text(source.lineSpan(9)) == "")
  }

  @Test(arguments: [
    ("sevrity", ["severity", "services"], "severity"), ("titel", ["title"], "title"), ("xyz", ["title"], nil),
    ("detcetion", ["detection"], "detection"), ("", ["a"], nil),
  ])
  func findsTheWordThatWasMeant(word: String, candidates: [String], near: String?) {
    #expect(NearMiss.nearest(to: word, in: candidates) == near)
  }
}
