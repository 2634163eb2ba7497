/// Writes JSON that is also safe as the text of a classic script.
enum JavaScriptLiteral {
  /// A double-quoted string; `<`, control characters, U+2028 and U+2029 are escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      for (index, byte) in utf8.enumerated() {
        switch byte {
        case 0x22, 0x5C:
          bytes.append(0x5C)
          bytes.append(byte)
        case 0x00...0x1F, 0x3C, 0x7F: appendEscape(byte, to: &bytes)
        case 0xA8, 0xA9:
          if index >= 2, utf8[index - 1] == 0x80, utf8[index - 2] == 0xE2 {
            bytes.removeLast(2)
            bytes.append(contentsOf: byte == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
          } else {
            bytes.append(byte)
          }
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x22)
  }

  private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u00".utf8)
    bytes.append(hex[Int(byte >> 4)])
    bytes.append(hex[Int(byte & 15)])
  }

  static func append(_ texts: [String], to bytes: inout [UInt8]) {
    appendList(texts, to: &bytes) { append($0, to: &$1) }
  }

  static func appendList<Element>(
    _ elements: some Sequence<Element>, to bytes: inout [UInt8], _ body: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(0x5B)
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(0x2C) }
      isFirst = false
      body(element, &bytes)
    }
    bytes.append(0x5D)
  }

  /// The string, or 0 for none, which JavaScript takes as false.
  static func append(_ text: String?, to bytes: inout [UInt8]) {
    if let text { append(text, to: &bytes) } else { bytes.append(0x30) }
  }
}
