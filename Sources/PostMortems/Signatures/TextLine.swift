/// One line of a text, with its byte offsets there.
struct TextLine {
  let bytes: [UInt8]
  /// Offset of the line's first byte.
  let start: Int
  /// Offset behind the line's last byte.
  let end: Int

  /// The lines of a text; where its line feeds are the two characters `\n`, as in a JSON string, these end lines too.
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
    guard holdsEscapedTraceback(bytes[range]) else {
      lines.append(TextLine(bytes: Array(bytes[range]), start: range.lowerBound, end: range.upperBound))
      return
    }
    var line: [UInt8] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        line.append(bytes[index])
        index += 1
        continue
      }
      var escape = index + 1
      while escape + 1 < range.upperBound, bytes[escape] == UInt8(ascii: "\\") { escape += 1 }
      switch bytes[escape] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"):
        if !line.isEmpty || bytes[escape] == UInt8(ascii: "n") {
          lines.append(TextLine(bytes: line, start: start, end: index))
        }
        line = []
        start = escape + 1
      case UInt8(ascii: "t"): line.append(0x20)
      default: line.append(bytes[escape])
      }
      index = escape + 1
    }
    while let last = line.last, "\"},]".utf8.contains(last) { line.removeLast() }
    lines.append(TextLine(bytes: line, start: start, end: range.upperBound))
  }

  /// Whether a line is a JSON string, or a part of one, that holds a traceback.
  private static func holdsEscapedTraceback(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 20, line.firstRange(of: Array("\\n".utf8)) != nil else { return false }
    return line.firstRange(of: Array("Traceback (most".utf8)) != nil
      || line.firstRange(of: Array("File \\\"".utf8)) != nil
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
