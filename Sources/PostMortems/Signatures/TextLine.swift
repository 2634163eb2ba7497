/// One line of a text, with its byte offsets there.
struct TextLine {
  let bytes: [UInt8]
  /// Offset of the line's first byte.
  let start: Int
  /// Offset behind the line's last byte.
  let end: Int

  /// The lines of a text; where its line feeds are the two characters `\n`, as in a JSON string, these end lines too.
  /// Colours of terminals are gone from them.
  static func lines(of text: some RandomAccessCollection<UInt8>) -> [TextLine] {
    let bytes = Array(text)
    var lines: [TextLine] = []
    var start = 0
    var index = 0
    while index <= bytes.count {
      if index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D {
        append(bytes, start..<index, to: &lines)
        index += index + 1 < bytes.count && bytes[index] == 0x0D && bytes[index + 1] == 0x0A ? 2 : 1
        start = index
      } else {
        index += 1
      }
    }
    return lines
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to lines: inout [TextLine]) {
    for piece in EscapedText.lines(of: bytes, in: range) {
      lines.append(TextLine(bytes: piece.bytes, start: piece.range.lowerBound, end: piece.range.upperBound))
    }
  }

  /// Where a word stands in the line.
  func column(of word: StaticString) -> Int? {
    word.withUTF8Buffer { word in
      guard let first = word.first, bytes.count >= word.count else { return nil }
      var index = 0
      while index <= bytes.count - word.count {
        if bytes[index] == first, bytes[index..<index + word.count].elementsEqual(word) { return index }
        index += 1
      }
      return nil
    }
  }

  /// Whether the words `Exception Group ` stand right before a column.
  func hasGroup(before column: Int) -> Bool {
    bytes[..<column].suffix(16).elementsEqual("Exception Group ".utf8)
  }
}
