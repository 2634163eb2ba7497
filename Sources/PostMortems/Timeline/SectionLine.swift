internal import Diagnostics
package import Markdown

/// A line inside a paragraph that is nothing but the name of a section, as where a document was pasted without markup.
package enum SectionLine {
  /// The role that such a line opens; nil for any other line.
  static func role(_ line: some Collection<UInt8>) -> SectionRole? {
    let words = line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
    guard (3...60).contains(words.count), words.first.map({ $0.isUpper }) ?? false else { return nil }
    let bytes = Array(words)
    guard let last = bytes.last(where: { $0 != 0x20 }), !".,;!".utf8.contains(last) else { return nil }
    guard bytes.split(separator: 0x20).count <= 6, !bytes.dropLast().contains(UInt8(ascii: ":")) else { return nil }
    return SectionTitle.role(of: String(decoding: bytes, as: UTF8.self))
  }

  static func isName(_ line: [UInt8]) -> Bool { role(line) != nil }

  /// The first such line of a role among a document's paragraphs, with the line that it is.
  package static func section(_ role: SectionRole, in document: Document) -> Section? {
    for block in document.blocks {
      guard case .paragraph = document.nodes[block].kind else { continue }
      let content = block + 1..<document.nodes[block].end
      for line in document.lines(of: content, in: block) where Self.role(line.text.bytes) == role {
        let title = InlineText.oneLine(line.text.bytes.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 })
        return Section(
          role: role, title: title, opening: .boldLabel, titleSpan: line.span, titleNode: block,
          content: line.text.nodes.upperBound..<content.upperBound, parent: nil)
      }
    }
    return nil
  }
}
