/// What can be told of a value without knowing what it opens.
enum SecretValue {
  /// Shannon entropy of the bytes' frequencies, in bits a byte.
  static func entropy(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
    var counts: [UInt8: Int] = [:]
    for byte in value { counts[byte, default: 0] += 1 }
    let total = Double(value.count)
    return counts.values.sorted().reduce(0) { sum, count in
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }

  /// Whether a value says of itself that it opens nothing: examples, placeholders, variables, rows of one character.
  static func isExample(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if value.contains(where: { "<>{}$*[]".utf8.contains($0) || $0 >= 0x80 }) { return true }
    let text = String(decoding: value.lazy.map(\.folded), as: UTF8.self)
    if Set(text.utf8).count <= 2 { return true }
    return words.contains { text.contains($0) }
  }

  private static let words = [
    "example", "dummy", "fake", "xxxx", "redact", "changeme", "change-me", "placeholder", "password", "passwd",
    "secret",
    "sample", "your-", "your_", "yourtoken", "123456", "abcdef", "....", "removed", "hidden", "masked", "insert",
    "mypass",
    "null", "none", "undefined",
  ]

  /// Binary logarithm by squaring: the standard library alone has none.
  private static func log2(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var result = Double(value.exponent)
    var mantissa = value.significand
    var bit = 0.5
    for _ in 0..<24 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
