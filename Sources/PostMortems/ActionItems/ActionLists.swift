import Diagnostics
import Markdown

extension ActionWalk {
  /// Reads a list whose bullets are items, groups of items, or both.
  mutating func readList(_ list: Int, group: ActionGroup) {
    let outer = convention
    convention = OwnerConvention(document, list: list)
    if convention.namesSomeone, !convention.atTail { convention.people = knownPeople() }
    for item in document.children(of: list) { readListItem(item, group: group) }
    convention = outer
  }

  private mutating func knownPeople() -> Set<String> {
    if let people { return people }
    let found = OwnerConvention.people(in: document)
    people = found
    return found
  }

  private mutating func readListItem(_ item: Int, group: ActionGroup) {
    var task: Bool?
    if case .item(let state) = document.nodes[item].kind { task = state }
    let blocks = Array(document.children(of: item))
    guard let first = blocks.first else { return }
    guard case .paragraph = document.nodes[first].kind else {
      for block in blocks where isList(block) { readList(block, group: group) }
      return
    }
    let lists = blocks.filter { isList($0) }
    let content = first + 1..<(ActionOutline.titleEnd(ofParagraph: first, document) ?? document.nodes[first].end)
    let words = ItemWords(document, content)
    if task == nil, isGroup(words, lists) {
      let isBold = words.covers(words.bold, 0..<words.bytes.count)
      let inner = ActionGroup(label: words, isBold: isBold || !hasVerb(words)).inside(group)
      for list in lists { readList(list, group: inner) }
      return
    }
    var reading = ItemReading(words)
    reading.convention = convention
    reading.dateOrder = dateOrder
    if let task { reading.values.state = task ? .done : .open }
    reading.read()
    readItem(&reading, item: item, content: content, rest: Array(blocks.dropFirst()), group: group)
  }

  private mutating func readItem(
    _ reading: inout ItemReading, item: Int, content: Range<Int>, rest: [Int], group: ActionGroup
  ) {
    var nested: [Int] = []
    for block in rest {
      if isList(block), holdsItems(block) {
        nested.append(block)
      } else {
        readDetails(of: &reading, in: block..<block + 1)
      }
    }
    keep(&reading, group: group, span: document.nodes[item].span, content: content)
    for list in nested { readList(list, group: group) }
  }

  private func isList(_ node: Int) -> Bool {
    if case .list = document.nodes[node].kind { return true }
    return false
  }

  private func hasVerb(_ words: ItemWords) -> Bool {
    let reading = ItemReading(words)
    return reading.startsWithVerb(at: reading.head)
  }

  // MARK: - Groups, items and details

  /// Whether a bullet only names what the bullets below it have in common: an owner, a category, a sentence that ends
  /// with a colon above full items.
  private func isGroup(_ words: ItemWords, _ lists: [Int]) -> Bool {
    guard !lists.isEmpty else { return false }
    var reading = ItemReading(words)
    let endsWithColon = words.bytes.last { !$0.isBlank } == UInt8(ascii: ":")
    reading.dropColon()
    let text = words.string(reading.head..<reading.tail)
    let wordCount = text.split(separator: " ").count
    let areFull = lists.allSatisfy { averageWords($0) >= 3 }
    if OwnerNames.areNames(text) || text.hasPrefix("Owner:") { return true }
    if lists.contains(where: { hasBoxes($0) }) { return true }
    let isVerb = reading.startsWithVerb(at: reading.head)
    if endsWithColon, areFull { return !lists.contains { isLabels($0) } && (!isVerb || wordCount > 12) }
    return wordCount <= 3 && !isVerb && areFull && !lists.contains { isLabels($0) }
  }

  /// Whether bullets below an item are items too: one of them has a box, a state or an owner of its own.
  private func holdsItems(_ list: Int) -> Bool {
    guard !isLabels(list) else { return false }
    if hasBoxes(list) { return true }
    return document.children(of: list).contains { item in
      guard let paragraph = document.children(of: item).first else { return false }
      var reading = ItemReading(ItemWords(document, paragraph..<document.nodes[paragraph].end))
      reading.read()
      let hasOwnValues = reading.values.state != nil || reading.values.owner != nil || reading.values.due != nil
      return hasOwnValues && reading.text.split(separator: " ").count >= 3 && reading.startsWithVerb(at: reading.head)
    }
  }

  private func hasBoxes(_ list: Int) -> Bool {
    document.children(of: list).contains { item in
      if case .item(task: .some) = document.nodes[item].kind { return true }
      return false
    }
  }

  /// Whether bullets are `Owner: …`, `Due: …` lines of the item above them.
  private func isLabels(_ list: Int) -> Bool {
    document.children(of: list).contains { item in
      let text = document.plainText(of: item)
      guard let colon = text.firstIndex(of: ":"), text.utf8.count <= 200 else { return false }
      let name = text[..<colon].filter { $0 != "*" }
      return ItemKey.named(name).map { !$0.isFreeText || $0 == .doneWhen } ?? false
    }
  }

  private func averageWords(_ list: Int) -> Int {
    var words = 0
    var items = 0
    for item in document.children(of: list) {
      items += 1
      guard let paragraph = document.children(of: item).first else { continue }
      words += ItemWords(document, paragraph..<document.nodes[paragraph].end).bytes.split(separator: 0x20).count
    }
    return items == 0 ? 0 : words / items
  }

  /// Takes over what paragraphs and bullets below an item say of it: labelled lines, a ticket, that it has been done.
  func readDetails(of item: inout ItemReading, in range: Range<Int>) {
    var index = range.lowerBound
    let end = range.isEmpty ? index : document.nodes[range.upperBound - 1].end
    while index < end {
      let node = document.nodes[index]
      switch node.kind {
      case .paragraph:
        readDetail(ItemWords(document, index + 1..<node.end), of: &item)
        index = node.end
      case .text, .strong, .link:
        readDetail(ItemWords(document, index..<end), of: &item)
        index = end
      case .codeBlock, .table, .htmlBlock: index = node.end
      default: index += 1
      }
    }
  }

  private func readDetail(_ words: ItemWords, of item: inout ItemReading) {
    var detail = ItemReading(words)
    guard !detail.isEmpty else { return }
    let segments = ItemSegments.split(detail.bytes, detail.head..<detail.tail)
    if let first = segments.first, first.key != nil {
      for segment in segments { segment.key.map { detail.apply($0, segment.value) } }
      item.findings += detail.findings
    } else {
      detail.readHead()
      detail.readTail()
      let remark = detail.text.lowercased()
      if ["this has been done", "this is done", "has been done"].contains(where: { remark.hasPrefix($0) }) {
        detail.values.state = .done
      }
      if detail.text.split(separator: " ").count > 3 {
        detail.values.owner = nil
        detail.values.type = nil
        detail.values.due = nil
      }
    }
    item.values.complete(with: detail.values)
  }
}
