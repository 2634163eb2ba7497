internal import Diagnostics
internal import Markdown

/// Reports a footnote or link definition that nothing refers to.
struct UnusedDefinition: DocumentRule {
  static let description = RuleDescription(
    id: "unused-definition", group: .links, level: .note,
    summary: "a footnote or link definition is mentioned nowhere",
    rationale: "A definition that nothing mentions is on no page: what it says is lost.",
    triggering: ["# Checkout down\n\nText.\n\n↓[^1]: The disk was full.\n\n↓[graph]: https://example.com/graph\n"],
    nonTriggering: [
      "# Checkout down\n\nText.[^1] See [the graph][Graph] and [logs].\n\n[^1]: The disk.\n\n[graph]: https://example.com/graph\n[logs]: https://example.com/logs\n",
      "# Checkout down\n\n```\n[^1]: no footnote\n```\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    let definitions = ReferenceDefinition.all(in: document)
    guard !definitions.isEmpty else { return [] }
    let mentions = ReferenceDefinition.mentions(in: document)
    return definitions.filter { (mentions[$0.key] ?? 0) < 2 }.map { definition in
      Finding(
        Self.description.id, at: definition.span,
        "\(definition.isFootnote ? "footnote" : "link definition") '\(definition.label)' is mentioned nowhere",
        help: "mention it in the text, or remove it")
    }
  }
}

/// A line `[label]: …`, which the parser takes out of the text.
struct ReferenceDefinition {
  /// With its brackets.
  let label: String
  let key: [UInt8]
  let isFootnote: Bool
  let span: SourceSpan

  /// The definitions outside of code, in the order of their lines.
  static func all(in document: Document) -> [ReferenceDefinition] {
    let source = document.source
    guard source.bytes[document.bodyStart...].firstIndex(of: "]:".utf8) != nil else { return [] }
    var literal = document.nodes.filter { $0.kind.isLiteralBlock }.map(\.span)[...]
    let firstLine = source.line(at: document.bodyStart)
    return (firstLine..<max(firstLine, source.lineStarts.count + 1)).compactMap { number in
      let line = source.lineSpan(number)
      guard let definition = definition(in: source.bytes[line.start..<line.end]) else { return nil }
      while let block = literal.first, block.end <= definition.span.start { literal.removeFirst() }
      if let block = literal.first, block.start <= definition.span.start { return nil }
      return definition
    }
  }

  /// How often each label stands in brackets, definitions included.
  static func mentions(in document: Document) -> [[UInt8]: Int] {
    let bytes = document.source.bytes[document.bodyStart...]
    var counts: [[UInt8]: Int] = [:]
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard let close = bytes[index...].prefix(200).firstIndex(where: { "[]".utf8.contains($0) }),
        bytes[close] == UInt8(ascii: "]")
      else { continue }
      counts[key(bytes[index..<close]), default: 0] += 1
    }
    return counts
  }

  private static func definition(in line: ArraySlice<UInt8>) -> ReferenceDefinition? {
    guard let open = line.prefix(4).firstIndex(where: { $0 != 0x20 }), line[open] == UInt8(ascii: "["),
      let close = line[(open + 1)...].firstIndex(where: { "[]".utf8.contains($0) }), line[close] == UInt8(ascii: "]"),
      close > open + 1, close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = line[(open + 1)..<close]
    let isFootnote = label.first == UInt8(ascii: "^")
    let address = line[(close + 2)...].drop { $0 == 0x20 }
    // `[10:05]: paged` is a line of a timeline: a definition's address has no blank in it.
    guard isFootnote || !address.isEmpty && isAddress(address.prefix { $0 > 0x20 }) else { return nil }
    return ReferenceDefinition(
      label: String(decoding: line[open...close], as: UTF8.self), key: key(label), isFootnote: isFootnote,
      span: SourceSpan(open, close + 1))
  }

  private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    word.firstIndex(of: "://".utf8) != nil || "#/.<".utf8.contains(word.first ?? 0)
  }

  /// Labels are compared without letter case and with single blanks.
  private static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in label.map(\.folded) {
      let isBlank = byte <= 0x20
      if !isBlank { key.append(byte) } else if let last = key.last, last != 0x20 { key.append(0x20) }
    }
    return key
  }
}

extension NodeKind {
  fileprivate var isLiteralBlock: Bool {
    switch self {
    case .codeBlock, .htmlBlock: true
    default: false
    }
  }
}
