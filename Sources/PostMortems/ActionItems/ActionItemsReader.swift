import Diagnostics
package import Markdown

/// Reads a section's action items in whatever form its author wrote them: boxes, bullets, numbers, tables, bullets below
/// owners and categories, one item a sub-heading, or a few short orders as paragraphs.
package enum ActionItemsReader {
  /// Reads one section, sub-sections included; sub-sections with a role that holds no promises are left to `rest`.
  package static func read(document: Document, section: Section) -> ActionItemsReading {
    var walk = ActionWalk(document: document)
    walk.read(ActionOutline(document, section.content))
    return walk.reading
  }

  /// Reads every section of action items, each node once: a section inside another one is read with the outer one.
  package static func read(document: Document, sections: [Section]) -> ActionItemsReading {
    var reading = ActionItemsReading()
    var end = 0
    for section in sections where section.role == .actionItems && section.content.lowerBound >= end {
      let part = read(document: document, section: section)
      reading.items += part.items
      reading.findings += part.findings
      reading.rest += part.rest
      end = section.content.upperBound
    }
    guard reading.items.isEmpty else { return reading }
    return TaskLists.read(document, sections) ?? PlainActionLines.read(document) ?? reading
  }
}

/// The walk over one section's blocks; it takes items where it finds them and keeps the rest.
struct ActionWalk {
  let document: Document
  private(set) var reading = ActionItemsReading()
  /// How the list that is being read names its owners.
  var convention = OwnerConvention.none
  let dateOrder: DateOrder?
  /// The document's people, once a list asks for them.
  var people: Set<String>?

  init(document: Document) {
    self.document = document
    dateOrder = DateOrder.of(document)
  }

  /// - Parameter group: what the blocks around the outline say of all its items.
  mutating func read(_ outline: ActionOutline, group: ActionGroup = .none) {
    for part in outline.parts {
      switch part.form {
      case .foreign: reading.rest += part.blocks.map(\.node)
      case .item(let heading): readHeadingItem(heading, part)
      case .group: readBlocks(part.blocks, group: part.group.inside(group))
      }
    }
  }

  private mutating func readHeadingItem(_ heading: Int, _ part: ActionOutline.Part) {
    let content = heading + 1..<document.nodes[heading].end
    var item = ItemReading(ItemWords(document, content))
    item.dateOrder = dateOrder
    item.dropNumber()
    item.read()
    for block in part.blocks { readDetails(of: &item, in: block.range) }
    keep(&item, group: part.group, span: document.nodes[heading].span, content: content)
    reading.rest += part.blocks.map(\.node)
  }

  /// Adds an item unless its words promise nothing; false then.
  @discardableResult
  mutating func keep(_ item: inout ItemReading, group: ActionGroup, span: SourceSpan, content: Range<Int>) -> Bool {
    let text = item.text
    guard !ActionVocabulary.promisesNothing(text) else { return false }
    item.values.complete(with: group.values)
    reading.items.append(item.values.item(text: text, span: span, content: content))
    reading.findings += item.findings
    return true
  }

  mutating func keepRest(_ node: Int) { reading.rest.append(node) }

  // MARK: - Blocks below one heading

  private mutating func readBlocks(_ blocks: [ActionOutline.Block], group: ActionGroup) {
    let hasItems = blocks.contains { $0.kind == .list || $0.kind == .table }
    if !hasItems { return readParagraphs(blocks, group: group) }
    let hasTitledNumbers = ActionOutline.hasTitledNumbers(blocks, document)
    var current = group
    var isForNextOnly = false
    for block in blocks {
      switch block.kind {
      case .list where hasTitledNumbers && !block.isOrdered(document): keepRest(block.node)
      case .list:
        let before = reading.items.count
        readList(block.node, group: current)
        if reading.items.count == before { keepRest(block.node) }
        if isForNextOnly { current = group }
        isForNextOnly = false
      case .table:
        readTable(block.node, group: current)
      case .paragraph:
        if let label = label(block) {
          current = label.group.inside(group)
          isForNextOnly = !label.isBold
        } else if !readLabelledParagraph(block, group: group), !readTitledOrders(block, group: current) {
          keepRest(block.node)
        }
      case .quote: readQuote(block, group: current)
      case .other: keepRest(block.node)
      }
    }
  }

  private mutating func readTable(_ node: Int, group: ActionGroup) {
    let table = ActionTable(document, table: node, group: group, dateOrder: dateOrder)
    reading.items += table.items
    reading.findings += table.findings
    if table.items.isEmpty { keepRest(node) }
  }

  mutating func readQuote(_ block: ActionOutline.Block, group: ActionGroup) {
    let before = reading.items.count
    if let first = document.children(of: block.node).first(where: { _ in true }) {
      read(ActionOutline(document, first..<document.nodes[block.node].end), group: group)
    }
    if reading.items.count == before { keepRest(block.node) }
  }

  /// A paragraph that is only bold words, or that ends with a colon, names what follows.
  private func label(_ block: ActionOutline.Block) -> (group: ActionGroup, isBold: Bool)? {
    let words = ItemWords(document, block.range)
    guard words.bytes.count <= 200, !words.bytes.isEmpty else { return nil }
    let isBold = words.covers(words.bold, 0..<words.bytes.count)
    guard isBold || words.bytes.last(where: { !$0.isBlank }) == UInt8(ascii: ":") else { return nil }
    return (ActionGroup(label: words, isBold: isBold), isBold)
  }

  /// `**Action item:** …`: a paragraph that says itself that it is one.
  private mutating func readLabelledParagraph(_ block: ActionOutline.Block, group: ActionGroup) -> Bool {
    var item = ItemReading(ItemWords(document, block.range))
    guard let bold = item.words.bold.first, bold.lowerBound == 0 else { return false }
    var name = item.words.string(bold).lowercased()
    if name.last == ":" { name.removeLast() }
    guard ["action item", "action", "todo", "follow-up", "to do", "task"].contains(name) else {
      return readOwnedParagraph(block, group: group)
    }
    item.head = bold.upperBound
    while item.head < item.tail, item.bytes[item.head].isBlank || item.bytes[item.head] == UInt8(ascii: ":") {
      item.head += 1
    }
    item.read()
    return keep(&item, group: group, span: document.nodes[block.node].span, content: block.range)
  }
}

extension ActionWalk {
  /// A paragraph of three lines or more that are orders, beside lists.
  private mutating func readTitledOrders(_ block: ActionOutline.Block, group: ActionGroup) -> Bool {
    let lines = lines(of: block.range)
    guard lines.count >= 3 else { return false }
    let orders = titledOrders(lines)
    for order in orders { readOrder(order, group: group) }
    return !orders.isEmpty
  }

  /// `**AC** Move the alert`: a paragraph that begins with who will do it.
  private mutating func readOwnedParagraph(_ block: ActionOutline.Block, group: ActionGroup) -> Bool {
    var item = ItemReading(ItemWords(document, block.range))
    guard let bold = item.words.bold.first, OwnerNames.areNames(item.words.string(bold)), item.bytes.count < 400 else {
      return false
    }
    let owner = item.words.located(bold)
    item.head = bold.upperBound
    while item.head < item.tail, item.bytes[item.head].isBlank || item.bytes[item.head] == UInt8(ascii: ":") {
      item.head += 1
    }
    item.read()
    if item.values.owner == nil { item.values.owner = Located(OwnerNames.value(owner.value), at: owner.span) }
    return keep(&item, group: group, span: document.nodes[block.node].span, content: block.range)
  }
}

extension ItemReading {
  /// Takes `2)`, `3.` or `Action 4:` off the head of a heading.
  mutating func dropNumber() {
    trim()
    var index = head
    while index < tail, bytes[index].isDigit { index += 1 }
    guard index > head, index - head <= 3, index < tail, ".):".utf8.contains(bytes[index]) else { return }
    head = index + 1
    trim()
  }
}
