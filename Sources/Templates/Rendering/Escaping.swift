/// The five characters that HTML gives a meaning, as bits at their ASCII codes.
private let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

extension ByteSink {
  /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` as character references, safe in content and in quoted
  /// attributes.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte < 64, special >> UInt64(byte) & 1 == 1 else { continue }
      append(UnsafeBufferPointer(rebasing: text[copied..<index]))
      appendReference(byte)
      copied = index + 1
    }
    append(UnsafeBufferPointer(rebasing: text[copied...]))
  }

  private mutating func appendReference(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append("&#39;")
    }
  }

  mutating func append(_ text: String, isEscaped: Bool) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      if isEscaped { appendEscaped($0) } else { append($0) }
    }
    if isDone == nil { append(Array(text.utf8), isEscaped: isEscaped) }
  }

  mutating func append(_ html: [UInt8], isEscaped: Bool) {
    html.withUnsafeBufferPointer {
      if isEscaped { appendEscaped($0) } else { append($0) }
    }
  }

  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    let magnitude = number.magnitude
    while magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
      unit /= 10
    }
  }
}
