import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Any text at all")
struct ActionItemPropertyTests {
  private static let pieces = [
    "- ", "- [ ] ", "- [-] ", "1. ", "  - ", "| a | Owner |\n|---|---|\n| ", " | ", "\n", "\n\n", "## ", "### 1) ",
    "**", "*", "~~", "(",
    ")", "[", "]", "owner: @a", ", due: 2024-02-30", "done when: ", "addresses: a,,b", ":", ",", "Cap it", "None",
    "DONE", "✅", "✔️",
    "é", "😀", "&amp;", "\\(", "`", "`x`", "<!-- c -->", "[#1](https://github.com/a/b/issues/1)", "#12", "EDGE-1",
    "by Jul 16, 2023",
    "Maya to ", "{{", "}}", "Traceback (most recent call last):", "  File \"a.py\", line 1, in f", "ValueError: x",
    "```", "    ", "\\n",
    "alert: ", "ERR_X_Y", "SQLSTATE ", "x509: ", "\u{FE0F}", "–", " - ", "@", "0x80070005", "Owner: ", "> ",
  ]

  /// A linear congruential generator, so that a failure can be repeated.
  private struct Dice {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test(arguments: 0..<400)
  func readsWithoutEndOrCrashAndPointsIntoTheFile(seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 77)
    var body = ""
    for _ in 0..<dice.next(60) { body += Self.pieces[dice.next(Self.pieces.count)] }
    let sample = ActionItemsSample(body)
    let size = sample.document.source.bytes.count
    for item in sample.reading.items {
      let spans =
        [item.span] + [item.owner?.span, item.due?.span, item.done?.span, item.ticket?.span].compactMap(\.self)
        + item.addresses.map(\.span)
      #expect(spans.allSatisfy { $0.start >= 0 && $0.end <= size })
      #expect(!item.text.isEmpty && !item.text.utf8.contains(0x0A))
      #expect(item.content.upperBound <= sample.document.nodes.count)
    }
    let signatures = FailureSignatureReader.signatures(in: sample.document)
    #expect(signatures.allSatisfy { $0.span.end <= size && !$0.text.isEmpty })
    _ = FailureSignatureReader.signatures(inText: body)
  }

  @Test(arguments: [
    "- Cap it (DONE) ", "- ((((", "- [#1](https://github.com/a/b/issues/1) ", "- a (owner: @b, due: x) ", "[x] ",
    "**a** ", "- a\n  - b\n", "@a ",
    "alert AbcDefGhi ", "| a | Owner |\n|---|---|\n", "owner: ", "a#1 ", "- Maya to cap\n", "Cap it\n\n",
    "### Cap the queue\n\ntext\n\n", "by ",
    "  File \"a.py\", line 1, in f\n", "Traceback (most recent call last):\n", "\\nTraceback (most recent", "ERR_A_B ",
    "`a` ", "_a_ ",
  ])
  func endsOnLongRepetitions(piece: String) {
    let body = String(repeating: piece, count: 4_000)
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "# A\n\n## Actions\n\n\(body)\n"))
    let sections = SectionReader.sections(of: document).filter { $0.role == .actionItems }
    let items = sections.flatMap { ActionItemsReader.read(document: document, section: $0).items }
    #expect(items.allSatisfy { $0.span.end <= document.source.bytes.count })
    let pasted = FailureSignatureReader.signatures(inText: body)
    #expect(pasted.count + FailureSignatureReader.signatures(in: document).count < 100)
  }
}
