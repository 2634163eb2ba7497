import CMarkGFM
import Diagnostics

/// Copies a cmark tree into nodes in document order, so that the C tree can be freed at once.
struct TreeBuilder {
  let source: SourceFile
  /// The number of lines before the body: what a body line lacks to be a file line.
  let linesBefore: Int
  /// The bytes cut from the body's first line (a byte-order mark).
  let firstLineOffset: Int

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private var open: [Int] = []
  private var footnotes: Int32 = 0
  /// What the addresses of links may still take: a short name for a long address, used often, grows without bound.
  private var addressBudget: Int
  /// Where the budget ran out.
  private(set) var exhausted: SourceSpan?

  init(source: SourceFile, linesBefore: Int, firstLineOffset: Int) {
    self.source = source
    self.linesBefore = linesBefore
    self.firstLineOffset = firstLineOffset
    addressBudget = max(ParserLimits.addressBytes, source.bytes.count)
    text.reserveCapacity(source.bytes.count)
  }

  mutating func build(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      if event == CMARK_EVENT_ENTER {
        let parent = open.last ?? -1
        let kind = kind(of: node)
        if case .text = kind, mergeText(kind, of: node) { continue }
        nodes.append(Node(kind, span: span(of: node, kind: kind, parent: parent), parent: parent))
        nodes[nodes.count - 1].end = nodes.count
        if !Self.isLeaf(node) { open.append(nodes.count - 1) }
      } else if let index = open.popLast() {
        nodes[index].end = nodes.count
      }
    }
  }

  /// Kinds for which cmark's iterator gives no exit event.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private mutating func store(_ string: UnsafePointer<CChar>?) -> TextRange {
    let start = text.count
    if let string {
      var pointer = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
      let head = pointer
      while pointer.pointee != 0 { pointer += 1 }
      text.append(contentsOf: UnsafeBufferPointer(start: head, count: pointer - head))
    }
    return TextRange(start: Int32(start), end: Int32(text.count))
  }

  /// Stores an address or a title, or nothing once all of them together pass the limit.
  private mutating func storeAddress(_ string: UnsafePointer<CChar>?) -> TextRange {
    let stored = store(string)
    guard stored.count > addressBudget else {
      addressBudget -= stored.count
      return stored
    }
    addressBudget = 0
    text.removeLast(stored.count)
    if exhausted == nil { exhausted = nodes.last?.span }
    return store(nil)
  }

  private mutating func kind(of node: OpaquePointer) -> NodeKind {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      return .list(
        ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, start: Int32(cmark_node_get_list_start(node)),
        tight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM:
      return .item(task: isTask(node) ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    case CMARK_NODE_CODE_BLOCK:
      return .codeBlock(info: store(cmark_node_get_fence_info(node)), literal: store(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock(store(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(level: UInt8(clamping: cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes += 1
      return .footnoteDefinition(number: footnotes)
    case debrief_node_table(): return .table
    case debrief_node_table_row():
      return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case debrief_node_table_cell(): return .tableCell(alignment(of: node))
    default: return inlineKind(of: node, type: type)
    }
  }

  private mutating func inlineKind(of node: OpaquePointer, type: cmark_node_type) -> NodeKind {
    switch type {
    case CMARK_NODE_TEXT: return .text(store(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(store(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .htmlInline(store(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case debrief_node_strikethrough(): return .strikethrough
    case CMARK_NODE_LINK:
      return .link(destination: storeAddress(cmark_node_get_url(node)), title: storeAddress(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(source: storeAddress(cmark_node_get_url(node)), title: storeAddress(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      let label = store(cmark_node_get_literal(node))
      return .footnoteReference(number: Int32(String(decoding: bytes(label), as: UTF8.self)) ?? 0)
    default: return .text(store(nil))
    }
  }

  /// Joins a text with the one right before it: the parser splits at every special character.
  private mutating func mergeText(_ kind: NodeKind, of node: OpaquePointer) -> Bool {
    guard case .text(let run) = kind, let last = nodes.last, let parent = open.last, last.parent == parent,
      case .text(let previous) = last.kind, previous.end == run.start
    else { return false }
    let span = self.span(of: node, kind: kind, parent: parent)
    let isKnown = last.span != nodes[parent].span && span != nodes[parent].span && span.start >= last.span.end
    nodes[nodes.count - 1] = Node(
      .text(TextRange(start: previous.start, end: run.end)), span: isKnown ? last.span.union(span) : last.span,
      parent: parent)
    nodes[nodes.count - 1].end = nodes.count
    return true
  }

  private func bytes(_ range: TextRange) -> ArraySlice<UInt8> { text[Int(range.start)..<Int(range.end)] }

  private func isTask(_ node: OpaquePointer) -> Bool {
    guard let name = cmark_node_get_type_string(node) else { return false }
    return String(cString: name) == "tasklist"
  }

  private func alignment(of cell: OpaquePointer) -> ColumnAlignment {
    guard let row = cmark_node_parent(cell), let table = cmark_node_parent(row),
      let alignments = cmark_gfm_extensions_get_table_alignments(table)
    else { return .none }
    var column = 0
    var sibling = cmark_node_previous(cell)
    while let previous = sibling {
      column += 1
      sibling = cmark_node_previous(previous)
    }
    guard column < Int(cmark_gfm_extensions_get_table_columns(table)) else { return .none }
    switch alignments[column] {
    case UInt8(ascii: "l"): return .left
    case UInt8(ascii: "c"): return .center
    case UInt8(ascii: "r"): return .right
    default: return .none
    }
  }
}

extension TreeBuilder {
  /// The node's place in the file; an inline element with an unknown or unbelievable place gets its parent's.
  private func span(of node: OpaquePointer, kind: NodeKind, parent: Int) -> SourceSpan {
    let enclosing = parent >= 0 ? nodes[parent].span : source.wholeSpan
    let startLine = Int(cmark_node_get_start_line(node))
    guard startLine > 0 else { return enclosing }
    let start = offset(line: startLine, column: Int(cmark_node_get_start_column(node)) - 1)
    let end = offset(line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
    guard start <= source.bytes.count, end >= start else {
      return SourceSpan(min(start, source.bytes.count), lineEnd(startLine))
    }
    if case .text(let run) = kind, !source.bytes[start...].starts(with: bytes(run)) { return enclosing }
    return SourceSpan(start, min(end, source.bytes.count))
  }

  /// Byte offset in the file of a body line (1-based) and a count of bytes into it.
  private func offset(line: Int, column: Int) -> Int {
    let fileLine = line + linesBefore
    guard fileLine >= 1, fileLine <= source.lineStarts.count else { return source.bytes.count }
    let shift = line == 1 ? firstLineOffset : 0
    return min(source.lineStarts[fileLine - 1] + max(column, 0) + shift, source.bytes.count)
  }

  private func lineEnd(_ line: Int) -> Int { source.lineSpan(line + linesBefore).end }
}
