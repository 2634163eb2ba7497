internal import Diagnostics
package import Markdown

/// Finds a document's named parts: headings of every form, bold lines, bold labels.
package struct SectionReader {
  let document: Document
  private var sections: [Section] = []
  /// Indices of the enclosing heading sections, outermost first.
  private var open: [Int] = []
  /// Index of the bold section that is still running.
  private var bold: Int?

  private init(_ document: Document) {
    self.document = document
  }

  /// The sections in document order; a section's content ends where a heading of the same or a higher rank begins.
  package static func sections(of document: Document) -> [Section] {
    var reader = SectionReader(document)
    reader.read()
    return reader.sections
  }

  private mutating func read() {
    guard let root = document.nodes.first else { return }
    for block in document.blocks {
      if case .footnoteDefinition = document.nodes[block].kind { break }
      if var heading = heading(at: block) {
        heading.level = rank(of: heading)
        close(at: block, level: heading.level)
        begin(heading, at: block, content: document.nodes[block].end..<root.end)
      } else if sections.isEmpty {
        beginPreamble(at: block, end: root.end)
        readBold(block)
      } else {
        readBold(block)
      }
    }
    let end = document.blocks.first { isFootnote($0) } ?? root.end
    close(at: end, level: 0)
  }

  private func isFootnote(_ block: Int) -> Bool {
    if case .footnoteDefinition = document.nodes[block].kind { return true }
    return false
  }

  /// A heading's level; one that is only a date or time, right behind a timeline's heading, ranks below it whatever its
  /// own level: authors who write `## Timeline` and then `## May 12` mean the day's rows.
  private func rank(of heading: (level: Int, text: String)) -> Int {
    guard let index = open.last(where: { sections[$0].role == .timeline }),
      case .heading(let timeline) = sections[index].opening, heading.level <= timeline, isTime(heading.text)
    else { return heading.level }
    return timeline + 1
  }

  private func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let time = TimeReader.read(ByteCursor(bytes)) else { return false }
    return time.isReadable && time.rest >= bytes.count
  }

  private mutating func beginPreamble(at block: Int, end: Int) {
    let span = document.nodes[block].span
    sections.append(
      Section(
        role: nil, title: "", opening: .preamble, titleSpan: SourceSpan(span.start, span.start), titleNode: -1,
        content: block..<end, parent: nil))
    open.append(0)
  }

  private mutating func begin(_ heading: (level: Int, text: String), at block: Int, content: Range<Int>) {
    let title = HeadingAnchors.split(heading.text).text
    sections.append(
      Section(
        role: SectionTitle.role(of: title), title: title, opening: .heading(level: heading.level),
        titleSpan: document.nodes[block].span, titleNode: block, content: content, parent: open.last))
    open.append(sections.count - 1)
  }

  /// Ends the sections that a heading of a level ends.
  private mutating func close(at block: Int, level: Int) {
    closeBold(at: block)
    while let index = open.last {
      if case .heading(let openLevel) = sections[index].opening, openLevel < level { break }
      sections[index] = sections[index].ending(at: block)
      open.removeLast()
    }
  }

  private mutating func closeBold(at block: Int) {
    guard let index = bold else { return }
    sections[index] = sections[index].ending(at: block)
    bold = nil
  }

  /// A heading node, or a paragraph that was meant as one: `##Heading` without the space.
  private func heading(at block: Int) -> (level: Int, text: String)? {
    switch document.nodes[block].kind {
    case .heading(let level): return (level, document.plainText(of: block))
    case .paragraph:
      let text = document.plainText(of: block)
      let level = text.prefix { $0 == "#" }.count
      guard (1...6).contains(level), !text.contains("\n"), let next = text.dropFirst(level).first, next.isLetter else {
        return nil
      }
      let title = String(text.dropFirst(level))
      return SectionTitle.role(of: title) == nil ? nil : (level, title)
    default: return nil
    }
  }

  // MARK: - Bold lines and labels

  private mutating func readBold(_ block: Int) {
    guard acceptsBold else { return }
    switch document.nodes[block].kind {
    case .paragraph: label(in: block, block: block)
    case .list:
      for item in document.children(of: block) {
        guard let first = document.children(of: item).first, case .paragraph = document.nodes[first].kind else {
          continue
        }
        label(in: first, block: item)
      }
    default: break
    }
  }

  /// Rows and action items carry bold words of their own, which open nothing.
  private var acceptsBold: Bool {
    guard let index = open.last else { return true }
    let role = sections[index].role
    return role != .timeline && role != .actionItems && role != .fiveWhys
  }

  private mutating func label(in paragraph: Int, block: Int) {
    guard let strong = document.children(of: paragraph).first, document.nodes[strong].kind == .strong else { return }
    let name = document.plainText(of: strong)
    guard let role = SectionTitle.role(of: name) else { return }
    let behind = document.nodes[strong].end
    let isLine = onlyPunctuation(from: behind, to: document.nodes[paragraph].end)
    guard isLine || name.last == ":" || startsWithColonOrBreak(behind) else { return }
    closeBold(at: block)
    let isItem = block != paragraph
    let end = isItem ? document.nodes[block].end : document.nodes.first?.end ?? 0
    sections.append(
      Section(
        role: role, title: name, opening: isLine ? .boldLine : .boldLabel, titleSpan: document.nodes[strong].span,
        titleNode: paragraph, content: behind..<end, parent: open.last))
    if !isItem { bold = sections.count - 1 }
  }

  private func onlyPunctuation(from start: Int, to end: Int) -> Bool {
    document.plainText(from: start, to: end).allSatisfy { $0 == ":" || $0 == "." || $0.isWhitespace }
  }

  private func startsWithColonOrBreak(_ node: Int) -> Bool {
    switch document.nodes[node].kind {
    case .softBreak, .lineBreak: return true
    case .text(let run): return document.bytes(run).first { $0 != 0x20 } == UInt8(ascii: ":")
    default: return false
    }
  }
}

extension Section {
  fileprivate func ending(at node: Int) -> Section {
    Section(
      role: role, title: title, opening: opening, titleSpan: titleSpan, titleNode: titleNode,
      content: content.lowerBound..<max(content.lowerBound, min(content.upperBound, node)), parent: parent)
  }
}
