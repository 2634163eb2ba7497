/// Readers of what is no time but stands where one should.
extension ByteCursor {
  /// Where `2022-05-?? HH:mm`, `2X:XX`, `???`, `--:--`, `20202-01-16 12:00` or `11/03/202` ends; nil for other words.
  func placeholder() -> Int? {
    var copy = self
    guard let first = copy.placeholderWord() else { return nil }
    var isPlaceholder = first.isImpossible
    var end = copy.index
    if copy.skipGap() > 0, let second = copy.placeholderWord() {
      isPlaceholder = isPlaceholder || second.isImpossible && first.isDateLike
      if isPlaceholder { end = copy.index }
    }
    return isPlaceholder ? end : nil
  }

  private struct PlaceholderWord {
    var isImpossible = false
    var isDateLike = false
  }

  private mutating func placeholderWord() -> PlaceholderWord? {
    var digits = 0
    var unknowns = 0
    var separators = 0
    var dashes = 0
    var letters: [UInt8] = []
    let start = index
    while !isAtEnd, index - start < 24 {
      let byte = peek()
      if byte.isASCIIDigit {
        digits += 1
      } else if byte == UInt8(ascii: "?") {
        unknowns += 1
      } else if byte == UInt8(ascii: "-") {
        dashes += 1
      } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") {
        guard !isEndOfWord(1) else { break }
        separators += 1
      } else if "xXhHmMsSyYdDT".utf8.contains(byte) {
        letters.append(byte | 0x20)
      } else {
        break
      }
      index += 1
    }
    guard index > start, !peek().isASCIILetter else { return nil }
    return Self.judge(digits: digits, unknowns: unknowns, separators: separators, dashes: dashes, letters: letters)
  }

  private func isEndOfWord(_ ahead: Int) -> Bool {
    gapLength(ahead) > 0 || index + ahead >= end
  }

  private static func judge(digits: Int, unknowns: Int, separators: Int, dashes: Int, letters: [UInt8])
    -> PlaceholderWord?
  {
    let marks = separators + dashes
    if letters.isEmpty, unknowns == 0 {
      if digits == 0 { return separators > 0 && dashes >= 2 ? PlaceholderWord(isImpossible: true) : nil }
      // Digits and marks alone: the caller has tried to read a time and failed.
      let isDate = marks == 2 && digits >= 5 || separators == 1 && dashes == 0 && digits == 4
      return isDate || separators > 0 ? PlaceholderWord(isImpossible: isDate, isDateLike: isDate) : nil
    }
    let isUnknown = unknowns >= 2 && (marks > 0 || digits > 0) || unknowns >= 3
    let isCrossed =
      letters.contains(UInt8(ascii: "x")) && separators > 0 && letters.allSatisfy { $0 == UInt8(ascii: "x") }
    let isTemplate = separators > 0 && letters.count >= 4 && letters.count % 2 == 0 && digits % 2 == 0
    let isDateTemplate = dashes == 2 && letters.count >= 4
    guard isUnknown || isCrossed || isTemplate || isDateTemplate else { return nil }
    return PlaceholderWord(isImpossible: true, isDateLike: dashes > 0)
  }
}

extension ByteCursor {
  /// Whether the head of a row may end here: at the end, or in front of punctuation that parts it from its words.
  func endsHead() -> Bool {
    var copy = self
    copy.skipGap()
    if copy.isAtEnd { return true }
    return ":-,;|)]}".utf8.contains(copy.peek()) || copy.dashLength() > 0
  }

  /// `→`, `=>`, `->`.
  mutating func takeArrow() -> Bool {
    attempt { cursor in
      if cursor.peek() == 0xE2, cursor.peek(1) == 0x86, cursor.peek(2) == 0x92 {
        cursor.index += 3
        return true
      }
      guard cursor.peek(1) == UInt8(ascii: ">"), "-=".utf8.contains(cursor.peek()) else { return nil }
      cursor.index += 2
      return true
    } ?? false
  }
}
