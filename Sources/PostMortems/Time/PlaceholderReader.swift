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

  fileprivate struct PlaceholderWord {
    var isImpossible = false
    var isDateLike = false
  }

  private mutating func placeholderWord() -> PlaceholderWord? {
    var shape = PlaceholderShape()
    let start = index
    while !isAtEnd, index - start < 24, shape.take(peek(), isLast: gapLength(1) > 0 || index + 1 >= end) { index += 1 }
    guard index > start, !peek().isASCIILetter else { return nil }
    return shape.judged
  }
}

/// What stands in front of a row, counted by kind.
private struct PlaceholderShape {
  private var digits = 0
  private var unknowns = 0
  private var colons = 0
  private var slashes = 0
  private var dashes = 0
  private var letters: [UInt8] = []

  /// Counts a byte that a time or its template may hold; false for any other, and for a colon that ends the word.
  mutating func take(_ byte: UInt8, isLast: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: "?"): unknowns += 1
    case UInt8(ascii: "-"): dashes += 1
    case UInt8(ascii: ":") where !isLast: colons += 1
    case UInt8(ascii: "/") where !isLast: slashes += 1
    default:
      guard "xXhHmMsSyYdDT".utf8.contains(byte) else { return false }
      letters.append(byte | 0x20)
    }
    return true
  }

  var judged: ByteCursor.PlaceholderWord? {
    let marks = colons + slashes + dashes
    if letters.isEmpty, unknowns == 0 {
      if digits == 0 { return colons > 0 && dashes >= 2 ? ByteCursor.PlaceholderWord(isImpossible: true) : nil }
      // Digits and marks alone: the caller has tried to read a time and failed.
      let isImpossible = marks == 2 && digits >= 5 || colons == 1 && marks == 1 && digits == 4
      return isImpossible || colons > 0 ? .init(isImpossible: isImpossible, isDateLike: isImpossible) : nil
    }
    let isUnknown = unknowns >= 2 && marks > 0 || unknowns >= 3
    let isCrossed = colons > 0 && !letters.isEmpty && letters.allSatisfy { $0 == UInt8(ascii: "x") }
    let isTemplate =
      letters.count >= 4 && letters.contains(UInt8(ascii: "m")) && digits % 2 == 0
      && (colons + slashes > 0 && letters.count % 2 == 0 || dashes == 2)
    return isUnknown || isCrossed || isTemplate ? .init(isImpossible: true, isDateLike: dashes + slashes > 0) : nil
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
