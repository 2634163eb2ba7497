import Diagnostics
import Markdown

extension ActionWalk {
  /// Reads paragraphs as items where there is no list or table and at least half of them begin with a verb, as orders
  /// do: prose about the future promises nothing that could be ticked off.
  mutating func readParagraphs(_ blocks: [ActionOutline.Block], group: ActionGroup) {
    var current = group
    var candidates: [(block: ActionOutline.Block, orders: [Range<Int>], group: ActionGroup)] = []
    for block in blocks {
      guard block.kind == .paragraph else {
        if block.kind == .quote { readQuote(block, group: current) } else { keepRest(block.node) }
        continue
      }
      let words = ItemWords(document, block.range)
      if words.covers(words.bold, 0..<words.bytes.count), words.bytes.count <= 200 {
        current = ActionGroup(label: words, isBold: true).inside(group)
      } else {
        candidates.append((block, orders(in: block), current))
      }
    }
    let outer = convention
    convention = OwnerConvention(
      candidates.flatMap { candidate in candidate.orders.map { ItemWords(document, $0).bytes } })
    defer { convention = outer }
    let isOrders = candidates.filter { !$0.orders.isEmpty }.count * 2 >= candidates.count
    for candidate in candidates {
      if !isOrders || candidate.orders.isEmpty { keepRest(candidate.block.node) }
      guard isOrders else { continue }
      for order in candidate.orders { readOrder(order, group: candidate.group) }
    }
  }

  mutating func readOrder(_ range: Range<Int>, group: ActionGroup) {
    var item = ItemReading(ItemWords(document, range))
    item.dateOrder = dateOrder
    item.convention = convention
    item.read()
    let span = item.words.span(0..<item.words.bytes.count)
    keep(&item, group: group, span: span, content: range)
  }

  /// The lines of a paragraph that are orders: all of them where each begins with a box or a verb, otherwise the whole
  /// paragraph if it does and is short.
  private func orders(in block: ActionOutline.Block) -> [Range<Int>] {
    let lines = lines(of: block.range)
    let bulleted = bulleted(lines)
    if !bulleted.isEmpty { return bulleted }
    if lines.count > 1, lines.allSatisfy({ isOrder(ItemWords(document, $0), strict: true) }) { return lines }
    let titled = titledOrders(lines)
    if !titled.isEmpty { return titled }
    let words = ItemWords(document, block.range)
    if isSignOff(lines) { return [] }
    return words.bytes.count <= 600 && isOrder(words, strict: false) ? [block.range] : []
  }

  /// The orders of a paragraph that puts each on a line of its own, without the name above and the closing words below
  /// them: two or more, and at least two of three lines.
  func titledOrders(_ lines: [Range<Int>]) -> [Range<Int>] {
    let areOrders = lines.map { line in
      let words = ItemWords(document, line)
      return isOrder(words, strict: true) || isNamedOrder(words)
    }
    guard let first = areOrders.firstIndex(of: true), let last = areOrders.lastIndex(of: true), first <= 1,
      lines.count - last <= 2
    else { return [] }
    let items = lines[first...last]
    let known = areOrders.count { $0 }
    let areWhole = items.allSatisfy { ItemWords(document, $0).bytes.first { !$0.isBlank }?.isUpper ?? false }
    guard known >= 2, known * 3 >= items.count * 2, areWhole else { return [] }
    if first == 1, !isName(ItemWords(document, lines[0])) { return [] }
    return Array(items)
  }

  /// `Automatic renewal: Introduce …`: a few words, a colon and a verb with a capital.
  private func isNamedOrder(_ words: ItemWords) -> Bool {
    guard let colon = words.bytes.prefix(60).firstIndex(of: UInt8(ascii: ":")), colon + 2 < words.bytes.count,
      words.bytes[colon + 1].isBlank, words.bytes[colon + 2].isUpper
    else { return false }
    let reading = ItemReading(words)
    if reading.startsWithVerb(at: colon + 2) { return true }
    // `Drills: Regularly conduct …`
    guard let blank = words.bytes[(colon + 2)...].firstIndex(where: \.isBlank), blank > colon + 4,
      words.bytes[blank - 2] == UInt8(ascii: "l"), words.bytes[blank - 1] == UInt8(ascii: "y")
    else { return false }
    return reading.startsWithVerb(at: blank + 1)
  }

  /// Whether a line names what stands below it: five words at most that end no sentence.
  private func isName(_ words: ItemWords) -> Bool {
    guard let last = words.bytes.last(where: { !$0.isBlank }) else { return false }
    return !".!?;,".utf8.contains(last) && words.bytes.split(whereSeparator: \.isBlank).count <= 5
  }

  /// `For the team,` and a name below it.
  private func isSignOff(_ lines: [Range<Int>]) -> Bool {
    guard lines.count == 2, let last = lines.last, let first = lines.first else { return false }
    return ItemWords(document, first).bytes.last == UInt8(ascii: ",") && ItemWords(document, last).bytes.count <= 40
  }

  /// The items of lines that begin with bullets of their author's, each with the lines that go on with it.
  private func bulleted(_ lines: [Range<Int>]) -> [Range<Int>] {
    let isStart = lines.map { line -> Bool in
      let bytes = ItemWords(document, line).bytes
      guard ItemBullet.length(bytes, at: 0, to: bytes.count) != nil else { return false }
      return lines.count > 1 || !bytes[0].isLower
    }
    guard isStart.first == true else { return [] }
    var items: [Range<Int>] = []
    for (line, starts) in zip(lines, isStart) {
      if starts {
        items.append(line)
      } else if let last = items.popLast() {
        items.append(last.lowerBound..<line.upperBound)
      }
    }
    return items
  }

  func lines(of range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      switch document.nodes[index].kind {
      case .softBreak, .lineBreak:
        lines.append(start..<index)
        start = index + 1
      default: break
      }
      index = max(document.nodes[index].end, index + 1)
    }
    lines.append(start..<range.upperBound)
    return lines.filter { !$0.isEmpty }
  }

  /// Whether words begin, behind any box, mark, owner or ticket, with a verb; a line needs a capital too, so that the
  /// second half of a sentence is not taken for an item.
  private func isOrder(_ words: ItemWords, strict: Bool) -> Bool {
    var reading = ItemReading(words)
    if words.covers(words.italic, 0..<words.bytes.count) { return false }
    reading.dropBullet()
    reading.readHead()
    guard !reading.isEmpty else { return false }
    if !strict {
      var whole = ItemReading(words)
      whole.read()
      if whole.values.owner != nil || whole.values.state != nil { return true }
    }
    if reading.values.state != nil || reading.values.owner != nil { return true }
    if strict, !words.bytes[reading.head].isUpper { return false }
    return reading.startsWithVerb(at: reading.head)
  }
}
