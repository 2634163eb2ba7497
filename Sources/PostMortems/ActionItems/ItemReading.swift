import Diagnostics

/// One item while it is being read: its words, of which known parts are taken off both ends, and what they said.
struct ItemReading {
  let words: ItemWords
  /// What is left of the words.
  var head: Int
  var tail: Int
  /// Segments of a trailer that nobody knows, kept at the end of the text.
  var suffix = ""
  var values = ItemValues()
  var findings: [Finding] = []
  /// Whether the ticket was the last of several at the tail, of which the first counts.
  var hasTailTicket = false
  /// How the items of the same list name their owners.
  var convention = OwnerConvention.none
  /// Which of a date's numbers is the month, as the document's other dates tell.
  var dateOrder: DateOrder?

  init(_ words: ItemWords) {
    self.words = words
    head = 0
    tail = words.bytes.count
    trim()
  }

  var bytes: [UInt8] { words.bytes }
  var isEmpty: Bool { head >= tail }

  /// Takes everything known off both ends.
  mutating func read() {
    dropBullet()
    readHead()
    readTail()
    readHead()
    if values.state == nil || values.state == .open, isStruck { values.state = .declined }
    if values.ticket == nil { values.ticket = anyTicket() }
  }

  /// Whether the words are struck through, the reason behind them aside.
  private var isStruck: Bool {
    guard let first = words.struck.first, first.lowerBound <= head + 2 else { return false }
    let struck = words.struck.reduce(0) { $0 + $1.count }
    return struck * 10 >= (tail - head) * 4 && struck >= 8 || words.covers(words.struck, 0..<words.bytes.count)
  }

  /// What is left, one line; the whole where everything was taken, as in an item that is only a link.
  var text: String {
    let left = Self.oneLine(bytes[head..<max(head, tail)])
    if left.utf8.contains(where: { $0.isWordByte }) {
      let left = left.last == ":" ? String(left.dropLast()) : left
      return suffix.isEmpty ? left : "\(left) \(suffix)"
    }
    if let ticket = values.ticket { return ticket.value }
    return Self.oneLine(bytes[...])
  }

  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    var line: [UInt8] = []
    for byte in bytes {
      if !byte.isBlank { line.append(byte) } else if let last = line.last, last != 0x20 { line.append(0x20) }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  mutating func trim() {
    while head < tail, bytes[head].isBlank || isDoubledBrace(at: head, UInt8(ascii: "{")) { head += 1 }
    while tail > head, bytes[tail - 1].isBlank || isDoubledBrace(at: tail - 1, UInt8(ascii: "}")) { tail -= 1 }
  }

  /// Half of a template's `{{ … }}` in which an author wrote instead of replacing it.
  private func isDoubledBrace(at index: Int, _ brace: UInt8) -> Bool {
    guard bytes[index] == brace else { return false }
    return index + 1 < bytes.count && bytes[index + 1] == brace || index > 0 && bytes[index - 1] == brace
  }

  /// A tracker's address or a numbered reference anywhere in the words.
  private func anyTicket() -> Located<String>? {
    if let link = words.links.first(where: { TicketReferences.isTracker($0.destination) }) {
      return Located(link.destination, at: words.span(link.range))
    }
    var index = 0
    while let hash = bytes[index...].firstIndex(of: UInt8(ascii: "#")) {
      var start = hash
      while start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit || "-_./".utf8.contains(bytes[start - 1]) {
        start -= 1
      }
      for place in start == hash ? [hash] : [start, hash] {
        if let range = TicketReferences.reference(in: bytes, at: place, to: bytes.count) { return words.located(range) }
      }
      index = hash + 1
    }
    return nil
  }
}

/// What an item says of itself beside its words.
struct ItemValues {
  var state: ActionItem.State?
  var owner: Located<String>?
  var due: Located<Day>?
  var done: Located<Day>?
  var ticket: Located<String>?
  var type: ActionType?
  var strength: Strength?
  var addresses: [Located<String>] = []
  var doneWhen: String?
  var reason: String?
  var alternativeTo: String?

  /// Takes over what another place says where this one is silent.
  mutating func complete(with other: ItemValues) {
    state = state ?? other.state
    owner = owner ?? other.owner
    due = due ?? other.due
    done = done ?? other.done
    ticket = ticket ?? other.ticket
    type = type ?? other.type
    strength = strength ?? other.strength
    if addresses.isEmpty { addresses = other.addresses }
    doneWhen = doneWhen ?? other.doneWhen
    reason = reason ?? other.reason
    alternativeTo = alternativeTo ?? other.alternativeTo
  }

  func item(text: String, span: SourceSpan, content: Range<Int>) -> ActionItem {
    var item = ActionItem(text: text, state: state ?? (done == nil ? .unknown : .done), span: span, content: content)
    item.owner = owner
    item.due = due
    item.done = done
    item.ticket = ticket
    item.type = type
    item.strength = strength
    item.addresses = addresses
    item.doneWhen = doneWhen
    item.reason = reason
    item.alternativeTo = alternativeTo
    return item
  }
}
