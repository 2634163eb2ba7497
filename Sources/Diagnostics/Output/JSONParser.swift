/// Reads a JSON document (RFC 8259), in linear time and to a bounded depth.
package struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  static let depthLimit = 200

  /// What is wrong, and at which byte.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package let offset: Int
    package let message: String

    package var description: String { "\(message) at byte \(offset)" }
  }

  package static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    parser.skipSpace()
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.failure("unexpected text behind the value") }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private func failure(_ message: String) -> Failure { Failure(offset: index, message: message) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func value() throws(Failure) -> JSONValue {
    guard let byte = current else { throw failure("the text ends where a value was expected") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit)") }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let count = text.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: count)
    guard index + count <= bytes.count, bytes[index..<(index + count)].elementsEqual(expected) else {
      throw failure("unexpected character")
    }
    index += count
    return value
  }

  private mutating func object() throws(Failure) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("a key was expected") }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("':' was expected") }
      index += 1
      skipSpace()
      members.append(JSONValue.Member(key, try value()))
      if try endsList(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array() throws(Failure) -> JSONValue {
    index += 1
    var items: [JSONValue] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      index += 1
      return .array(items)
    }
    while true {
      skipSpace()
      items.append(try value())
      if try endsList(UInt8(ascii: "]")) { return .array(items) }
    }
  }

  /// Steps over a comma, or over the closing bracket.
  private mutating func endsList(_ close: UInt8) throws(Failure) -> Bool {
    skipSpace()
    guard let byte = current, byte == UInt8(ascii: ",") || byte == close else { throw failure("',' was expected") }
    index += 1
    return byte == close
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    while let byte = current, "+-.0123456789eE".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let whole = Int(text), !text.hasPrefix("+") { return .int(whole) }
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      let number = Double(text)
    else {
      index = start
      throw failure("unexpected character")
    }
    return .double(number)
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&text)
      case 0x00..<0x20: throw failure("a control character inside a text")
      default: text.append(byte)
      }
    }
    throw failure("the text ends inside quotes")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(Failure) {
    guard let byte = current else { throw failure("the text ends inside quotes") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try unicodeEscape()).utf8)
    default: throw failure("an escape that JSON does not know")
    }
  }

  /// One scalar, made of a surrogate pair where needed; a lone surrogate becomes U+FFFD.
  private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
    let first = try hexUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let mark = index
    if first < 0xDC00, current == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") {
      index += 2
      let second = try hexUnit()
      if (0xDC00...0xDFFF).contains(second) {
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      index = mark
    }
    return "\u{FFFD}"
  }

  private mutating func hexUnit() throws(Failure) -> UInt32 {
    guard index + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits were expected") }
    index += 4
    return unit
  }
}

extension JSONValue {
  /// The member of an object with a key; nil where there is none.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  package var int: Int? {
    if case .int(let number) = self { return number }
    return nil
  }

  package var items: [JSONValue]? {
    if case .array(let items) = self { return items }
    return nil
  }
}
