/// A JSON document as a value; objects keep the order of their keys, so that the same input gives the same bytes.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Written as short as it reads back; infinities and not-a-number become null.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One `"key": value` of an object.
  package struct Member: Equatable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package static func object(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { Member($0.key, $0.value) })
  }

  package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  package static func optional(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

  package static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The document indented by two spaces, with a line break at its end.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0, pretty: true)
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The document on one line.
  package var compact: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0, pretty: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func append(to bytes: inout [UInt8], indent: Int, pretty: Bool) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): bytes.append(contentsOf: "\(value)".utf8)
    case .double(let value): bytes.append(contentsOf: (value.isFinite ? Self.number(value) : "null").utf8)
    case .string(let value): Self.appendString(value, to: &bytes)
    case .array(let items):
      Self.appendList(items, "[", "]", to: &bytes, indent, pretty) { item, bytes in
        item.append(to: &bytes, indent: indent + 1, pretty: pretty)
      }
    case .object(let members):
      Self.appendList(members, "{", "}", to: &bytes, indent, pretty) { member, bytes in
        Self.appendString(member.key, to: &bytes)
        bytes.append(contentsOf: (pretty ? ": " : ":").utf8)
        member.value.append(to: &bytes, indent: indent + 1, pretty: pretty)
      }
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func appendList<Item>(
    _ items: [Item], _ open: String, _ close: String, to bytes: inout [UInt8], _ indent: Int, _ pretty: Bool,
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if pretty { newLine(indent + 1, &bytes) }
      write(item, &bytes)
    }
    if pretty, !items.isEmpty { newLine(indent, &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func newLine(_ indent: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x0A)
    for _ in 0..<(indent * 2) { bytes.append(0x20) }
  }

  private static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        appendEscape(of: byte, to: &bytes)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: ("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
    }
  }
}
