/// Writing text into XML 1.0, whose characters are fewer than Unicode's.
enum XMLText {
  /// Appends text as element content or inside a quoted attribute; characters that no XML document may hold are left
  /// out: control characters, U+FFFE and U+FFFF.
  ///
  /// - Parameter bytes: UTF-8, valid.
  static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case 0x09, 0x0A: output.append(byte)
      // A parser would turn it into a line feed anyway.
      case 0x0D: if index >= bytes.count || bytes[index] != 0x0A { output.append(0x0A) }
      case 0x00..<0x20, 0x7F: break
      case 0xEF where isNoncharacter(bytes, at: index): index += 2
      default: output.append(byte)
      }
    }
  }

  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    append(Array(text.utf8), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func isNoncharacter(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == 0xBF && bytes[index + 1] >= 0xBE
  }
}
