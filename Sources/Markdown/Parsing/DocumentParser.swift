package import Diagnostics

/// Text to document: front matter first, then the body within the fence of `ParserLimits`.
package enum DocumentParser {
  package static func parse(_ file: SourceFile) -> Document {
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
    return body(of: source, from: bodyLine, frontMatter: frontMatter, findings: findings)
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
    source.bytes.withUnsafeBufferPointer { bytes in
      _ = CommonMarkParser.withTree(of: UnsafeBufferPointer(rebasing: bytes[start..<end])) { builder.build($0) }
    }
    if let place = builder.exhausted {
      findings.append(
        Finding(
          "parser-limit", at: place, "the addresses of links come to more than \(ParserLimits.addressBytes) bytes",
          notes: ["links from here on are shown without their address"],
          help: "shorten the addresses, or link less often"))
    }
    let nodes = builder.nodes.isEmpty ? [Node(.document, span: source.wholeSpan, parent: -1)] : builder.nodes
    return Document(
      source: source, frontMatter: frontMatter, bodyStart: start, nodes: nodes, text: builder.text, findings: findings)
  }
}
