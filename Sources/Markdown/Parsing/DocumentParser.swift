package import Diagnostics

/// Text to document: front matter first, then the body within the fence of `ParserLimits`.
package enum DocumentParser {
  package static func parse(_ file: SourceFile) -> Document { parse(file, asText: false) }

  /// A document that the parser must not see: its front matter, and its body as one block of text.
  package static func parseAsText(_ file: SourceFile) -> Document { parse(file, asText: true) }

  private static func parse(_ file: SourceFile, asText: Bool) -> Document {
    var findings: [Finding] = []
    let source = UTF8Repair.repaired(file, reporting: &findings)
    var bodyLine = 1
    var frontMatter: FrontMatter?
    switch FrontMatterBlock.find(in: source) {
    case .none: break
    case .unclosed(let span):
      findings.append(
        Finding(
          "unclosed-front-matter", at: span, "front matter is opened and never closed",
          help: "end it with a line '\(source.text(span))'"))
    case .found(let block):
      frontMatter = read(block, of: source, into: &findings)
      bodyLine = block.bodyLine
    }
    return asText
      ? plainBody(of: source, from: bodyLine, frontMatter: frontMatter, findings: findings)
      : body(of: source, from: bodyLine, frontMatter: frontMatter, findings: findings)
  }

  private static func plainBody(
    of source: SourceFile, from line: Int, frontMatter: FrontMatter?, findings: [Finding]
  ) -> Document {
    let start = line <= source.lineStarts.count ? source.lineStarts[line - 1] : source.bytes.count
    let text = Array(source.bytes[start...].prefix(ParserLimits.lineBytes))
    let whole = TextRange(start: 0, end: Int32(text.count))
    let block = NodeKind.codeBlock(info: TextRange(start: 0, end: 0), literal: whole)
    var nodes = [
      Node(.document, span: source.wholeSpan, parent: -1),
      Node(block, span: SourceSpan(start, source.bytes.count), parent: 0),
    ]
    for index in nodes.indices { nodes[index].end = nodes.count }
    let finding = Finding(
      "parser-limit", at: source.lineSpan(line), "the parser takes too long over this document, or too much memory",
      notes: ["the page shows the text from here on as it is written, up to \(ParserLimits.lineBytes) bytes"],
      help: "split the document to find the part, and put that in an attached file")
    return Document(
      source: source, frontMatter: frontMatter, bodyStart: start, nodes: nodes, text: text,
      findings: findings + [finding])
  }

  /// The bytes with the lines `:::internal` and `:::` as blanks: what they enclose is shown, the marks are not.
  private static func shown(_ source: SourceFile) -> [UInt8] {
    let fences = InternalBlocks(source).fences
    guard !fences.isEmpty else { return source.bytes }
    var bytes = source.bytes
    for span in fences { for index in span.start..<span.end { bytes[index] = 0x20 } }
    return bytes
  }

  private static func read(_ block: FrontMatterBlock, of source: SourceFile, into findings: inout [Finding])
    -> FrontMatter
  {
    let reading =
      block.format == .yaml
      ? YAMLReader(source: source, content: block.content).read()
      : TOMLReader(source: source, content: block.content).read()
    findings += reading.findings
    return FrontMatter(
      format: block.format, span: block.span, entries: reading.entries, isReadable: reading.isReadable)
  }

  private static func body(of source: SourceFile, from line: Int, frontMatter: FrontMatter?, findings: [Finding])
    -> Document
  {
    var findings = findings
    let lineStart = line <= source.lineStarts.count ? source.lineStarts[line - 1] : source.bytes.count
    let markLength = line == 1 && source.hasByteOrderMark ? 3 : 0
    let start = lineStart + markLength
    let end = ParserLimits.end(of: source, from: start, reporting: &findings)
    var builder = TreeBuilder(source: source, linesBefore: line - 1, firstLineOffset: markLength)
    shown(source).withUnsafeBufferPointer { bytes in
      _ = CommonMarkParser.withTree(of: UnsafeBufferPointer(rebasing: bytes[start..<end])) { builder.build($0) }
    }
    if let place = builder.exhausted {
      findings.append(
        Finding(
          "parser-limit", at: place, "the addresses of links come to more than \(ParserLimits.addressBytes) bytes",
          notes: ["links from here on are shown without their address"],
          help: "shorten the addresses, or link less often"))
    }
    let nodes =
      builder.nodes.isEmpty
      ? [Node(.document, span: source.wholeSpan, parent: -1)] : builder.nodes.withUnsafeBufferPointer { Array($0) }
    // Copies, because what arrays grow ahead would be held as long as the document.
    let text = builder.text.withUnsafeBufferPointer { Array($0) }
    return Document(
      source: source, frontMatter: frontMatter, bodyStart: start, nodes: nodes, text: text, findings: findings)
  }
}
