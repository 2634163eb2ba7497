internal import Diagnostics
internal import Markdown

/// Finds the rows of a document that has no section for them: three lines or more that begin with a clock make a
/// timeline, whatever stands above them.
struct LooseTimeline {
  private let document: Document
  private let walk: TimelineWalk

  private init(_ document: Document) {
    self.document = document
    walk = TimelineWalk(document: document)
  }

  /// A section without a name of its own around each run of rows, in document order.
  static func sections(in document: Document) -> [Section] {
    let finder = LooseTimeline(document)
    return finder.paragraphs() + finder.lists(from: 0..<document.nodes.count)
  }

  /// The lists of rows, two or more, beside a timeline that is nothing but the labels of phases.
  static func lists(in document: Document, outside ranges: [Range<Int>]) -> [Section] {
    LooseTimeline(document).lists(from: 0..<document.nodes.count, least: 2).filter { section in
      !ranges.contains { $0.overlaps(section.content) }
    }
  }

  // MARK: - Lines

  private func paragraphs() -> [Section] {
    document.blocks.compactMap { block in
      guard case .paragraph = document.nodes[block].kind else { return nil }
      let content = block + 1..<document.nodes[block].end
      let lines = document.lines(of: content, in: block)
      guard lines.count >= 3 else { return nil }
      let rows = lines.indices.filter { isRow(lines[$0]) }
      guard rows.count >= 3, let first = rows.first, let last = rows.last, rows.count * 2 > last - first else {
        return nil
      }
      let end = lines[(last + 1)...].first { SectionLine.isName($0.text.bytes) }?.text.nodes.lowerBound
      return section(lines[first].text.nodes.lowerBound..<(end ?? content.upperBound), node: block)
    }
  }

  /// Whether a line is a clock with words behind it.
  private func isRow(_ line: InlineLine) -> Bool {
    guard let head = RowHead(document, line: line.text, span: line.span), head.time.isReadable, head.time.hasClock
    else { return false }
    return line.text.bytes.dropFirst(head.rest).contains(where: \.isASCIILetter)
  }

  // MARK: - Lists

  private func lists(from range: Range<Int>, least: Int = 4) -> [Section] {
    var found: [Section] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if case .list = document.nodes[index].kind, isTimeline(index, least: least) {
        found.append(section(index..<document.nodes[index].end, node: index))
        index = document.nodes[index].end
      } else {
        index += 1
      }
    }
    return found
  }

  private func isTimeline(_ list: Int, least: Int) -> Bool {
    let items = Array(document.children(of: list))
    let rows = items.count { item in
      guard let first = walk.children(of: item).first, case .paragraph = document.nodes[first.node].kind,
        let line = walk.lines(of: first).first
      else { return false }
      return isRow(line)
    }
    return rows >= least && rows * 3 >= items.count * 2
  }

  private func section(_ content: Range<Int>, node: Int) -> Section {
    let span = document.nodes[node].span
    return Section(
      role: .timeline, title: "", opening: .boldLabel, titleSpan: SourceSpan(span.start, span.start), titleNode: node,
      content: content, parent: nil)
  }
}
