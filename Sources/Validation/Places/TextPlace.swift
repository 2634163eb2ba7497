internal import Diagnostics
internal import Markdown

/// The way from a parsed text back to its source.
extension Document {
  /// Where bytes of a text or raw node stand: at their offset in the node where its place is known, else where they next
  /// occur in its block, as markup only ever moves them back; nil where the source spells them otherwise, as with escapes.
  func span(of bytes: ArraySlice<UInt8>, at offset: Int, in node: Int) -> SourceSpan? {
    let guess = nodes[node].span.start + offset
    if guess <= source.bytes.count, source.bytes[guess...].starts(with: bytes) {
      return SourceSpan(guess, guess + bytes.count)
    }
    let end = min(enclosingBlock(of: node).end, guess + Self.searchLimit)
    guard guess < end, let found = source.bytes[guess..<end].firstIndex(of: bytes) else { return nil }
    return SourceSpan(found, found + bytes.count)
  }

  /// How far a text is looked for, so that a file of nothing but escapes costs no more than its size.
  private static let searchLimit = 16_384

  private func enclosingBlock(of node: Int) -> SourceSpan {
    var index = node
    while index > 0, !nodes[index].kind.isBlock { index = nodes[index].parent }
    let span = nodes[index].span
    return SourceSpan(min(span.start, source.bytes.count), min(span.end, source.bytes.count))
  }
}

extension ArraySlice<UInt8> {
  /// Where another run of bytes first begins.
  func firstIndex(of needle: some Collection<UInt8>) -> Int? {
    guard let first = needle.first else { return nil }
    var index = startIndex
    while index + needle.count <= endIndex {
      guard let next = self[index...].firstIndex(of: first), next + needle.count <= endIndex else { return nil }
      if self[next...].starts(with: needle) { return next }
      index = next + 1
    }
    return nil
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isWordByte: Bool { isDigit || isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
  /// In lower case, where it is an ASCII letter.
  var folded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
