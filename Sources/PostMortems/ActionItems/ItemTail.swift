import Diagnostics

extension ItemReading {
  /// Takes trailers, tags, marks, states, tickets, owners and days off the tail until none is left there.
  mutating func readTail() {
    var before = -1
    var tookAny = false
    while before != tail, !isEmpty {
      before = tail
      trim()
      let end = endBeforePunctuation()
      guard end > head else { break }
      let took =
        readMark(endingAt: end) || readGroup(endingAt: end) || readState(endingAt: end) || readLabels(endingAt: end)
        || readLink(endingAt: end) || readReference(endingAt: end) || readMention(endingAt: end)
        || readDay(endingAt: end)
      guard took else { break }
      tookAny = true
      dropDangling()
    }
    if tookAny { dropDangling() }
  }

  private func endBeforePunctuation() -> Int {
    var end = tail
    while end > head, ".,;:!".utf8.contains(bytes[end - 1]) || bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Separators and pointing words that lead nowhere once their target is gone.
  private mutating func dropDangling() {
    trim()
    var before = -1
    while before != tail, !isEmpty {
      before = tail
      while tail > head, ",;:|-*_".utf8.contains(bytes[tail - 1]) || bytes[tail - 1].isBlank { tail -= 1 }
      if tail - head > 3, bytes[tail - 3] == 0xE2, bytes[tail - 2] == 0x80, (0x93...0x94).contains(bytes[tail - 1]) {
        tail -= 3
      }
      for word in Self.pointers where ends(with: word) {
        tail -= word.utf8.count
      }
    }
  }

  private static let pointers = [
    " tracked in", " tracked by", " tracked as", " tracked at", " Tracked in", " see", " See", " related to",
    " Related to", " cf", " in", " via",
  ]

  private func ends(with word: String) -> Bool {
    let count = word.utf8.count
    return tail - head > count && bytes[tail - count..<tail].elementsEqual(word.utf8)
  }

  private mutating func readMark(endingAt end: Int) -> Bool {
    var end = end
    if end - head > 3, bytes[end - 3..<end].elementsEqual([0xEF, 0xB8, 0x8F]) { end -= 3 }
    for mark in ActionStateWords.marks {
      let start = end - mark.bytes.count
      guard start >= head, bytes[start..<end].elementsEqual(mark.bytes) else { continue }
      say(mark.state, at: start..<end)
      tail = start
      return true
    }
    return false
  }

  // MARK: - Brackets

  mutating func readGroup(endingAt end: Int) -> Bool {
    let close = bytes[end - 1]
    let open: UInt8
    switch close {
    case UInt8(ascii: ")"): open = UInt8(ascii: "(")
    case UInt8(ascii: "]"): open = UInt8(ascii: "[")
    default: return false
    }
    guard let start = opening(open, of: close, endingAt: end) else { return false }
    let inner = ItemSegments.trimmed(bytes, start + 1..<end - 1)
    guard !inner.isEmpty else { return false }
    if readTrailer(inner, open: open, close: close) || readTag(inner, asOwner: open == UInt8(ascii: "[")) {
      tail = start
      return true
    }
    return false
  }

  private func opening(_ open: UInt8, of close: UInt8, endingAt end: Int) -> Int? {
    var depth = 0
    var index = end - 1
    while index >= head {
      if bytes[index] == close { depth += 1 }
      if bytes[index] == open {
        depth -= 1
        if depth == 0 { return index }
      }
      index -= 1
    }
    return nil
  }
}

extension ItemReading {
  /// `… DONE in PR #12`, `… - in progress`, `… _done in grafana_`.
  mutating func readState(endingAt end: Int) -> Bool {
    let marked = (words.bold + words.italic).filter { $0.upperBound <= end && $0.upperBound >= end - 2 }
    for range in marked where range.lowerBound > head && range.count <= 80 {
      let text = words.string(range.lowerBound..<end)
      guard isStatePhrase(text) else { continue }
      readState(text, range.lowerBound..<end)
      tail = range.lowerBound
      return true
    }
    var index = end - 1
    while index > head, end - index <= 90 {
      defer { index -= 1 }
      guard bytes[index - 1].isBlank, bytes[index].isLetter else { continue }
      let isLoud = bytes[index].isUpper && index + 1 < end && bytes[index + 1].isUpper
      guard isLoud || isBehindDash(index) || isBehindMark(index) else { continue }
      guard isStatePhrase(words.string(index..<end)),
        !isLoud || isLoudWord(at: index, end) || isBehindDash(index)
      else { continue }
      let start = startOfResolution(index)
      readState(words.string(start..<end), start..<end)
      tail = start
      return true
    }
    return false
  }

  /// Where `RESOLVED` stands in front of `WONTFIX`, else the place itself.
  private func startOfResolution(_ index: Int) -> Int {
    let word = wordBefore(index)
    guard ["resolved", "closed", "verified"].contains(word) else { return index }
    var end = index
    while end > head, bytes[end - 1].isBlank { end -= 1 }
    return end - word.utf8.count > head ? end - word.utf8.count : index
  }

  private func isLoudWord(at start: Int, _ end: Int) -> Bool {
    let word = bytes[start..<end].prefix { $0.isLetter }
    return word.count > 2 && word.allSatisfy(\.isUpper)
  }

  private func isBehindDash(_ index: Int) -> Bool {
    guard index >= head + 3 else { return false }
    if bytes[index - 2] == UInt8(ascii: "-"), bytes[index - 3].isBlank { return true }
    return index >= head + 5 && bytes[index - 4] == 0xE2 && bytes[index - 3] == 0x80
      && (0x93...0x94).contains(bytes[index - 2])
  }

  /// `… ❌ not started`: the words say what the mark means.
  private func isBehindMark(_ index: Int) -> Bool {
    ActionStateWords.marks.contains { mark in
      let start = index - 1 - mark.bytes.count
      return start >= head && bytes[start..<index - 1].elementsEqual(mark.bytes)
    }
  }

  private mutating func readLink(endingAt end: Int) -> Bool {
    guard let link = words.links.last(where: { $0.range.upperBound == end && $0.range.lowerBound >= head }),
      TicketReferences.isTracker(link.destination)
    else { return false }
    let name = words.string(link.range)
    guard name.hasPrefix("http") || TicketReferences.isPointer(name) else { return false }
    takeTailTicket(Located(link.destination, at: words.span(link.range)))
    tail = link.range.lowerBound
    return true
  }

  private mutating func readReference(endingAt end: Int) -> Bool {
    var start = end
    while start > head, !bytes[start - 1].isBlank { start -= 1 }
    guard let range = TicketReferences.reference(in: bytes, at: start, to: end), range.upperBound == end,
      bytes[range].contains(UInt8(ascii: "#")) || start == head || isPointedAt(start)
    else { return false }
    takeTailTicket(ticket(words.string(range), range))
    tail = start
    return true
  }

  /// Whether a key stands behind a separator or a word that leads to a ticket, and is no part of the sentence.
  private func isPointedAt(_ start: Int) -> Bool {
    if isBehindDash(start) { return true }
    var end = start
    while end > head, bytes[end - 1].isBlank { end -= 1 }
    guard end > head else { return false }
    if ",;:|.!?)]>".utf8.contains(bytes[end - 1]) { return true }
    var word = end
    while word > head, bytes[word - 1].isLetter { word -= 1 }
    let before = words.string(word..<end).lowercased()
    return ["see", "ticket", "jira", "tracked", "as", "via", "issue", "bug", "cf", "in"].contains(before)
      && (before != "in" || ["tracked", "done", "fixed"].contains(wordBefore(word)))
  }

  private func wordBefore(_ place: Int) -> String {
    var end = place
    while end > head, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > head, bytes[start - 1].isLetter { start -= 1 }
    return words.string(start..<end).lowercased()
  }

  private mutating func takeTailTicket(_ ticket: Located<String>?) {
    guard values.ticket == nil || hasTailTicket else { return }
    values.ticket = ticket
    hasTailTicket = true
  }

  /// `… @edge`, but not `… as proposed by @edge`.
  private mutating func readMention(endingAt end: Int) -> Bool {
    var start = end
    while start > head, !bytes[start - 1].isBlank { start -= 1 }
    guard bytes[start] == UInt8(ascii: "@"), end - start > 1, start > head,
      bytes[start + 1..<end].allSatisfy({ $0.isWordByte || "-_./".utf8.contains($0) })
    else { return false }
    var word = start - 1
    while word > head, bytes[word].isBlank { word -= 1 }
    let wordEnd = word + 1
    while word > head, bytes[word - 1].isLetter { word -= 1 }
    let before = words.string(word..<wordEnd).lowercased()
    guard !["by", "from", "cc", "with", "to", "for", "thanks", "via", "and", "at"].contains(before) else {
      return false
    }
    if values.owner == nil {
      values.owner = Located(OwnerNames.value(words.string(start..<end)), at: words.span(start..<end))
    }
    tail = start
    return true
  }

  /// `… by Jul 16, 2023`, `… due 2023-07-16`.
  private mutating func readDay(endingAt end: Int) -> Bool {
    guard values.due == nil, bytes[end - 1].isDigit else { return false }
    var index = end - 1
    while index > head, end - index <= 40 {
      defer { index -= 1 }
      guard bytes[index].isBlank || index == head else { continue }
      for word in [" by ", " due ", " until ", " before ", " due by ", " due on "] {
        guard bytes[index..<end].starts(with: word.utf8) else { continue }
        let start = index + word.utf8.count
        guard let found = DueDates.first(in: bytes[start..<end]), found.range == 0..<end - start else { continue }
        values.due = Located(found.day, at: words.span(start..<end))
        tail = index
        return true
      }
    }
    return false
  }
}
