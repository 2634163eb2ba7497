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
  private var vainSearches = 0
  private static let searchLimit = 8
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
    let start = start(of: run, at: span)
    if stands(run, at: start) {
      pieces.append(Piece(start: bytes.count, sourceStart: start))
      bytes.append(contentsOf: run)
      cursor = start + run.count
      return
    }
    var alignment = Alignment(at: start)
    var expected = -1
    for byte in run {
      let at = alignment.step(over: byte, in: source.bytes, until: block.end).at
      if at != expected { pieces.append(Piece(start: bytes.count, sourceStart: at)) }
      expected = at + 1
      bytes.append(byte)
    }
    cursor = min(alignment.next, block.end)
  }

  /// Whether the source has a run byte for byte and without an entity, as it has nearly all.
  private func stands(_ run: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + run.count <= min(block.end, source.bytes.count) else { return false }
    return run.elementsEqual(source.bytes[start..<(start + run.count)]) && !run.contains(UInt8(ascii: "&"))
  }

  /// The parser knows most places; else the run is looked for behind the last one.
  private mutating func start(of run: ArraySlice<UInt8>, at span: SourceSpan) -> Int {
    let head = run.prefix(24)
    if span.start >= cursor, aligns(head, at: span.start) { return span.start }
    guard vainSearches < Self.searchLimit else { return cursor }
    var index = cursor
    while index < block.end {
      if aligns(head, at: index) { return index }
      index += 1
    }
    vainSearches += 1
    return max(cursor, min(span.start, block.end))
  }

  private func aligns(_ head: ArraySlice<UInt8>, at start: Int) -> Bool {
    var alignment = Alignment(at: start)
    return head.allSatisfy { byte in
      alignment.next < block.end && alignment.step(over: byte, in: source.bytes, until: block.end).matches
    }
  }
}

/// Walks over source text beside the text that the parser made of it.
private struct Alignment {
  /// The first byte of the source that no byte of the text stands for.
  private(set) var next: Int
  private var isInEntity = false

  init(at start: Int) { next = start }

  /// Where a byte of the text stands, and whether the source has it there: itself, escaped, or as an entity.
  mutating func step(over byte: UInt8, in source: [UInt8], until end: Int) -> (at: Int, matches: Bool) {
    // All bytes of the character that an entity stands for lie on its semicolon.
    if isInEntity, byte & 0xC0 == 0x80 { return (next - 1, true) }
    isInEntity = false
    guard next < end else { return (max(0, end - 1), false) }
    if source[next] == UInt8(ascii: "\\"), byte != source[next], next + 1 < end { next += 1 }
    if let semicolon = entityEnd(in: source, until: end) {
      isInEntity = true
      next = semicolon + 1
      return (semicolon, true)
    }
    defer { next += 1 }
    return (next, source[next] == byte)
  }

  private func entityEnd(in source: [UInt8], until end: Int) -> Int? {
    guard source[next] == UInt8(ascii: "&") else { return nil }
    var index = next + 1
    if index < end, source[index] == UInt8(ascii: "#") { index += 1 }
    let nameStart = index
    while index < end, index - nameStart < 31, source[index] < 0x80, Letters.isWordByte(source[index]) { index += 1 }
    return index < end && index > nameStart && source[index] == UInt8(ascii: ";") ? index : nil
  }
}
