internal import Diagnostics

/// Where in YAML a place is: below which keys, in which word. Made by a walk over the lines up to the place, so that a
/// block that is being written, and can be read by nobody yet, has one too.
struct KeyPath: Equatable {
  /// The keys above the place; those of a list's items stand behind the list's own.
  var keys: [String] = []
  /// Whether a key stands here, or could; behind a dash both a key and a word can.
  var isKey = true
  /// Whether the place is an item of a list.
  var isItem = false
  /// Whether it is inside brackets or braces.
  var isFlow = false
  /// The word at the place, blanks at its ends cut.
  var word = SourceSpan.fileStart

  /// - Parameters:
  ///   - lines: 1-based numbers of the lines that hold the block.
  ///   - offset: a byte offset in one of them.
  init(_ source: SourceFile, lines: ClosedRange<Int>, offset: Int) {
    var walk = KeyWalk(bytes: source.bytes, offset: offset)
    for number in lines {
      let line = source.lineSpan(number)
      guard line.start <= offset else { break }
      walk.enter(line)
    }
    keys = walk.blocks.map(\.key) + walk.flows.compactMap { $0.key }
    if let flow = walk.flows.last {
      isKey = flow.isMap && flow.key == nil
      isItem = !flow.isMap
      isFlow = true
    } else {
      isKey = walk.isAtKey
      isItem = walk.isItem
    }
    word = Self.word(source, offset, isKey: isKey)
  }

  /// The lines of a document's YAML front matter without its fences; to the end where it is not closed. Nil where there is
  /// none.
  static func frontMatter(of source: SourceFile) -> ClosedRange<Int>? {
    func isFence(_ line: Int, _ fence: String) -> Bool {
      var text = source.text(source.lineSpan(line))
      if line == 1, source.hasByteOrderMark { text.removeFirst() }
      while text.last == " " || text.last == "\t" { text.removeLast() }
      return text == fence
    }
    let count = source.lineStarts.count
    guard count > 1, isFence(1, "---") else { return nil }
    let end = (2...count).first { isFence($0, "---") || isFence($0, "...") } ?? count + 1
    return end > 2 ? 2...(end - 1) : nil
  }

  private static func word(_ source: SourceFile, _ offset: Int, isKey: Bool) -> SourceSpan {
    let bytes = source.bytes
    let line = source.lineSpan(source.line(at: offset))
    let place = min(max(offset, line.start), line.end)
    var (start, end) = (place, place)
    while start > line.start, !isEdge(bytes[start - 1]), !isSeparator(bytes, start - 1, line) { start -= 1 }
    while end < line.end, !isEdge(bytes[end]), !isSeparator(bytes, end, line) { end += 1 }
    while start < place, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > place, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return SourceSpan(start, end)
  }

  private static func isEdge(_ byte: UInt8) -> Bool { "[]{},\"'".utf8.contains(byte) }

  /// A colon or dash with a blank behind it, or the blank before a comment.
  private static func isSeparator(_ bytes: [UInt8], _ index: Int, _ line: SourceSpan) -> Bool {
    let next = index + 1 < line.end ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case UInt8(ascii: ":"): return next == 0x20
    case UInt8(ascii: "-"): return next == 0x20 && bytes[line.start..<index].allSatisfy { $0 == 0x20 || $0 == 0x2D }
    case 0x20: return next == UInt8(ascii: "#")
    default: return false
    }
  }
}

/// The keys that are open at a place, found line by line.
struct KeyWalk {
  /// A bracket or brace that is not closed; `key` is the one whose value stands next in a map.
  struct Flow {
    let isMap: Bool
    var key: String?
  }

  let bytes: [UInt8]
  let offset: Int
  /// The keys of block maps with the columns at which they stand.
  private(set) var blocks: [(column: Int, key: String)] = []
  private(set) var flows: [Flow] = []
  /// Whether the last line ends, or holds the place, before a colon.
  private(set) var isAtKey = true
  private(set) var isItem = false

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func enter(_ line: SourceSpan) {
    let end = min(line.end, offset)
    var index = line.start
    if flows.isEmpty {
      while index < end, bytes[index] == 0x20 { index += 1 }
      // An empty line closes nothing unless the place is on it.
      guard index < line.end || offset <= line.end else { return }
      if index < end, bytes[index] == UInt8(ascii: "#") { return }
      enterBlock(&index, line, end)
    }
    readValue(from: index, to: end)
  }

  /// Reads dashes and a key; leaves the index at the value.
  private mutating func enterBlock(_ index: inout Int, _ line: SourceSpan, _ end: Int) {
    isItem = index < end && isDash(index, line)
    let column = index - line.start
    while let last = blocks.last, isItem ? last.column > column : last.column >= column { blocks.removeLast() }
    while index < end, isDash(index, line) {
      index += 1
      while index < end, bytes[index] == 0x20 { index += 1 }
    }
    isAtKey = true
    guard let colon = colon(from: index, to: line.end), colon < end else { return }
    blocks.append((index - line.start, text(index..<colon)))
    isAtKey = false
    isItem = false
    index = colon + 1
  }

  private func isDash(_ index: Int, _ line: SourceSpan) -> Bool {
    bytes[index] == UInt8(ascii: "-") && (index + 1 >= line.end || bytes[index + 1] == 0x20)
  }

  /// The colon behind a plain key, which ends the line or has a blank behind it.
  private func colon(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if "[]{},\"'#".utf8.contains(bytes[index]) { return nil }
      if bytes[index] == UInt8(ascii: ":"), index + 1 >= end || bytes[index + 1] == 0x20 { return index }
      index += 1
    }
    return nil
  }

  private mutating func readValue(from start: Int, to end: Int) {
    var index = start
    var word = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[index]
        index = bytes[(index + 1)..<end].firstIndex(of: quote) ?? end
      case UInt8(ascii: "#") where index > 0 && bytes[index - 1] == 0x20: return
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        flows.append(Flow(isMap: bytes[index] == UInt8(ascii: "{"), key: nil))
        word = index + 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = flows.popLast()
      case UInt8(ascii: ","):
        if !flows.isEmpty { flows[flows.count - 1].key = nil }
        word = index + 1
      case UInt8(ascii: ":") where index + 1 >= end || bytes[index + 1] == 0x20:
        if flows.last?.isMap == true { flows[flows.count - 1].key = text(word..<index) }
      default: break
      }
      index += 1
    }
  }

  private func text(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return String(text.drop { $0 == " " || $0 == "\"" || $0 == "'" }.reversed().drop { " \"'".contains($0) }.reversed())
  }
}
