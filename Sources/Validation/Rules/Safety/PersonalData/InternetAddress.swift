internal import Diagnostics

/// Public IP addresses, as opposed to private, reserved and well-known ones.
enum InternetAddress {
  /// The dotted quad whose first dot stands at a byte.
  static func span(aroundFirstDot dot: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceSpan? {
    var start = dot
    while start > 0, dot - start < 4, bytes[start - 1].isDigit { start -= 1 }
    guard start < dot, start == 0 || !isAddressNeighbour(bytes[start - 1]) else { return nil }
    var octets: [Int] = []
    var index = start
    while octets.count < 4 {
      let end = bytes.end(from: index, limit: 4, where: \.isDigit)
      guard end > index, end - index <= 3, end - index == 1 || bytes[index] != UInt8(ascii: "0") else { return nil }
      let value = bytes[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard value <= 255 else { return nil }
      octets.append(value)
      index = end
      if octets.count < 4 {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return nil }
        index += 1
      }
    }
    guard isPublic(octets), !isGoingOn(index, in: bytes), !isVersion(start, in: bytes) else { return nil }
    return SourceSpan(start, index)
  }

  private static func isAddressNeighbour(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// `1.2.3.4.5`, `1.2.3.4-rc1`, and the networks that `1.2.0.0/16` means.
  private static func isGoingOn(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end < bytes.count else { return false }
    if bytes[end].isWordByte || bytes[end] == UInt8(ascii: "-") { return true }
    let hasDigit = end + 1 < bytes.count && bytes[end + 1].isDigit
    if bytes[end] == UInt8(ascii: "."), hasDigit { return true }
    return bytes[end] == UInt8(ascii: "/") && hasDigit && !bytes.has("/32", at: end)
  }

  /// `version 4.18.0.305`, `release …`.
  private static func isVersion(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = bytes[max(0, start - 12)..<start].map(\.folded)[...]
    return ["version", "release", "build", "kernel"].contains { before.firstIndex(of: $0.utf8) != nil }
  }

  /// Outside the special-purpose ranges of RFC 6890 and the addresses that public resolvers are known by. Quads of small
  /// numbers alone are most often versions.
  private static func isPublic(_ octets: [Int]) -> Bool {
    let (first, second, third) = (octets[0], octets[1], octets[2])
    guard octets.contains(where: { $0 >= 64 }), first != 0, first < 224 else { return false }
    switch (first, second, third) {
    case (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _), (192, 0, 0),
      (192, 0, 2), (198, 51, 100), (203, 0, 113), (198, 18...19, _), (192, 88, 99), (8, 8, _), (8, 26, 56), (9, 9, 9),
      (149, 112, 112), (208, 67, 222), (208, 67, 220):
      return false
    default: return true
    }
  }

  /// The address of eight groups, or shortened by `::`, whose first colon stands at a byte.
  static func span(aroundFirstColon colon: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceSpan? {
    var start = colon
    while start > 0, colon - start < 5, isHex(bytes[start - 1]) { start -= 1 }
    guard start < colon, colon - start <= 4, start == 0 || !isAddressNeighbour(bytes[start - 1]),
      start == 0 || bytes[start - 1] != UInt8(ascii: ":")
    else { return nil }
    var end = bytes.end(from: start, limit: 40) { isHex($0) || $0 == UInt8(ascii: ":") }
    while end > start, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    if end < bytes.count, bytes[end].isWordByte { return nil }
    let text = String(decoding: bytes[start..<end].lazy.map(\.folded), as: UTF8.self)
    return isPublicGroups(text) ? SourceSpan(start, end) : nil
  }

  private static func isPublicGroups(_ text: String) -> Bool {
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    let gaps = groups.count(where: \.isEmpty)
    guard groups.allSatisfy({ $0.utf8.count <= 4 }), gaps <= 1,
      gaps == 1 ? (4...8).contains(groups.count) : groups.count == 8,
      groups.contains(where: { $0.utf8.count >= 3 }), let first = groups.first.flatMap({ UInt16($0, radix: 16) })
    else { return false }
    // Global unicast (2000::/3) without the ranges for documentation and the resolvers that everybody knows.
    let isKnown = text.hasPrefix("2001:db8") || text.hasPrefix("2001:4860:4860:") || text.hasPrefix("2606:4700:4700:")
    return first & 0xE000 == 0x2000 && first > 0xFFF && !isKnown
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x66).contains(byte | 0x20)
  }
}
