/// A reading position in UTF-8 text: every reader either takes what it names and moves on, or leaves it where it is.
struct ByteCursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.index = max(start, 0)
    self.end = min(max(end ?? bytes.count, 0), bytes.count)
  }

  init(_ text: some StringProtocol) {
    self.init(Array(text.utf8))
  }

  var isAtEnd: Bool { index >= end }

  /// The byte some places ahead, 0 outside the text.
  func peek(_ ahead: Int = 0) -> UInt8 {
    let place = index + ahead
    return place >= 0 && place < end ? bytes[place] : 0
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard !isAtEnd, UInt32(peek()) == byte.value else { return false }
    index += 1
    return true
  }

  /// Runs a reader and goes back to where it began if it finds nothing.
  mutating func attempt<Value>(_ read: (inout ByteCursor) -> Value?) -> Value? {
    let start = index
    if let value = read(&self) { return value }
    index = start
    return nil
  }

  /// The length of a blank or a mark of emphasis at a place ahead: space, tab, no-break and thin spaces, `*`, `_`, `` ` ``.
  func gapLength(_ ahead: Int = 0) -> Int {
    switch peek(ahead) {
    case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"): return 1
    case 0xC2: return peek(ahead + 1) == 0xA0 ? 2 : 0
    case 0xE2:
      let isSpace = peek(ahead + 1) == 0x80 && ((0x80...0x8B).contains(peek(ahead + 2)) || peek(ahead + 2) == 0xAF)
      return isSpace || peek(ahead + 1) == 0x81 && peek(ahead + 2) == 0xA0 ? 3 : 0
    case 0xE3: return peek(ahead + 1) == 0x80 && peek(ahead + 2) == 0x80 ? 3 : 0
    case 0xEF: return peek(ahead + 1) == 0xBB && peek(ahead + 2) == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The number of gap bytes skipped.
  @discardableResult
  mutating func skipGap() -> Int {
    let start = index
    while true {
      let length = gapLength()
      if length == 0 { return index - start }
      index += length
    }
  }

  /// The length of a hyphen, dash or minus sign ahead.
  func dashLength() -> Int {
    if peek() == UInt8(ascii: "-") { return 1 }
    guard peek() == 0xE2 else { return 0 }
    let isDash = peek(1) == 0x80 && (0x90...0x95).contains(peek(2))
    return isDash || peek(1) == 0x88 && peek(2) == 0x92 ? 3 : 0
  }

  mutating func takeDash() -> Bool {
    let length = dashLength()
    index += length
    return length > 0
  }

  var digitCount: Int {
    var count = 0
    while peek(count).isASCIIDigit { count += 1 }
    return count
  }

  /// All digits ahead as one number, if there are as many of them as asked for.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let count = digitCount
    guard digits.contains(count), count <= 9 else { return nil }
    var value = 0
    for _ in 0..<count {
      value = value * 10 + Int(peek() - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }

  /// The letters ahead, in lower case; empty where there is none.
  func word(_ ahead: Int = 0) -> String {
    var length = 0
    while length < 24, peek(ahead + length).isASCIILetter { length += 1 }
    return String(unsafeUninitializedCapacity: length) { buffer in
      for offset in 0..<length { buffer[offset] = peek(ahead + offset) | 0x20 }
      return length
    }
  }

  /// Takes a whole word, given in lower case.
  mutating func takeWord(_ wanted: String) -> Bool {
    guard word() == wanted else { return false }
    index += wanted.utf8.count
    return true
  }

  /// `+02:00`, `-0700`, `+1` in seconds; nil for more than 14 hours.
  mutating func signedOffset() -> Int? {
    attempt { cursor in
      let isEast = cursor.take("+")
      guard isEast || cursor.takeDash() else { return nil }
      var hours = 0
      var minutes = 0
      if cursor.digitCount == 4, let digits = cursor.number(digits: 4...4) {
        (hours, minutes) = (digits / 100, digits % 100)
      } else {
        guard let read = cursor.number(digits: 1...2) else { return nil }
        hours = read
        if cursor.peek() == UInt8(ascii: ":"), cursor.peek(1).isASCIIDigit {
          cursor.index += 1
          guard let read = cursor.number(digits: 2...2) else { return nil }
          minutes = read
        }
      }
      guard hours <= 14, minutes < 60 else { return nil }
      return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
  }
}
