internal import Diagnostics
internal import Markdown
internal import PostMortems

/// What holds of every text that an import writes: front matter that reads, no markup of others, no control characters.
enum DraftProperties {
  static func check(_ text: String, _ settings: Settings) throws(Violation) {
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      try expect(!isControl, "a control character U+\(String(scalar.value, radix: 16)) is written")
    }
    let document = DocumentParser.parse(SourceFile(path: "2026/draft.md", text: text))
    if let finding = document.findings.first { throw Violation("the draft has \(finding.rule): \(finding.message)") }
    guard let frontMatter = document.frontMatter, frontMatter.isReadable else {
      throw Violation("the draft's front matter cannot be read")
    }
    try checkMarkup(document)
    let draft = DraftReader.read(document, settings: settings)
    try expect(draft.fields.status?.value == "draft", "the draft's status is \(draft.fields.status?.value ?? "absent")")
    let wrong: Set<String> = [
      "unknown-key", "wrong-type", "scalar-form", "duplicate-key", "malformed-time", "redundant-key",
    ]
    if let finding = draft.findings.first(where: { wrong.contains($0.rule) }) {
      throw Violation("the draft has \(finding.rule): \(finding.message)")
    }
  }

  private static func checkMarkup(_ document: Document) throws(Violation) {
    for node in document.nodes {
      switch node.kind {
      case .htmlBlock(let run), .htmlInline(let run):
        let html = document.string(run)
        try expect(
          html.hasPrefix("<!--")
            && html.firstRange(of: "-->").map { html[$0.upperBound...].allSatisfy(\.isWhitespace) } == true,
          "HTML is written: \(html)")
      case .image: throw Violation("a picture is written")
      case .link(let destination, _):
        let address = document.string(destination)
        try expect(LinkPolicy.judge(address) == .external, "a link is written to \(address)")
      case .heading(let level):
        try expect(level == 2, "a heading of level \(level) is written")
      case .table, .footnoteDefinition, .footnoteReference, .thematicBreak:
        throw Violation("markup is written: \(node.kind)")
      default: break
      }
    }
  }
}
