import Diagnostics

extension ItemReading {
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
      guard let found = DueDates.first(in: bytes[inner], order: dateOrder), found.range.upperBound == inner.count else {
        continue
      }
      values.due = Located(found.day, at: words.span(shifted(found.range, by: inner.lowerBound)))
      return true
    }
    let isPerson = convention.atTail || convention.people.contains(text)
    if isPerson, !isSquare, values.owner == nil, OwnerConvention.isHandle(text) {
      values.owner = Located(text, at: words.span(inner))
      return true
    }
    return readLoneDay(inner) || readOwnerTag(inner, text, isSquare: isSquare) || readBareList(inner)
  }

  /// `(in progress, @pat)`, `(Jane, by 2024-05-01)`: several values, of which each is recognised and one is no bare name.
  private mutating func readBareList(_ inner: Range<Int>) -> Bool {
    guard inner.count <= 160 else { return false }
    let parts = joinedDays(
      bytes[inner].split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        .map { ItemSegments.trimmed(bytes, $0.indices) })
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    var copy = self
    var names = 0
    for part in parts {
      if copy.readBareDay(part) || copy.readDayBehindWord(part) || isUnclearDay(part) { continue }
      if copy.values.owner == nil, OwnerNames.areNames(words.string(part)) || isLogin(part) || isTeam(part) {
        copy.values.owner = Located(OwnerNames.value(words.string(part)), at: words.span(part))
        names += 1
        continue
      }
      if copy.readTag(part, asOwner: false) { continue }
      guard copy.values.owner == nil, OwnerNames.areNames(words.string(part)) else { return false }
      copy.values.owner = Located(OwnerNames.value(words.string(part)), at: words.span(part))
      names += 1
    }
    guard names < parts.count else { return false }
    self = copy
    return true
  }

  /// `… (July 31, 2023)`: when an item is due, or was done where it says that it is.
  private mutating func readLoneDay(_ inner: Range<Int>) -> Bool {
    guard let found = DueDates.first(in: bytes[inner], order: dateOrder), found.range == 0..<inner.count,
      inner.count >= 6
    else {
      return false
    }
    if values.state == .done {
      if values.done == nil { values.done = Located(found.day, at: words.span(inner)) }
    } else if values.due == nil {
      values.due = Located(found.day, at: words.span(inner))
    }
    return true
  }

  /// The comma of `Feb 20, 2024` parts nothing.
  private func joinedDays(_ parts: [Range<Int>]) -> [Range<Int>] {
    parts.reduce(into: []) { joined, part in
      let isYear = part.count == 4 && bytes[part].allSatisfy(\.isDigit)
      if isYear, let last = joined.last, bytes[last].contains(where: \.isDigit) {
        joined[joined.count - 1] = last.lowerBound..<part.upperBound
      } else {
        joined.append(part)
      }
    }
  }

  /// `01-02-2021`, `2019-Q1`: a time that names no one and no certain day.
  private func isUnclearDay(_ range: Range<Int>) -> Bool {
    range.count >= 6 && bytes[range].allSatisfy { $0.isDigit || "-/.qQ".utf8.contains($0) }
      && bytes[range].contains(where: \.isDigit)
  }

  /// One word in small letters that is no state, type or kind of work.
  private func isLogin(_ range: Range<Int>) -> Bool {
    let text = words.string(range)
    return OwnerConvention.isHandle(text, isKnownOwner: true) && !isStatePhrase(text)
  }

  /// Two or three words with capitals, the first no verb: `Systems Group`.
  private func isTeam(_ range: Range<Int>) -> Bool {
    let parts = words.string(range).split(separator: " ")
    let areNames = parts.allSatisfy { part in
      part.utf8.first?.isUpper == true && part.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") }
    }
    return (2...3).contains(parts.count) && areNames
      && !ActionVocabulary.verbs.contains(parts[0].lowercased())
  }

  private static let dayLeads = [
    "due by ", "due on ", "due ", "by ", "until ", "bis zum ", "bis ", "fällig am ", "avant le ", "pour le ",
    "antes del ",
    "hasta el ", "entro il ", "vóór ", "voor ", "até ",
  ]

  /// `due 12/15/2019`; true for `due 1/10/2020` too, where nobody knows which is the month.
  private mutating func readDayBehindWord(_ range: Range<Int>) -> Bool {
    let text = words.string(range).lowercased()
    guard let lead = Self.dayLeads.first(where: { text.hasPrefix($0) }),
      text.utf8.contains(where: { $0.isDigit }), text.utf8.count <= 28
    else { return false }
    let day = range.lowerBound + lead.utf8.count..<range.upperBound
    if values.due == nil, let found = DueDates.first(in: bytes[day], order: dateOrder) {
      values.due = Located(found.day, at: words.span(day))
    }
    return true
  }

  /// A day with nothing beside it.
  private mutating func readBareDay(_ range: Range<Int>) -> Bool {
    guard values.due == nil, let found = DueDates.first(in: bytes[range], order: dateOrder),
      found.range == 0..<range.count
    else {
      return false
    }
    values.due = Located(found.day, at: words.span(range))
    return true
  }

  private mutating func readOwnerTag(_ inner: Range<Int>, _ text: String, isSquare: Bool) -> Bool {
    guard values.owner == nil else { return false }
    var name = inner
    for filler in ["assigned to ", "owned by ", "owner ", "assignee "] where text.hasPrefix(filler) {
      name = inner.lowerBound + filler.utf8.count..<inner.upperBound
    }
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
  func isStatePhrase(_ text: String) -> Bool {
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
