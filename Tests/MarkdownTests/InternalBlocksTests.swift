import Diagnostics
import Markdown
import Testing

@Suite("Internal blocks")
struct InternalBlocksTests {
  private func publicText(_ text: String) -> String {
    String(decoding: InternalBlocks(SourceFile(path: "a.md", text: text)).publicBytes(), as: UTF8.self)
  }

  private func problems(_ text: String) -> [String] {
    InternalBlocks(SourceFile(path: "a.md", text: text)).problems.map(\.message)
  }

  @Test func areTakenOutWithTheirMarks() {
    #expect(publicText("a <!-- internal -->b<!-- /internal --> c") == "a  c")
    #expect(publicText("a\n<!--internal-->\nb\n<!-- /Internal -->\nc\n") == "a\nc\n")
    #expect(publicText("a\n:::internal\nb\n:::\nc\n") == "a\nc\n")
    #expect(publicText("> ::: {.internal}\n> b\n> :::\nc\r\n:::Internal\r\nd\r\n:::\r\n") == "c\r\n")
  }

  @Test func mayHoldOthers() {
    #expect(publicText("a<!-- internal -->b<!-- internal -->c<!-- /internal -->d<!-- /internal -->e") == "ae")
    #expect(publicText(":::internal\n:::note\nb\n:::\nc\n:::\nd\n") == "d\n")
    #expect(publicText(":::note\na\n:::internal\nb\n:::\nc\n:::\n") == ":::note\na\nc\n:::\n")
  }

  @Test func sayWhereTheirMarksDoNotPairUp() {
    #expect(problems("a <!-- internal --> b") == ["'<!-- internal -->' is opened and never closed"])
    #expect(problems(":::internal\nb\n::::note\n:::\n") == ["':::internal' is opened and never closed"])
    #expect(problems("b <!-- /internal -->") == ["'<!-- /internal -->' closes nothing"])
    #expect(problems("- :::internal\n  b\n") == ["':::internal' does not stand alone on its line"])
    #expect(problems("<!-- internal: b -->") == ["the comment begins like a mark of internal text and is none"])
    #expect(problems(":::internal\n```\n:::\n```\nb\n:::\n") == ["':::' closes nothing"])
  }

  @Test func leaveOtherWordsAlone() {
    for text in [
      "internal", "<!-- internally -->", ":::note\na\n:::\n", ":::\n", "a :: internal", "<!-- /internals -->",
    ] {
      #expect(problems(text).isEmpty)
      #expect(publicText(text) == text)
    }
  }

  @Test func areShownWithoutTheirMarksToReadersInside() {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "a\n:::internal\nb\n:::\nc\n"))
    #expect(document.plainText(of: 0) == "a\nb\nc")
    #expect(document.findings.isEmpty)
  }
}
