import Diagnostics

/// Reads the YAML that most front matter is written in, keys with texts and lists of texts, in one pass over the bytes:
/// in a tenth of the library's time.
///
/// Whatever is not sure to mean here what it means to libyaml is left to it: a byte that is no printable ASCII, a blank
/// line, a comment, an escape, a text over several lines, a map inside of a list, a key that is given twice.
struct PlainYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int
  private var nodes = 0

  /// A block of more keys is left to the library, for each is compared with those before it.
  private static let keyLimit = 64
  /// A longer key is none to libyaml from 1024 bytes on.
  private static let keyLength = 128

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: SourceSpan) {
    self.bytes = bytes
    index = content.start
    end = content.end
  }

  /// The entries of a block, as the library reads them; nil where it has to read them.
  static func entries(in source: SourceFile, content: SourceSpan) -> [FrontMatterEntry]? {
    source.bytes.withUnsafeBufferPointer { bytes in
      // Every walk below ends at a line break at the latest.
      guard content.start < content.end, content.end <= bytes.count, bytes[content.end - 1] == lineFeed else {
        return nil
      }
      var reader = PlainYAML(bytes, content)
      return reader.entries()
    }
  }

  private mutating func entries() -> [FrontMatterEntry]? {
    var entries: [FrontMatterEntry] = []
    while index < end {
      guard entries.count < Self.keyLimit, let key = key(), let value = value(),
        !entries.contains(where: { $0.key.value == key.value })
      else { return nil }
      entries.append(FrontMatterEntry(key: key, value: value))
      nodes += 2
    }
    return nodes <= YAMLReader.nodeLimit ? entries : nil
  }

  /// A name at the start of a line; its colon is taken too.
  private mutating func key() -> Located<String>? {
    let start = index
    guard bytes[start].isIdentifierByte, bytes[start] != UInt8(ascii: "-") else { return nil }
    while bytes[index].isIdentifierByte { index += 1 }
    guard bytes[index] == UInt8(ascii: ":"), index - start <= Self.keyLength else { return nil }
    let place = start..<index
    index += 1
    let name = text(place)
    return Self.isNull(name) ? nil : Located(name, at: SourceSpan(place.lowerBound, place.upperBound))
  }

  /// What stands behind a key's colon, up to the start of a line.
  private mutating func value() -> Located<FrontMatterValue>? {
    let colon = index
    skipSpaces()
    if takeLineEnd() { return beginsItem ? list() : Located(.null, at: SourceSpan(colon, colon)) }
    guard index > colon, let value = bytes[index] == UInt8(ascii: "[") ? flowList() : scalar(), takeLineEnd() else {
      return nil
    }
    return value
  }

  // MARK: - Lists

  /// Whether an item of a list stands at the start of a line, whatever its indentation.
  private var beginsItem: Bool {
    var place = index
    while place < end, bytes[place] == Self.space { place += 1 }
    return place < end && bytes[place] == UInt8(ascii: "-") && bytes[place + 1] == Self.space
  }

  /// Items on lines of their own, all as far from the margin as the first.
  private mutating func list() -> Located<FrontMatterValue>? {
    var items: [Located<FrontMatterValue>] = []
    let line = index
    skipSpaces()
    let start = index
    let indentation = start - line
    index = line
    while beginsItem {
      let line = index
      skipSpaces()
      guard index - line == indentation else { return nil }
      index += 1
      skipSpaces()
      guard let item = scalar(), takeLineEnd() else { return nil }
      items.append(item)
      nodes += 1
    }
    return Located(.sequence(items), at: SourceSpan(start, items.last?.span.end ?? start))
  }

  /// `[first, second]` on one line.
  private mutating func flowList() -> Located<FrontMatterValue>? {
    var items: [Located<FrontMatterValue>] = []
    let start = index
    index += 1
    skipSpaces()
    if bytes[index] == UInt8(ascii: "]") {
      index += 1
      return Located(.sequence([]), at: SourceSpan(start, bytes[start + 1] == Self.space ? start + 1 : index))
    }
    while let item = bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") ? quoted() : word() {
      items.append(item)
      nodes += 1
      skipSpaces()
      let mark = bytes[index]
      index += 1
      if mark == UInt8(ascii: "]") { return Located(.sequence(items), at: SourceSpan(start, item.span.end)) }
      guard mark == UInt8(ascii: ",") else { return nil }
      skipSpaces()
    }
    return nil
  }

  /// A plain text in a flow list, where more bytes have a meaning than on a line of its own.
  private mutating func word() -> Located<FrontMatterValue>? {
    let start = index
    guard bytes[start].isIdentifierByte, bytes[start] != UInt8(ascii: "-") else { return nil }
    while bytes[index].isIdentifierByte || " ./+".utf8.contains(bytes[index]) { index += 1 }
    guard bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]") else { return nil }
    return plain(from: start)
  }

  // MARK: - Texts

  /// A text, quoted or not, that ends on its line.
  private mutating func scalar() -> Located<FrontMatterValue>? {
    let start = index
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    case UInt8(ascii: "-"): return nil
    case let byte where byte.isIdentifierByte || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "("): break
    default: return nil
    }
    while bytes[index] != Self.lineFeed {
      switch bytes[index] {
      case UInt8(ascii: "#"): return nil
      case UInt8(ascii: ":") where bytes[index + 1] <= Self.space: return nil
      case 0x20...0x7E: index += 1
      default: return nil
      }
    }
    return plain(from: start)
  }

  /// The text from a place to here, without the spaces behind it.
  private func plain(from start: Int) -> Located<FrontMatterValue> {
    var last = index
    while last > start, bytes[last - 1] == Self.space { last -= 1 }
    let text = text(start..<last)
    return Located(Self.isNull(text) ? .null : .scalar(text, isQuoted: false), at: SourceSpan(start, last))
  }

  private mutating func quoted() -> Located<FrontMatterValue>? {
    let start = index
    let quote = bytes[start]
    index += 1
    while bytes[index] != quote {
      let isEscape = bytes[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      guard bytes[index] >= 0x20, bytes[index] <= 0x7E, !isEscape else { return nil }
      index += 1
    }
    index += 1
    // Two single quotes stand for one.
    guard bytes[index] != quote else { return nil }
    return Located(.scalar(text((start + 1)..<(index - 1)), isQuoted: true), at: SourceSpan(start, index))
  }

  // MARK: - Bytes

  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static func isNull(_ text: String) -> Bool {
    text.utf8.count == 4 && (text == "null" || text == "Null" || text == "NULL")
  }

  private mutating func skipSpaces() {
    while bytes[index] == Self.space { index += 1 }
  }

  /// Takes the end of the line, if it is all that is left of it.
  private mutating func takeLineEnd() -> Bool {
    skipSpaces()
    guard bytes[index] == Self.lineFeed else { return false }
    index += 1
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
