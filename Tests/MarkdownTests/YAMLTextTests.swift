import Diagnostics
import Testing

@testable import Markdown

@Suite("Text written as YAML")
struct YAMLTextTests {
  @Test(arguments: [
    "Checkout down", "a: b", "x #y", "- dash", "true", "~", "null", "No", "1e3", "'q'", "\"d\"", "back\\slash", "{a}",
    "[a]", "*a", "&a", "!a", "%a", "@a", "`a`", "日本 🎉", "", " a ", "a:", "two\nlines", "tab\there", "\u{7F}\u{85}",
    "\u{2028}\u{FEFF}", "a, b", "? x", "| x", "> x", "=", "<<", "0x1F", "2026-03-01", ".5", "end ",
  ])
  func isReadAsTheSameText(text: String) throws {
    for yaml in ["key: \(YAMLText.scalar(text))\n", "key: \(YAMLText.list([text, text]))\n"] {
      let source = SourceFile(path: "a.yml", text: yaml)
      let reading = YAMLReader(source: source, content: source.wholeSpan).read()
      #expect(reading.findings.isEmpty, "\(yaml)")
      let value = try #require(reading.entries.first?.value.value, "\(yaml)")
      switch value {
      case .sequence(let items): #expect(items.map(\.value.text) == [text, text])
      default: #expect(value.text == text)
      }
    }
  }

  @Test func leavesPlainWordsAlone() {
    #expect(YAMLText.scalar("Checkout answers with 502") == "Checkout answers with 502")
    #expect(YAMLText.list(["edge-proxy", "waf"]) == "[edge-proxy, waf]")
  }
}
