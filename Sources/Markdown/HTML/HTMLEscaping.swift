/// Writing text into HTML; the one place that knows which bytes are dangerous there.
package enum HTMLEscaping {
  /// Appends text with `& < > " '` escaped: safe as element content and inside a quoted attribute.
  package static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { append(buffer: $0, to: &output) }
    if isDone == nil { for byte in bytes { append(byte, to: &output) } }
  }

  /// Copies whole stretches that need no escape.
  private static func append(buffer: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    for index in buffer.indices where needsEscape(buffer[index]) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
      append(buffer[index], to: &output)
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
    default: false
    }
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
    case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: output.append(contentsOf: "\u{FFFD}".utf8)
    default: output.append(byte)
    }
  }

  package static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
