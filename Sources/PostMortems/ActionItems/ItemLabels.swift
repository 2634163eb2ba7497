import Diagnostics

extension ItemReading {
  /// `… Owner: @edge, due: 2019-08-01` without brackets, behind the end of a sentence or a separator.
  mutating func readLabels(endingAt end: Int) -> Bool {
    var index = max(head, end - 200)
    while index < end {
      defer { index += 1 }
      guard isBehindSeparator(index), !bytes[index].isBlank,
        ItemSegments.key(in: bytes, at: index, to: end, after: nil)?.key != nil
      else { continue }
      let segments = ItemSegments.split(bytes, index..<end)
      guard segments.first?.range.lowerBound == index, segments.allSatisfy({ isShortLabel($0) }),
        bytes[index..<end].count(where: { $0 == UInt8(ascii: "(") })
          == bytes[index..<end].count(where: { $0 == UInt8(ascii: ")") })
      else { continue }
      for segment in segments {
        if let key = segment.key { apply(key, segment.value) } else { _ = applyBare(segment.range) }
      }
      tail = index
      return true
    }
    return false
  }

  private func isBehindSeparator(_ index: Int) -> Bool {
    guard index > head, bytes[index - 1].isBlank else { return false }
    var before = index - 1
    while before > head, bytes[before].isBlank { before -= 1 }
    return ".;,|-!?)]".utf8.contains(bytes[before])
      || before >= head + 2 && bytes[before - 2] == 0xE2 && bytes[before - 1] == 0x80
  }

  private func isShortLabel(_ segment: ItemSegment) -> Bool {
    switch segment.key {
    case .owner, .due, .state, .ticket, .done, .ignored, .type:
      return !segment.value.isEmpty && segment.value.count <= 120
    case nil:
      var copy = self
      return copy.applyBare(segment.range)
    default: return false
    }
  }

  /// A segment without a key: a ticket, a state, or both; an owner where it is mentioned by a sign.
  mutating func applyBare(_ range: Range<Int>) -> Bool {
    var rest = range
    if let reference = bareTicket(at: rest.lowerBound, to: rest.upperBound) {
      rest = ItemSegments.trimmed(bytes, reference.range.upperBound..<range.upperBound)
      if rest.isEmpty || bareState(rest) != nil {
        if values.ticket == nil { values.ticket = reference.ticket }
        if let state = bareState(rest) { say(state, at: rest) }
        return true
      }
      return false
    }
    if let state = bareState(rest) {
      say(state, at: rest)
      return true
    }
    let text = words.string(rest)
    guard text.hasPrefix("@"), OwnerNames.areNames(text), values.owner == nil else { return false }
    values.owner = Located(OwnerNames.value(text), at: words.span(rest))
    return true
  }

  private func bareTicket(at start: Int, to end: Int) -> (ticket: Located<String>, range: Range<Int>)? {
    if let link = words.links.first(where: { $0.range.lowerBound == start }),
      TicketReferences.isTracker(link.destination)
    {
      return (Located(link.destination, at: words.span(link.range)), link.range)
    }
    guard let range = TicketReferences.reference(in: bytes, at: start, to: end),
      let ticket = ticket(words.string(range), range)
    else { return nil }
    return (ticket, range)
  }

  /// A state's words, with or without a mark in front of them; the words hold where both say something.
  private func bareState(_ range: Range<Int>) -> ActionItem.State? {
    guard !range.isEmpty else { return nil }
    if let state = ActionStateWords.state(of: words.string(range)) { return state }
    for mark in ActionStateWords.marks where bytes[range].starts(with: mark.bytes) {
      let rest = ItemSegments.trimmed(bytes, range.lowerBound + mark.bytes.count..<range.upperBound)
      return rest.isEmpty ? mark.state : ActionStateWords.state(of: words.string(rest))
    }
    return nil
  }
}

extension ItemReading {
  /// `P1 — …`, `(P0) …`, `[High] …`: how urgent an item is, which no field holds.
  mutating func readPriority() -> Bool {
    var index = head
    let isBracketed = bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[")
    if isBracketed { index += 1 }
    guard index + 1 < tail, bytes[index] | 0x20 == UInt8(ascii: "p"), bytes[index + 1].isDigit else { return false }
    index += 2
    if isBracketed {
      guard index < tail, bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: "]") else { return false }
      index += 1
    }
    guard index < tail, isBracketed || bytes[index].isBlank || ":.-".utf8.contains(bytes[index]) || bytes[index] >= 0x80
    else { return false }
    head = index
    return true
  }

  /// A bullet that the parser took for words: `• …`, `◦ …`, `a. …`.
  mutating func dropBullet() {
    trim()
    if let length = ItemBullet.length(bytes, at: head, to: tail) { head += length }
    trim()
  }

  /// `… (kay)` and `kay: …`, `[kay] …` where the list's other items are of that form too.
  mutating func readCustomaryHead() -> Bool {
    guard values.owner == nil else { return false }
    if convention.inBrackets, bytes[head] == UInt8(ascii: "["),
      let close = bytes[head..<min(tail, head + 26)].firstIndex(of: UInt8(ascii: "]"))
    {
      return takeCustomary(head + 1..<close, behind: close + 1)
    }
    if convention.beforeColon, let colon = bytes[head..<min(tail, head + 26)].firstIndex(of: UInt8(ascii: ":")) {
      let text = words.string(head..<colon)
      guard OwnerConvention.isHandle(text) || OwnerNames.areNames(text), ItemKey.named(text) == nil else {
        return false
      }
      return takeCustomary(head..<colon, behind: colon + 1)
    }
    return false
  }

  private mutating func takeCustomary(_ name: Range<Int>, behind: Int) -> Bool {
    let text = words.string(name)
    guard OwnerConvention.isHandle(text) || OwnerNames.areNames(text), behind < tail else { return false }
    values.owner = Located(OwnerNames.value(text), at: words.span(name))
    head = behind
    return true
  }
}

/// Marks that authors type for bullets where markdown has none.
enum ItemBullet {
  /// The bytes of `7.1.` or `7.1`, as memoranda number their paragraphs.
  private static func numbering(_ bytes: [UInt8], at start: Int, to end: Int) -> Int? {
    var index = start
    var parts = 0
    while index < end, bytes[index].isDigit, parts < 4 {
      let digits = index
      while index < end, bytes[index].isDigit { index += 1 }
      guard index - digits <= 2 else { return nil }
      parts += 1
      guard index < end, bytes[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    return parts >= 2 && index < end && bytes[index].isBlank ? index - start : nil
  }

  /// The bytes of a bullet and the blanks behind it; nil where no bullet stands.
  static func length(_ bytes: [UInt8], at start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, bytes[index].isBlank { index += 1 }
    let signs: [[UInt8]] = ["•", "◦", "‣", "▪", "●", "○", "·", "–", "►", "▶"].map { Array($0.utf8) }
    if let sign = signs.first(where: { bytes[index..<end].starts(with: $0) }) {
      index += sign.count
    } else if let number = numbering(bytes, at: index, to: end) {
      index += number
    } else if index + 2 < end, bytes[index].isLower, ".)".utf8.contains(bytes[index + 1]) {
      index += 2
    } else {
      return nil
    }
    guard index < end, bytes[index].isBlank || bytes[index] >= 0x80 else { return nil }
    while index < end, bytes[index].isBlank || bytes[index] == 0xC2 || bytes[index] == 0xA0 { index += 1 }
    return index - start
  }
}
