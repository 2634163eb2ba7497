internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The data block at the head of a document, and the quoting that others write it with.
enum FrontMatterTarget: FuzzTarget {
  static let name = "front-matter"

  static let words =
    PostMortemFormat.names() + [
      "title: ", "id: PM-2024-001\n", "severity: SEV1\n", "started: 2024-03-05T10:00:00Z\n", "services: [a, b]\n",
      "services:\n  - a\n", "detection: {source: alert, alert: X}\n", "&a ", "*a", "<<: *a\n", "!!str ", "!!binary |\n",
      "? ", "|\n  ", ">-\n  ", "{", "}", "[", "]", ": ", "#", "'", "\"", "\\u0000", "\\U0010FFFF", "null", "~", "true",
      "no", "0o17", "1e999", ".inf", "...\n", "%YAML 1.2\n", "a = \"b\"\n", "[table]\n", "[[t]]\n", "'''\n", "\"\"\"\n",
      "1979-05-27T07:32:00Z",
    ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let isWhole = input.starts(with: "---".utf8) || input.starts(with: "+++".utf8)
    let bytes = isWhole ? input : Array("---\n".utf8) + input + Array("\n---\n\n# Title\n".utf8)
    let source = SourceFile(path: "2024/front-matter.md", bytes: bytes)
    let document = DocumentParser.parse(source)
    try DocumentProperties.check(document)
    if let frontMatter = document.frontMatter { try check(frontMatter, in: document.source) }
    let draft = DraftReader.read(document, settings: Settings())
    try DocumentProperties.check(draft)
    let again = DraftReader.read(DocumentParser.parse(source), settings: Settings())
    try expect(draft.findings == again.findings, "findings differ the second time")
    try quotes(String(decoding: input.prefix(400), as: UTF8.self))
  }

  private static func check(_ frontMatter: FrontMatter, in source: SourceFile) throws(Violation) {
    try SpanProperties.check(frontMatter.span, in: source, of: "front matter")
    for entry in frontMatter.entries {
      try SpanProperties.check(entry.key.span, in: source, of: "key '\(entry.key.value)'")
      try SpanProperties.check(entry.value.span, in: source, of: "value of '\(entry.key.value)'")
    }
  }

  /// Any text comes back from the quoting as it was, but for a byte-order mark at its head, which the library drops.
  private static func quotes(_ text: String) throws(Violation) {
    for line in [text] + text.split(separator: "\n").prefix(4).map(String.init)
    where line.unicodeScalars.first != "\u{FEFF}" {
      try comesBack(line, as: "title: \(YAMLText.scalar(line))", list: false)
      try comesBack(line, as: "title: \(YAMLText.list([line, "b"]))", list: true)
      try comesBack(line, as: "title: {a: \(YAMLText.scalar(line))}", list: false)
    }
  }

  private static func comesBack(_ text: String, as yaml: String, list: Bool) throws(Violation) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "---\n\(yaml)\n---\n"))
    let value = document.frontMatter?.entry("title")?.value.value
    switch value {
    case .scalar(let read, _): try expect(read == text, "'\(text)' is quoted as \(yaml) and read as '\(read)'")
    case .sequence(let items):
      try expect(list && items.count == 2 && items.first?.value.text == text, "'\(text)' is lost in \(yaml)")
    case .mapping(let pairs):
      try expect(pairs.count == 1 && pairs.first?.value.value.text == text, "'\(text)' is lost in \(yaml)")
    default: throw Violation("'\(text)' cannot be read from \(yaml)")
    }
  }
}
