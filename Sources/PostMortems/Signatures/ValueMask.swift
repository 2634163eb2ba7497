/// Replaces what differs from one occurrence of a failure to the next.
enum ValueMask {
  /// Numbers, identifiers, hexadecimal strings, addresses and quoted values become `*`; runs of `*` and blanks single. An
  /// errno's number stays, since it names the fault.
  static func masked(_ message: String) -> String {
    let bytes = Array(message.utf8.prefix(400))
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let end = quoteEnd(bytes, at: index) {
        append(UInt8(ascii: "*"), to: &result)
        index = end
      } else if byte.isWordByte || byte == UInt8(ascii: "/") && index + 1 < bytes.count && bytes[index + 1].isWordByte {
        let end = wordEnd(bytes, at: index)
        let word = bytes[index..<end]
        if isValue(word), !result.suffix(6).elementsEqual("Errno ".utf8) {
          append(UInt8(ascii: "*"), to: &result)
        } else {
          result += word
        }
        index = end
      } else {
        append(byte, to: &result)
        index += 1
      }
    }
    while let last = result.last, last.isBlank || ".:,;".utf8.contains(last) { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    if byte == UInt8(ascii: "*") || byte.isBlank, let last = result.last, last == byte || byte.isBlank && last.isBlank {
      return
    }
    result.append(byte.isBlank ? 0x20 : byte)
  }

  /// The end of a quotation that begins here; an apostrophe inside a word opens none.
  private static func quoteEnd(_ bytes: [UInt8], at index: Int) -> Int? {
    let quote = bytes[index]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else { return nil }
    if index > 0, bytes[index - 1].isWordByte { return nil }
    let limit = min(bytes.count, index + 200)
    guard index + 1 < limit, let end = bytes[(index + 1)..<limit].firstIndex(of: quote) else { return nil }
    return end + 1
  }

  private static func wordEnd(_ bytes: [UInt8], at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isWordByte || "-_./:@%?=&#~".utf8.contains(bytes[end]) { end += 1 }
    while end > start + 1, ".:,;?-".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// A number, an identifier, a path or an address rather than a word.
  private static func isValue(_ word: ArraySlice<UInt8>) -> Bool {
    if word.contains(UInt8(ascii: "/")) || word.contains(UInt8(ascii: "@")) { return true }
    let digits = word.lazy.filter(\.isDigit).count
    if digits == 0 { return false }
    if let colon = word.lastIndex(of: UInt8(ascii: ":")), word[(colon + 1)...].allSatisfy(\.isDigit) { return true }
    return digits * 3 >= word.count
      || word.allSatisfy { $0.isDigit || (0x61...0x66).contains($0.lowercased) || $0 == 0x2D }
  }
}
