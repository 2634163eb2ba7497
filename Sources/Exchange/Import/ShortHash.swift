/// Short fingerprints of texts, by which a second import knows what the first one wrote.
enum ShortHash {
  /// Forty bits of FNV-1a in hexadecimal.
  static func of(_ text: String) -> String { hexadecimal(fnv(text) & 0xFF_FFFF_FFFF, digits: 10) }

  /// Thirty-two bits of a line without the blanks at its end.
  static func ofLine(_ line: String) -> String {
    let end = line.utf8.lastIndex { $0 > 0x20 }.map { line.utf8.index(after: $0) } ?? line.startIndex
    return hexadecimal(fnv(String(line[..<end])) & 0xFFFF_FFFF, digits: 8)
  }

  /// Sixteen bits: too few to tell who is meant, enough to tell the few people of one incident apart.
  static func ofName(_ name: String) -> String {
    let hash = fnv(name.lowercased())
    return hexadecimal((hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48) & 0xFFFF, digits: 4)
  }

  private static func fnv(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
