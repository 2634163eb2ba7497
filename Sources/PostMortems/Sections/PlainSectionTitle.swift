/// The common case of a section's name: ASCII letters, spaces and a few marks that stand between them.
enum PlainSectionTitle {
  /// The name in lower case with single spaces; nil where it holds anything that may be markup, numbering or an emoji.
  static func normalised(_ title: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(title.utf8.count)
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "-"):
        guard !bytes.isEmpty else { return nil }
        bytes.append(byte)
      case UInt8(ascii: " "):
        if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(byte) }
      default: return nil
      }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
