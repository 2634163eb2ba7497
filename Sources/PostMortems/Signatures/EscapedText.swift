/// Undoes what shippers, terminals and trackers do to the lines of a traceback.
enum EscapedText {
  /// A line of the decoded text, with the place in the encoded one from which it came.
  struct Piece {
    var bytes: [UInt8]
    let range: Range<Int>
  }

  private static let escape = UInt8(ascii: "\\")
  private static let control: UInt8 = 0x1B

  /// The lines that one line of a text stands for: more than one where its line feeds are the two characters `\n`, as
  /// in a JSON string that holds a traceback.
  static func lines(of bytes: [UInt8], in range: Range<Int>) -> [Piece] {
    let line = bytes[range]
    var pieces = [Piece(bytes: Array(line), range: range)]
    if let level = level(of: line) { pieces = split(bytes, range, level: level) }
    for index in pieces.indices {
      if pieces[index].bytes.contains(control) { pieces[index].bytes = withoutColours(pieces[index].bytes) }
      if pieces[index].bytes.contains(UInt8(ascii: "&")) {
        pieces[index].bytes = withoutReferences(pieces[index].bytes)
      }
    }
    return pieces
  }

  /// How many times the line was escaped; nil for one that is no string with a traceback.
  ///
  /// The backslashes before the quote of `File \"` tell: one, three, seven; without such a quote those before the first
  /// `n` do: one, two, four.
  private static func level(of line: ArraySlice<UInt8>) -> Int? {
    guard line.count > 20, line.contains(escape), run(of: line, before: "nr") != nil else { return nil }
    if let file = line.firstRange(of: Array("File \\".utf8)) {
      let run = line[(file.upperBound - 1)...].prefix { $0 == escape }.count
      return run >= 7 ? 3 : run >= 3 ? 2 : 1
    }
    guard let header = line.firstRange(of: Array("Traceback (most".utf8)) else { return nil }
    let count = run(of: line[header.upperBound...], before: "n") ?? 1
    return count >= 4 ? 3 : count >= 2 ? 2 : 1
  }

  /// The length of the first run of backslashes that one of the letters follows.
  private static func run(of line: ArraySlice<UInt8>, before letters: String) -> Int? {
    var index = line.startIndex
    while let start = line[index...].firstIndex(of: escape) {
      let end = line[start...].firstIndex { $0 != escape } ?? line.endIndex
      if end < line.endIndex, letters.utf8.contains(line[end]) { return end - start }
      index = end
    }
    return nil
  }

  /// A run of 2^level backslashes stands for one; what is left of a run of half that or more escapes the next character.
  private static func split(_ bytes: [UInt8], _ range: Range<Int>, level: Int) -> [Piece] {
    let pair = 1 << level
    var pieces: [Piece] = []
    var line: [UInt8] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == escape else {
        line.append(bytes[index])
        index += 1
        continue
      }
      let end = bytes[index..<range.upperBound].firstIndex { $0 != escape } ?? range.upperBound
      line += Array(repeating: escape, count: (end - index) / pair)
      guard (end - index) % pair >= pair / 2, end < range.upperBound else {
        index = end
        continue
      }
      switch bytes[end] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"):
        if !line.isEmpty || bytes[end] == UInt8(ascii: "n") { pieces.append(Piece(bytes: line, range: start..<index)) }
        line = []
        start = end + 1
        index = end + 1
      case UInt8(ascii: "t"):
        line.append(0x20)
        index = end + 1
      case UInt8(ascii: "u"), UInt8(ascii: "x"): index = appendCode(bytes, at: end, upTo: range.upperBound, to: &line)
      default:
        line.append(bytes[end])
        index = end + 1
      }
    }
    while let last = line.last, "\"},]'".utf8.contains(last) { line.removeLast() }
    pieces.append(Piece(bytes: line, range: start..<range.upperBound))
    return pieces
  }

  /// Appends the character of `u003c` or `x1b` and gives the place behind it; what is no code stays as it is.
  private static func appendCode(_ bytes: [UInt8], at start: Int, upTo limit: Int, to line: inout [UInt8]) -> Int {
    let length = bytes[start] == UInt8(ascii: "u") ? 4 : 2
    let end = start + 1 + length
    guard end <= limit, let value = UInt32(String(decoding: bytes[(start + 1)..<end], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      line.append(bytes[start])
      return start + 1
    }
    line += Array(String(Character(scalar)).utf8)
    return end
  }

  /// Without the control sequences by which terminals colour a text.
  private static func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == control, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
        index = (bytes[(index + 2)...].firstIndex { (0x40...0x7E).contains($0) } ?? bytes.count - 1) + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static let references: [(String, UInt8)] = [
    ("&quot;", 0x22), ("&#34;", 0x22), ("&#x22;", 0x22), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&#39;", 0x27),
    ("&#x27;", 0x27), ("&amp;", 0x26),
  ]

  /// A frame's line without the references of HTML; any other line as it is.
  private static func withoutReferences(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.firstRange(of: Array("File &".utf8)) != nil else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let reference = references.first(where: { bytes[index...].starts(with: $0.0.utf8) })
      {
        result.append(reference.1)
        index += reference.0.utf8.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
