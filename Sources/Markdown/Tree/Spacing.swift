/// The white space of a text on one line.
package enum Spacing {
  /// Every run of white space, line breaks too, as one space; none at either end.
  package static func single(_ text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    guard isASCII else { return text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isBetween = false
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isBetween = !bytes.isEmpty
      } else {
        if isBetween { bytes.append(0x20) }
        isBetween = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
