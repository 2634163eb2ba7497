import Diagnostics

extension ItemReading {
  /// Takes boxes, marks, states, tickets, types and owners off the head until none is left there.
  mutating func readHead() {
    var before = -1
    while before != head, !isEmpty {
      before = head
      trim()
      if readTemplateState() || readBox() || readCustomaryHead() || readPriority() || readLabel() || readMark()
        || readStateWord() || readBracket() || readReference() || readMention()
        || readOwnerPrefix()
      {
        skipSeparators()
      }
    }
  }

  /// `{{done}} …`, a wiki's template for a state.
  private mutating func readTemplateState() -> Bool {
    var start = head
    while start > 0, bytes[start - 1] == UInt8(ascii: "{") { start -= 1 }
    guard head - start == 2, let end = bytes[head..<min(tail, head + 24)].firstIndex(of: UInt8(ascii: "}")),
      end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "}"), take(stateBefore: end)
    else { return false }
    head = end + 2
    return true
  }

  private mutating func skipSeparators() {
    while head < tail,
      bytes[head].isBlank || bytes[head] == UInt8(ascii: ":")
        || bytes[head] == UInt8(ascii: "-")
          && head + 1 < tail && bytes[head + 1].isBlank
        || startsWithDash(at: head)
    {
      head += startsWithDash(at: head) ? 3 : 1
    }
  }

  /// An en or em dash.
  private func startsWithDash(at index: Int) -> Bool {
    index + 2 < tail && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (0x93...0x94).contains(bytes[index + 2])
  }

  /// `[-]`, and boxes where the parser saw none: in table cells, headings and paragraphs.
  private mutating func readBox() -> Bool {
    guard tail - head >= 3, bytes[head] == UInt8(ascii: "["), bytes[head + 2] == UInt8(ascii: "]"),
      head + 3 == tail || bytes[head + 3].isBlank
    else { return false }
    switch bytes[head + 1] {
    case 0x20: say(.open, at: head..<head + 3)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): say(.done, at: head..<head + 3)
    case UInt8(ascii: "-"), UInt8(ascii: "~"): say(.declined, at: head..<head + 3)
    default: return false
    }
    head += 3
    return true
  }

  /// `Action: …`, which says no more than where it stands.
  private mutating func readLabel() -> Bool {
    guard let colon = bytes[head..<min(tail, head + 14)].firstIndex(of: UInt8(ascii: ":")), colon + 1 < tail,
      ["action", "action item", "task", "what", "follow-up"].contains(
        String(
          words.string(head..<colon).lowercased().reversed().drop { $0.isNumber || $0 == " " || $0 == "#" }
            .reversed()))
    else { return false }
    head = colon
    return true
  }

  private mutating func readMark() -> Bool {
    for mark in ActionStateWords.marks where bytes[head..<tail].starts(with: mark.bytes) {
      say(mark.state, at: head..<head + mark.bytes.count)
      head += mark.bytes.count
      skipVariationSelector()
      return true
    }
    return false
  }

  /// The invisible character that asks for an emoji's coloured form.
  private mutating func skipVariationSelector() {
    if bytes[head..<tail].starts(with: [0xEF, 0xB8, 0x8F]) { head += 3 }
  }

  /// `DONE:`, `Won't fix - …`, `**Done** …`: a state with a separator behind it, in capitals or in bold.
  private mutating func readStateWord() -> Bool {
    var end = head
    while end < tail, end - head <= 20,
      bytes[end].isLetter || bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "'")
        || bytes[end] >= 0x80 && !startsWithDash(at: end)
    {
      end += 1
    }
    if end < tail,
      bytes[end] == UInt8(ascii: ":") || startsWithDash(at: end)
        || bytes[end] == UInt8(ascii: "-") && end + 1 < tail && bytes[end + 1].isBlank,
      take(stateBefore: end)
    {
      return true
    }
    if end + 2 < tail, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isBlank, bytes[end + 2].isUpper,
      take(stateBefore: end)
    {
      head += 1
      return true
    }
    if let bold = words.bold.first(where: { $0.lowerBound == head }), bold.upperBound < tail,
      take(stateBefore: bold.upperBound)
    {
      return true
    }
    guard let blank = bytes[head..<tail].firstIndex(of: 0x20), bytes[head..<blank].allSatisfy(\.isUpper) else {
      return false
    }
    return take(stateBefore: blank)
  }

  private mutating func take(stateBefore end: Int) -> Bool {
    let range = ItemSegments.trimmed(bytes, head..<end)
    guard !range.isEmpty, let state = ActionStateWords.state(of: words.string(range)) else { return false }
    say(state, at: range)
    head = end
    return true
  }

  /// `[Hypha] …`, `[detect] …`, `(DONE) …`, `[#2226]: …` at the head.
  private mutating func readBracket() -> Bool {
    let isRound = bytes[head] == UInt8(ascii: "(")
    guard isRound || bytes[head] == UInt8(ascii: "[") else { return false }
    let closing = isRound ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard let end = bytes[head..<min(tail, head + 60)].firstIndex(of: closing), end + 1 < tail else { return false }
    let inner = ItemSegments.trimmed(bytes, head + 1..<end)
    guard !inner.isEmpty, readTag(inner, asOwner: !isRound) else { return false }
    head = end + 1
    return true
  }

  /// A ticket before the words: `#2127 …`, `EDGE-4112: …`, `[#294](…) …`.
  private mutating func readReference() -> Bool {
    if let link = words.links.first(where: { $0.range.lowerBound == head }), link.range.upperBound < tail,
      TicketReferences.isPointer(words.string(link.range)), TicketReferences.isTracker(link.destination)
    {
      if values.ticket == nil { values.ticket = Located(link.destination, at: words.span(link.range)) }
      head = link.range.upperBound
      return true
    }
    guard let range = TicketReferences.reference(in: bytes, at: head, to: tail) else { return false }
    let isAlone = range.upperBound == tail
    let hasColon = !isAlone && bytes[range.upperBound] == UInt8(ascii: ":")
    guard bytes[range].contains(UInt8(ascii: "#")) || isAlone || hasColon || leads(range) else { return false }
    if values.ticket == nil { values.ticket = ticket(words.string(range), range) }
    head = range.upperBound
    return true
  }

  /// Whether a key stands in front of an item's own words: `OPS-12 Add …`, `OPS-12 - add …`.
  private func leads(_ key: Range<Int>) -> Bool {
    var next = key.upperBound
    while next < tail, bytes[next].isBlank { next += 1 }
    guard next > key.upperBound, next + 1 < tail else { return false }
    return bytes[next].isUpper || startsWithDash(at: next) || startsWithVerb(at: next)
      || bytes[next] == UInt8(ascii: "-") && bytes[next + 1].isBlank
  }

  /// `@name: …`, `@name to …`, `@name …`.
  private mutating func readMention() -> Bool {
    guard bytes[head] == UInt8(ascii: "@") else { return false }
    var end = head + 1
    while end < tail, bytes[end].isWordByte || "-_./".utf8.contains(bytes[end]) { end += 1 }
    while end > head + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > head + 1, end < tail else { return false }
    if values.owner == nil {
      values.owner = Located(OwnerNames.value(words.string(head..<end)), at: words.span(head..<end))
    }
    head = end
    for filler in [" to ", " will ", " and "] where bytes[head..<tail].starts(with: filler.utf8) {
      head += filler.utf8.count - 1
    }
    return true
  }

  /// `Hypha + ICL: …`, `Platform team: …`, and `Paul to …`: several names, or one that says it is a team, before a
  /// colon. One bare word before a colon is more often a component than an owner, so it is left.
  private mutating func readOwnerPrefix() -> Bool {
    guard values.owner == nil, bytes[head].isUpper else { return false }
    let window = head..<min(tail, head + 60)
    if let colon = bytes[window].firstIndex(of: UInt8(ascii: ":")), colon + 1 < tail, bytes[colon + 1].isBlank {
      let text = words.string(head..<colon)
      let parts = OwnerNames.parts(of: text)
      let isTeam = ["team", "squad", "sre"].contains(text.lowercased().split(separator: " ").last ?? "")
      guard parts.count > 1 || isTeam, OwnerNames.areNames(text), !parts.contains(where: isProduct) else {
        return false
      }
      return take(ownerBefore: colon)
    }
    guard let end = bytes[window].firstIndex(of: 0x20) else { return false }
    let rest = bytes[end..<tail]
    for filler in [" to ", " will "] where rest.starts(with: filler.utf8) {
      let name = words.string(head..<end)
      guard OwnerNames.areNames(name), !isProduct(name), startsWithVerb(at: end + filler.utf8.count) else {
        return false
      }
      let isTaken = take(ownerBefore: end)
      head += filler.utf8.count - 1
      return isTaken
    }
    return false
  }

  private func isProduct(_ name: String) -> Bool { OwnerNames.looksLikeProduct(name) }

  private mutating func take(ownerBefore end: Int) -> Bool {
    values.owner = Located(OwnerNames.value(words.string(head..<end)), at: words.span(head..<end))
    head = end
    return true
  }

  /// Whether the word at a place is a verb with which promises begin.
  func startsWithVerb(at start: Int) -> Bool {
    var end = start
    while end < tail, bytes[end].isLetter || "'-".utf8.contains(bytes[end]) { end += 1 }
    guard end > start else { return false }
    return ActionVocabulary.verbs.contains(words.string(start..<end).lowercased())
  }
}
