import Diagnostics

/// A document's own Markdown for readers who have no page: comments and raw HTML are out, addresses are resolved.
///
/// What the page does not show is not in it. The author's words stand as they were written wherever nothing in them had
/// to change; a block in which something cannot be placed is given as plain text.
package struct MarkdownText<Links: LinkResolver>: Sendable {
  private let document: Document
  private let links: Links
  private var edits: [MarkdownEdit] = []

  /// - Parameter skipped: a node that is left out: the heading that the reader is shown as title already.
  package static func bytes(of document: Document, links: Links, skipping skipped: Int? = nil) -> [UInt8] {
    var text = MarkdownText(document: document, links: links)
    text.collect(skipping: skipped)
    return text.edited()
  }

  private init(document: Document, links: Links) {
    self.document = document
    self.links = links
  }

  private mutating func collect(skipping skipped: Int?) {
    collectHiddenDefinitions()
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      switch node.kind {
      case .htmlBlock(let run):
        edits.append(MarkdownEdit(place(node, lines: run), words(run) + [0x0A]))
        index = node.end
      case _ where index == skipped:
        edits.append(MarkdownEdit(place(node), []))
        index = node.end
      case .paragraph, .heading, .tableCell:
        inlines(of: index)
        index = node.end
      default: index += 1
      }
    }
  }

  /// Lines such as `[//]: # (a note)` between blocks: definitions that nothing can refer to, which authors use as
  /// comments.
  private mutating func collectHiddenDefinitions() {
    let source = document.source
    var covered = document.bodyStart
    for block in Array(document.blocks) + [-1] {
      let start = block < 0 ? source.bytes.count : place(document.nodes[block]).lowerBound
      var line = source.line(at: covered)
      while line <= source.lineStarts.count, source.lineStarts[line - 1] < start {
        let span = source.lineSpan(line)
        if span.start >= covered, span.end <= start, Self.isHidden(source.bytes[span.start..<span.end]) {
          edits.append(MarkdownEdit(span.start..<span.end, []))
        }
        line += 1
      }
      if block >= 0 { covered = max(covered, place(document.nodes[block]).upperBound) }
    }
  }

  private static func isHidden(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 }
    return ["[//]:", "[comment]:", "[_]:", "[>]:", "[hidden]:"].contains { text.starts(with: $0.utf8) }
  }

  private mutating func inlines(of block: Int) {
    let node = document.nodes[block]
    guard node.end > block + 1 else { return }
    var walk = InlineEdits(document: document, links: links, place: place(node))
    if let found = walk.edits(in: (block + 1)..<node.end) {
      edits += found
    } else {
      let text = document.plainText(of: block)
      edits.append(MarkdownEdit(place(node), MarkdownEscaping.escaped(text) + trailingBreak(node)))
    }
  }

  private func words(_ run: TextRange) -> [UInt8] {
    MarkdownEscaping.escaped(String(decoding: RawHTML.words(document.bytes(run)), as: UTF8.self))
  }

  private func place(_ node: Node) -> Range<Int> {
    let count = document.source.bytes.count
    return min(node.span.start, count)..<min(max(node.span.start, node.span.end), count)
  }

  /// From a raw block's start to the end of its last line: the parser puts the end of a comment a line too early.
  private func place(_ node: Node, lines run: TextRange) -> Range<Int> {
    let source = document.source
    let start = min(node.span.start, source.bytes.count)
    let last = source.line(at: start) + max(document.bytes(run).count { $0 == 0x0A }, 1)
    return start..<max(start, last <= source.lineStarts.count ? source.lineStarts[last - 1] : source.bytes.count)
  }

  /// A block's span may hold the line break behind it.
  private func trailingBreak(_ node: Node) -> [UInt8] {
    let place = place(node)
    return !place.isEmpty && document.source.bytes[place.upperBound - 1] == 0x0A ? [0x0A] : []
  }

  private func edited() -> [UInt8] {
    let bytes = document.source.bytes
    var output: [UInt8] = []
    var index = document.bodyStart
    for edit in edits.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) where edit.place.lowerBound >= index {
      MarkdownEscaping.append(bytes[index..<edit.place.lowerBound], to: &output)
      output += edit.replacement
      index = edit.place.upperBound
    }
    MarkdownEscaping.append(bytes[index..<max(index, end)], to: &output)
    let lead = output.prefix { $0 == 0x0A }.count
    while let last = output.last, last == 0x0A || last == 0x20 { output.removeLast() }
    return Array(output.dropFirst(min(lead, output.count)))
  }

  /// Where the tree ends: the file's end, or where a limit of the parser was passed.
  private var end: Int {
    let bytes = document.source.bytes
    guard document.findings.contains(where: { $0.rule == "parser-limit" }) else { return bytes.count }
    return min(document.blocks.map { document.nodes[$0].span.end }.max() ?? document.bodyStart, bytes.count)
  }
}

/// A stretch of the source and what stands in its place.
struct MarkdownEdit {
  let place: Range<Int>
  let replacement: [UInt8]

  init(_ place: Range<Int>, _ replacement: [UInt8]) {
    self.place = place
    self.replacement = replacement
  }
}

/// Text on its way into Markdown.
package enum MarkdownEscaping {
  /// One paragraph's text in which nothing is markup.
  package static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"),
        UInt8(ascii: "~"), UInt8(ascii: "#"):
        output += [UInt8(ascii: "\\"), byte]
      case 0x0A, 0x0D: output.append(0x20)
      default: append(CollectionOfOne(byte), to: &output)
      }
    }
    return output
  }

  /// Appends text as it is, with line feeds for every kind of line break and without control characters.
  static func append(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
    var wasReturn = false
    for byte in bytes {
      switch byte {
      case 0x0D: output.append(0x0A)
      case 0x0A: if !wasReturn { output.append(0x0A) }
      case 0x00..<0x09, 0x0B..<0x20, 0x7F: break
      default: output.append(byte)
      }
      wasReturn = byte == 0x0D
    }
  }
}
