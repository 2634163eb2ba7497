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
        readMark(endingAt: end) || readGroup(endingAt: end) || readLabels(endingAt: end) || readState(endingAt: end)
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
      for word in [" see", " See", " related to", " Related to", " cf", " in", " via"] where ends(with: word) {
        tail -= word.utf8.count
      }
    }
  }

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

  private mutating func readGroup(endingAt end: Int) -> Bool {
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

  /// What stands alone in brackets: a state, a type, tickets, a day, an owner.
  mutating func readTag(_ inner: Range<Int>, asOwner isSquare: Bool) -> Bool {
    let text = words.string(inner)
    if inner.count <= 120, isStatePhrase(text) {
      readState(text, inner)
      return true
    }
    if let type = ActionTypeWords.type(of: text) {
      values.type = type
      return true
    }
    if isTicketsOnly(inner) {
      if values.ticket == nil { values.ticket = firstTicket(in: inner) }
      return true
    }
    if text.lowercased() == "link to github issue" { return true }
    for filler in ["by ", "due ", "Due ", "due by "] where text.hasPrefix(filler) {
      guard let found = DueDates.first(in: bytes[inner]), found.range.upperBound == inner.count else { continue }
      values.due = Located(found.day, at: words.span(shifted(found.range, by: inner.lowerBound)))
      return true
    }
    return readOwnerTag(inner, text, isSquare: isSquare)
  }

  private mutating func readOwnerTag(_ inner: Range<Int>, _ text: String, isSquare: Bool) -> Bool {
    guard values.owner == nil else { return false }
    var name = inner
    if isSquare, let filler = text.firstRange(of: " to ") {
      name = inner.lowerBound..<inner.lowerBound + text[..<filler.lowerBound].utf8.count
    }
    let value = words.string(name)
    guard OwnerNames.areNames(value) else { return false }
    let isMention = value.hasPrefix("@")
    let isAcronym = value == value.uppercased()
    guard isMention || isSquare || !isAcronym && !OwnerNames.looksLikeProduct(value) else { return false }
    values.owner = Located(OwnerNames.value(value), at: words.span(name))
    return true
  }

  /// Whether a whole phrase says a state: `Done`, `done as of …`, `DONE in [PR]`, `won't fix: …`, not `new York only`.
  private func isStatePhrase(_ text: String) -> Bool {
    guard let found = ActionStateWords.leadingState(of: text) else { return false }
    let word = text.dropLast(found.remainder.count).lowercased()
    if ["x", "no", "yes", "new", "a"].contains(word) { return false }
    let remainder = found.remainder.drop { " ,".contains($0) }
    guard let first = remainder.first else { return true }
    if ["open", "complete", "accepted", "assigned", "replaced", "verified", "planned", "started"].contains(word) {
      return first.isNumber
    }
    if first.isNumber || ":–—-;#!.".contains(first) || word.hasSuffix(" by") || word.hasSuffix(" of") { return true }
    let next = remainder.prefix { $0.isLetter }.lowercased()
    return [
      "in", "as", "on", "by", "at", "during", "via", "since", "already", "now", "pr", "jan", "feb",
      "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].contains(next)
  }

  private func isTicketsOnly(_ range: Range<Int>) -> Bool {
    if TicketReferences.reference(in: bytes, at: range.lowerBound, to: range.upperBound) == range { return true }
    var leftover: [UInt8] = []
    var index = range.lowerBound
    var found = false
    let inside = words.links.filter { $0.range.overlaps(range) }
    for link in inside {
      guard TicketReferences.isTracker(link.destination), link.range.lowerBound >= index else { return false }
      found = true
      let name = words.string(link.range)
      guard name.hasPrefix("http") || TicketReferences.isPointer(name) else { return false }
      leftover += bytes[index..<link.range.lowerBound] + [0x20]
      index = min(link.range.upperBound, range.upperBound)
    }
    leftover += bytes[index..<range.upperBound]
    let text = String(decoding: leftover, as: UTF8.self)
    guard text.utf8.contains(where: { $0.isWordByte }) else { return found }
    return TicketReferences.isPointer(text) && (found || firstTicket(in: range) != nil)
  }

  private func firstTicket(in range: Range<Int>) -> Located<String>? {
    if let link = words.links.first(where: { $0.range.overlaps(range) }) {
      return Located(link.destination, at: words.span(link.range))
    }
    for index in range {
      if let reference = TicketReferences.reference(in: bytes, at: index, to: range.upperBound) {
        return words.located(reference)
      }
    }
    return nil
  }

  func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }
}

extension ItemReading {
  /// `… Owner: @edge, due: 2019-08-01` without brackets, behind the end of a sentence or a separator.
  private mutating func readLabels(endingAt end: Int) -> Bool {
    var index = max(head, end - 200)
    while index < end {
      defer { index += 1 }
      guard isBehindSeparator(index), !bytes[index].isBlank else { continue }
      let segments = ItemSegments.split(bytes, index..<end)
      guard segments.first?.range.lowerBound == index, segments.allSatisfy({ isShortLabel($0) }) else { continue }
      for segment in segments {
        if let key = segment.key { apply(key, segment.value) }
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
    case .owner, .due, .state, .ticket, .done: !segment.value.isEmpty && segment.value.count <= 120
    default: false
    }
  }

  /// `… DONE in PR #12`, `… - in progress`, `… _done in grafana_`.
  private mutating func readState(endingAt end: Int) -> Bool {
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
      guard isLoud || isBehindDash(index) else { continue }
      let text = words.string(index..<end)
      guard isStatePhrase(text), !isLoud || isLoudWord(at: index, end) else { continue }
      readState(text, index..<end)
      tail = index
      return true
    }
    return false
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

  private mutating func readLink(endingAt end: Int) -> Bool {
    guard let link = words.links.last(where: { $0.range.upperBound == end && $0.range.lowerBound >= head }),
      TicketReferences.isTracker(link.destination)
    else { return false }
    let name = words.string(link.range)
    guard name.hasPrefix("http") || TicketReferences.isPointer(name) else { return false }
    if values.ticket == nil { values.ticket = Located(link.destination, at: words.span(link.range)) }
    tail = link.range.lowerBound
    return true
  }

  private mutating func readReference(endingAt end: Int) -> Bool {
    var start = end
    while start > head, !bytes[start - 1].isBlank { start -= 1 }
    guard let range = TicketReferences.reference(in: bytes, at: start, to: end), range.upperBound == end,
      bytes[range].contains(UInt8(ascii: "#")) || start == head
    else { return false }
    if values.ticket == nil { values.ticket = ticket(words.string(range), range) }
    tail = start
    return true
  }

  /// `… @edge`, but not `… as proposed by @edge`.
  private mutating func readMention(endingAt end: Int) -> Bool {
    var start = end
    while start > head, !bytes[start - 1].isBlank { start -= 1 }
    guard bytes[start] == UInt8(ascii: "@"), end - start > 1, start > head else { return false }
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
