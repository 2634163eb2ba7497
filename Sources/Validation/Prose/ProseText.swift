internal import Diagnostics
internal import Markdown

/// The words of one block without markup, each byte with the place in the source that it came from.
struct ProseText: Sendable {
  /// Stands where inline code, an address or a picture was.
  static let opaque: UInt8 = 0x01

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Where the search for the next run begins: runs come in the order of the source.
  private var cursor: Int
  private let block: SourceSpan
  private let source: SourceFile

  /// A stretch of bytes that stand in the source as they are here.
  private struct Piece: Sendable {
    let start: Int
    let sourceStart: Int
  }

  init(block: SourceSpan, source: SourceFile) {
    self.block = block
    self.source = source
    cursor = block.start
  }

  /// The place in the source of a range of bytes.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(offset(range.lowerBound), offset(max(range.lowerBound, range.upperBound - 1)) + 1)
  }

  private func offset(_ index: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= index { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return block.start }
    let piece = pieces[low - 1]
    return min(piece.sourceStart + index - piece.start, max(block.start, block.end - 1))
  }

  mutating func appendBreak(_ byte: UInt8) {
    pieces.append(Piece(start: bytes.count, sourceStart: cursor))
    bytes.append(byte)
  }

  mutating func appendOpaque(_ span: SourceSpan) {
    pieces.append(Piece(start: bytes.count, sourceStart: max(cursor, span.start)))
    bytes.append(Self.opaque)
    if span.start >= cursor, span.end <= block.end, span != block { cursor = span.end }
  }

  /// Adds a run of text; escapes and entities make the source longer than the text.
  mutating func append(_ run: ArraySlice<UInt8>, at span: SourceSpan) {
    guard !run.isEmpty else { return }
    let literal = Array(run)
    var at = start(of: literal, at: span)
    var isNewPiece = true
    for byte in literal {
      let before = at
      skipEscape(in: &at, before: byte)
      if isNewPiece || at != before {
        pieces.append(Piece(start: bytes.count, sourceStart: at))
        isNewPiece = false
      }
      bytes.append(byte)
      if at < block.end { at += 1 }
    }
    cursor = min(at, block.end)
  }

  /// The parser knows most places; else the run is looked for behind the last one.
  private func start(of literal: [UInt8], at span: SourceSpan) -> Int {
    if span.start >= cursor, matches(literal, at: span.start) { return span.start }
    let head = Array(literal.prefix { $0 != UInt8(ascii: "&") && $0 < 0x80 }.prefix(24))
    var index = cursor
    while index < block.end, !head.isEmpty {
      if matches(head, at: index) { return index }
      index += 1
    }
    return max(cursor, min(span.start, block.end))
  }

  private func matches(_ literal: [UInt8], at start: Int) -> Bool {
    guard start + literal.count <= block.end else { return false }
    for index in literal.indices where source.bytes[start + index] != literal[index] { return false }
    return true
  }

  /// Moves over a backslash or to the last byte of an entity that stands for the expected byte.
  private func skipEscape(in at: inout Int, before expected: UInt8) {
    guard at < block.end else { return }
    let byte = source.bytes[at]
    if byte == UInt8(ascii: "\\"), expected != byte, at + 1 < block.end { at += 1 }
    guard byte == UInt8(ascii: "&"), at + 1 < block.end else { return }
    let limit = min(at + 32, block.end)
    guard let end = source.bytes[at..<limit].firstIndex(of: UInt8(ascii: ";")) else { return }
    let name = source.bytes[(at + 1)..<end]
    let isEntity =
      !name.isEmpty && name.allSatisfy { $0 == UInt8(ascii: "#") || Letters.isWordByte($0) } && name.first != 0x20
    if isEntity { at = end }
  }
}
