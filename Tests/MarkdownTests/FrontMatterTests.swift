import Diagnostics
import Markdown
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func document(_ text: String) -> Document {
    DocumentParser.parse(SourceFile(path: "a.md", text: text))
  }

  private func text(_ key: String, _ source: String) -> String? {
    document(source).frontMatter?.entry(key)?.value.value.text
  }

  @Test func keepsScalarsAsText() {
    let source = "---\ntime: 12:30\nanswer: NO\nnumber: 0123\nbig: 1e999\n---\n"
    #expect(text("time", source) == "12:30")
    #expect(text("answer", source) == "NO")
    #expect(text("number", source) == "0123")
    #expect(text("big", source) == "1e999")
  }

  @Test func readsTOML() {
    let source =
      "+++\ntitle = \"Outage\"\ndate = 2021-03-04\ntags = [\"a\", \"b\"]\n[extra]\nteam = \"infra\"\n+++\nText\n"
    #expect(text("title", source) == "Outage")
    #expect(text("date", source) == "2021-03-04")
    let document = document(source)
    #expect(document.frontMatter?.format == .toml)
    #expect(document.source.position(at: document.frontMatter?.entry("tags")?.key.span.start ?? 0).line == 4)
  }

  @Test func placesKeysAndValues() {
    let document = document("---\nservices: [api, \"größe\", web]\n---\n")
    guard case .sequence(let items)? = document.frontMatter?.entry("services")?.value.value else {
      #expect(Bool(false), "no list")
      return
    }
    #expect(items.map { document.source.text($0.span) } == ["api", "\"größe\"", "web"])
    #expect(items.map { document.source.position(at: $0.span.start).column } == [12, 17, 26])
  }

  @Test func salvagesWhatABrokenBlockHolds() {
    let document = document("---\nid: PM-7\ntitle: \"open\nseverity: SEV2\n---\nText\n")
    #expect(document.frontMatter?.isReadable == false)
    #expect(document.frontMatter?.entry("id")?.value.value.text == "PM-7")
    #expect(document.findings.map(\.rule) == ["unreadable-front-matter"])
  }

  @Test func readsTheRestBesideARepeatedKey() {
    let document = document("---\nseverity: SEV1\nseverity: SEV2\nservices:\n  - api\n---\n")
    #expect(document.findings.map(\.rule) == ["duplicate-key"])
    #expect(document.frontMatter?.isReadable == true)
    #expect(document.frontMatter?.entry("severity")?.value.value.text == "SEV1")
    #expect(document.frontMatter?.entry("services") != nil)
  }

  @Test func doesNotExpandABombOfAliases() {
    var lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for (name, previous) in zip("bcdefghi", "abcdefgh") {
      lines.append("\(name): &\(name) [" + Array(repeating: "*\(previous)", count: 9).joined(separator: ", ") + "]")
    }
    let document = document("---\n" + lines.joined(separator: "\n") + "\n---\n")
    #expect(Set(document.findings.map(\.rule)).isSubset(of: ["unsupported-yaml", "front-matter-limit"]))
    #expect(!document.findings.isEmpty)
  }

  @Test func takesAThematicBreakForWhatItIs() {
    #expect(document("---\n\nText\n").frontMatter == nil)
    #expect(document("---\n\nText\n").findings.isEmpty)
  }
}
