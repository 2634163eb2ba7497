internal import Markdown

/// The action items of a document that was pasted without markup, where the names of its sections are lines inside
/// paragraphs: `Tasks:` and an order on each line below it.
enum PlainActionLines {
  private static let names: Set<String> = [
    "tasks", "tasks to address the issue", "todo", "todos", "to do", "to-do", "improvements/fixes",
    "areas for improvement", "improvements", "improvements needed", "action items", "actions", "next steps",
  ]

  /// The orders below lines that name action items; nil where there are none.
  static func read(_ document: Document) -> ActionItemsReading? {
    var walk = ActionWalk(document: document)
    var isOpen = false
    var pending: [Range<Int>] = []
    for block in document.blocks {
      guard case .paragraph = document.nodes[block].kind else {
        walk.readPlainOrders(&pending)
        if case .list = document.nodes[block].kind {
          if isOpen { walk.readList(block, group: .none) }
        } else {
          isOpen = false
        }
        continue
      }
      let content = block + 1..<document.nodes[block].end
      for line in walk.lines(of: content) {
        let bytes = ItemWords(document, line).bytes
        if let opens = opens(bytes) {
          walk.readPlainOrders(&pending)
          isOpen = opens
        } else if isOpen {
          pending.append(line)
        }
      }
      walk.readPlainOrders(&pending)
    }
    return walk.reading.items.isEmpty ? nil : walk.reading
  }

  /// Whether a line names action items, true, or another section, false; nil for a line that names neither.
  private static func opens(_ line: [UInt8]) -> Bool? {
    var name = String(decoding: line, as: UTF8.self).lowercased().drop { $0 == "#" || $0 == " " }
    while let last = name.last, last == ":" || last == " " { name.removeLast() }
    if line.count <= 60, names.contains(String(name)) { return true }
    guard let role = SectionLine.role(line) else { return nil }
    return role == .actionItems
  }
}

extension ActionWalk {
  /// Reads lines as items where most of them are orders, and forgets them.
  fileprivate mutating func readPlainOrders(_ lines: inout [Range<Int>]) {
    for order in titledOrders(lines) { readOrder(order, group: .none) }
    lines = []
  }
}
