import Diagnostics
import Markdown

/// The words of an action item as one line of UTF-8, with the file offset of every byte and what the markup said.
struct ItemWords {
  /// A link in the words: where its text stands and where it leads.
  struct Link {
    let range: Range<Int>
    let destination: String
  }

  private(set) var bytes: [UInt8] = []
  /// The file offset of each byte of `bytes`, never falling.
  private(set) var offsets: [Int] = []
  private(set) var links: [Link] = []
  private(set) var bold: [Range<Int>] = []
  private(set) var italic: [Range<Int>] = []
  private(set) var struck: [Range<Int>] = []
  private(set) var code: [Range<Int>] = []
  private let source: [UInt8]
  private var cursor: Int
  private var open: [(node: Int, start: Int)] = []

  /// Reads the inline nodes of a range; block nodes in it are skipped, breaks become spaces.
  init(_ document: Document, _ range: Range<Int>) {
    source = document.source.bytes
    cursor = range.isEmpty ? 0 : document.nodes[range.lowerBound].span.start
    for index in range {
      close(before: index, in: document)
      switch document.nodes[index].kind {
      case .text(let run): append(document, run, node: index)
      case .code(let run):
        let start = bytes.count
        append(document, run, node: index, isCode: true)
        code.append(start..<bytes.count)
      case .softBreak, .lineBreak: append([0x20], at: document.nodes[index].span.start)
      case .strong, .emphasis, .strikethrough, .link: open.append((index, bytes.count))
      default: break
      }
    }
    close(before: document.nodes.count, in: document)
  }

  /// The place in the file of a run of bytes.
  func span(_ range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty, range.upperBound <= bytes.count else {
      let offset = offsets.isEmpty ? cursor : offsets[min(range.lowerBound, offsets.count - 1)]
      return SourceSpan(offset, offset)
    }
    return SourceSpan(
      source.characterStart(at: offsets[range.lowerBound]), source.characterEnd(behind: offsets[range.upperBound - 1]))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func located(_ range: Range<Int>) -> Located<String> { Located(string(range), at: span(range)) }

  /// Whether every letter and digit of a range lies in one of the marked ranges.
  func covers(_ marked: [Range<Int>], _ range: Range<Int>) -> Bool {
    guard !marked.isEmpty else { return false }
    var next = 0
    var sawWord = false
    for index in range where bytes[index].isWordByte {
      while next < marked.count, marked[next].upperBound <= index { next += 1 }
      guard next < marked.count, marked[next].contains(index) else { return false }
      sawWord = true
    }
    return sawWord
  }
}

extension ItemWords {
  private mutating func close(before index: Int, in document: Document) {
    while let last = open.last, document.nodes[last.node].end <= index {
      open.removeLast()
      let range = last.start..<bytes.count
      switch document.nodes[last.node].kind {
      case .strong: bold.append(range)
      case .emphasis: italic.append(range)
      case .strikethrough: struck.append(range)
      case .link(let destination, _): links.append(Link(range: range, destination: document.string(destination)))
      default: break
      }
    }
  }

  private mutating func append(_ run: [UInt8], at offset: Int) {
    for byte in run {
      bytes.append(byte)
      offsets.append(max(offset, offsets.last ?? 0))
    }
  }

  /// Walks text and source side by side, a character at a time: they differ by escapes, entities and NULs, and by the
  /// line's indentation. What stands for something else has one place.
  private mutating func append(_ document: Document, _ run: TextRange, node: Int, isCode: Bool = false) {
    let text = document.bytes(run)
    let span = document.nodes[node].span
    var place = max(cursor, span.start)
    if span == document.nodes[document.nodes[node].parent].span {
      place = Self.find(text, in: source, from: place, to: span.end) ?? place
    }
    var index = text.startIndex
    while index < text.endIndex {
      // Nearly all of a text stands in the source as it is, byte for byte.
      let byte = text[index]
      if byte < 0x80, place < span.end, place < source.count, source[place] == byte,
        isCode || byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "&")
      {
        bytes.append(byte == 0x0A || byte == 0x09 ? 0x20 : byte)
        offsets.append(max(place, offsets.last ?? 0))
        place += 1
        index += 1
        continue
      }
      let character = text[index..<min(index + text[index].characterLength, text.endIndex)]
      if !isCode { place = skipMarkup(at: place, for: character) }
      let isSame = source[min(place, source.count)...].starts(with: character)
      for (number, byte) in character.enumerated() {
        bytes.append(byte == 0x0A || byte == 0x09 ? 0x20 : byte)
        offsets.append(max(min(isSame ? place + number : place, max(span.end - 1, 0)), offsets.last ?? 0))
      }
      if place < span.end { place += isSame ? character.count : source[place].characterLength }
      index = character.endIndex
    }
    cursor = max(cursor, min(place, span.end))
  }

  /// The place where the first bytes of a text stand, no further than 4 kB on.
  private static func find(_ text: ArraySlice<UInt8>, in source: [UInt8], from start: Int, to end: Int) -> Int? {
    let needle = text.prefix(8)
    guard !needle.isEmpty else { return nil }
    let last = min(end, source.count, start + 4096) - needle.count
    guard start <= last else { return nil }
    return (start...last).first { source[$0..<$0 + needle.count].elementsEqual(needle) }
  }

  /// The place of a character behind the backslash before it, or at the end of an entity that stands for it.
  private func skipMarkup(at place: Int, for character: ArraySlice<UInt8>) -> Int {
    guard place + 1 < source.count, let byte = character.first else { return place }
    if source[place] == UInt8(ascii: "\\"), source[place + 1] == byte, byte.isPunctuation { return place + 1 }
    guard source[place] == UInt8(ascii: "&"),
      let end = source[place..<min(place + 40, source.count)].firstIndex(of: UInt8(ascii: ";"))
    else { return place }
    // An ampersand that stands for itself has no name behind it.
    let name = source[place + 1..<end]
    let isEntity = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
    guard isEntity else { return place }
    let isItself =
      byte == UInt8(ascii: "&")
      && ![Array("amp".utf8), Array("#38".utf8), Array("#x26".utf8)].contains(Array(name.map(\.lowercased)))
    return isItself ? place : end
  }
}

extension [UInt8] {
  /// Where the character begins that a byte belongs to.
  fileprivate func characterStart(at offset: Int) -> Int {
    var start = offset
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Where the character ends that a byte belongs to.
  fileprivate func characterEnd(behind offset: Int) -> Int {
    var end = Swift.min(offset + 1, count)
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isUpper || isLower }
  /// A letter, a digit or a byte of a character beyond ASCII.
  var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
  /// A character that a backslash takes its meaning from.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isLetter && !isDigit }
  /// How many bytes the character has that begins with this one.
  var characterLength: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
