internal import Diagnostics

/// Foreign text as markdown that shows it as it was.
enum MarkdownWords {
  /// One line in which nothing is markup; code between single backticks stays code.
  static func line(_ text: String) -> String {
    let bytes = Array(oneLine(text).utf8)
    let hasCode = hasCode(bytes)
    var result: [UInt8] = []
    var isCode = false
    var isAddress = false
    for (index, byte) in bytes.enumerated() {
      isAddress = !isCode && belongsToAddress(bytes, index, isAddress)
      if byte == UInt8(ascii: "`"), hasCode { isCode.toggle() }
      if isAddress, byte == UInt8(ascii: "<") {
        // A backslash would belong to the address, which ends here.
        result.append(contentsOf: "&lt;".utf8)
        continue
      }
      if !isCode, needsEscape(byte, index, bytes, hasCode: hasCode) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether backticks stand in pairs, each alone, and none of them in an address, where it opens no code.
  private static func hasCode(_ bytes: [UInt8]) -> Bool {
    let backtick = UInt8(ascii: "`")
    var isCode = false
    var isAddress = false
    for (index, byte) in bytes.enumerated() {
      isAddress = !isCode && belongsToAddress(bytes, index, isAddress)
      guard byte == backtick else { continue }
      if isAddress || index > 0 && bytes[index - 1] == backtick { return false }
      isCode.toggle()
    }
    return !isCode
  }

  /// Whether a byte belongs to what the parser may take for an address: from `://` or `www.` to the next blank.
  private static func belongsToAddress(_ bytes: [UInt8], _ index: Int, _ isOpen: Bool) -> Bool {
    if bytes[index] == 0x20 { return false }
    return isOpen || bytes[index...].starts(with: "://".utf8)
      || bytes[index] | 0x20 == UInt8(ascii: "w")
        && bytes[index...].prefix(4).map { $0 | 0x20 }.elementsEqual("www.".utf8.map { $0 | 0x20 })
  }

  private static func needsEscape(_ byte: UInt8, _ index: Int, _ bytes: [UInt8], hasCode: Bool) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let last = index > 0 ? bytes[index - 1] : 0x20
    switch byte {
    case UInt8(ascii: "\\"): return !next.isNameByte && next != 0x20
    case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "`"): return !hasCode
    case UInt8(ascii: "_"): return !(last.isNameByte && next.isNameByte)
    case UInt8(ascii: "<"):
      return next.isNameByte || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"): return next.isNameByte || next == UInt8(ascii: "#")
    case UInt8(ascii: "~"): return next == UInt8(ascii: "~") || last == UInt8(ascii: "~")
    case UInt8(ascii: "$"): return false
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "="):
      return index == 0
    default: return false
    }
  }

  /// A quotation, its lines kept.
  static func quotation(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
      let line = line(String(part))
      return line.isEmpty ? ">" : "> \(line)"
    }.joined(separator: "\n")
  }

  /// A block of code with a fence longer than any in it.
  static func code(_ text: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    var body = Substring(text)
    while body.last?.isNewline == true { body.removeLast() }
    return "\(fence)text\n\(body)\n\(fence)"
  }

  /// A link, its address without what would end it.
  static func link(_ name: String, _ url: String) -> String {
    var address = ""
    for scalar in url.unicodeScalars {
      switch scalar {
      case "(": address += "%28"
      case ")": address += "%29"
      case "<": address += "%3C"
      case ">": address += "%3E"
      case "\\": address += "%5C"
      case "`": address += "%60"
      default: address.unicodeScalars.append(scalar)
      }
    }
    return "[\(name)](\(address))"
  }
}

/// Values as YAML that reads back as the same text.
enum YAMLWords {
  static func text(_ text: String) -> String {
    let text = oneLine(text)
    return isPlain(text) ? text : quoted(text)
  }

  /// As JSON writes it, but for what YAML does not allow in a file.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in JSONValue.string(text).compact.unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(Self.text).joined(separator: ", ") + "]" }

  /// Letters first, and nothing in it that YAML gives a meaning.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter, text.utf8.last != 0x20,
      text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIINumber || "_-. /".utf8.contains($0) })
    else { return false }
    return !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
  }

  /// A remark at the end of a line.
  static func comment(_ text: String) -> String { "  # " + oneLine(text) }
}
