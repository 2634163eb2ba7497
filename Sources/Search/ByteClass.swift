/// What a byte of folded text may be part of.
enum ByteClass {
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 4
  static let underscore: UInt8 = 8
  static let joiner: UInt8 = 16
  static let other: UInt8 = 32
  /// What a chunk may start with.
  static let starts: UInt8 = lower | upper | digit | other
  static let letters: UInt8 = lower | upper

  /// Comparisons, most frequent first: in the innermost loop a table costs more than it saves.
  @inline(__always)
  static func of(_ byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 { return lower }
    if byte <= 0x20 { return 0 }
    if byte &- 0x41 < 26 { return upper }
    if byte &- 0x30 < 10 { return digit }
    if byte >= 0x80 { return other }
    switch byte {
    case 0x2D, 0x2E, 0x27, 0x2F, 0x3A: return joiner
    case 0x5F: return underscore
    default: return 0
    }
  }

  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
