import Diagnostics
import TestSupport
import Testing

@testable import LanguageServer

@Suite struct KeyPathTests {
  /// The keys, the kind of place and the word at the mark of a front matter.
  private func path(_ marked: String) -> String {
    let (text, offsets) = Marks.strip(marked)
    let source = SourceFile(path: "a.md", text: text)
    let path = KeyPath(source, lines: 1...source.lineStarts.count, offset: offsets[0])
    let place = path.isKey ? path.isItem ? "item or key" : "key" : path.isItem ? "item" : "value"
    return "\(path.keys.joined(separator: ".")) \(place) '\(source.text(path.word))'"
  }

  @Test(arguments: [
    ("sev↓", " key 'sev'"),
    ("title: x\n↓severity: SEV1", " key 'severity'"),
    ("severity: ↓", "severity value ''"),
    ("severity: SEV↓1 # why", "severity value 'SEV1'"),
    ("services: [a, b↓c, d]", "services item 'bc'"),
    ("services: [a,\n  b↓", "services item 'b'"),
    ("services:\n  - a\n  - b↓", "services item or key 'b'"),
    ("services:\n- ↓", "services item or key ''"),
    ("detection: {source: al↓, alert: x}", "detection.source value 'al'"),
    ("detection: {source: alert, al↓}", "detection key 'al'"),
    ("detection:\n  source: x\n  al↓", "detection key 'al'"),
    ("mitigations:\n  - type: rollback\n    at: ↓", "mitigations.at value ''"),
    ("mitigations:\n- type: roll↓", "mitigations.type value 'roll'"),
    ("mitigations:\n- type: a\n- ↓", "mitigations item or key ''"),
    ("detection:\n  source: x\ntri↓", " key 'tri'"),
    ("title: \"a: [{\"\ntri↓", " key 'tri'"),
    ("policy:\n  due:\n    within_days: 3\n  re↓", "policy key 're'"),
    ("category: development pro↓cess", "category value 'development process'"),
    ("sources: [https://x.org/a#b, y↓]", "sources item 'y'"),
  ])
  func findsTheKeysAboveAPlace(_ marked: String, _ expected: String) {
    #expect(path(marked) == expected)
  }

  @Test func takesAnUnclosedBlockToItsEnd() {
    #expect(KeyPath.frontMatter(of: SourceFile(path: "a.md", text: "---\ntitle: x\n")) == 2...3)
    #expect(KeyPath.frontMatter(of: SourceFile(path: "a.md", text: "\u{FEFF}---\na: b\n---\nx")) == 2...2)
    #expect(KeyPath.frontMatter(of: SourceFile(path: "a.md", text: "# A\n---\n")) == nil)
  }

  @Test func survivesEveryPlaceOfEveryPrefix() {
    let text = Array("---\na: [b, {c: \"d\", 'e': [f]}]\n- - g:\n  ]}: #h\n…😀: x\n---".utf8)
    for end in 0...text.count {
      let source = SourceFile(path: "a.md", bytes: Array(text[..<end]))
      for offset in 0...end { _ = KeyPath(source, lines: 1...source.lineStarts.count, offset: offset) }
    }
  }
}
