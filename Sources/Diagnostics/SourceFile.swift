/// One text file of the knowledge base: its path relative to the input folder, and its bytes as read.
///
/// A class, because every finding, node and sentence is looked up in it and it never changes.
package final class SourceFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Byte offset at which each line begins; a line ends with LF, CRLF or a lone CR.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.scanLines(bytes)
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  private static func scanLines(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(index)
        } else if byte == 0x0A {
          starts.append(index)
        }
      }
    }
    return starts
  }

  package var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  package var wholeSpan: SourceSpan { SourceSpan(0, bytes.count) }

  /// The 1-based number of the line that holds a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The bytes of a 1-based line without its line break; empty past the end.
  package func lineSpan(_ line: Int) -> SourceSpan {
    guard line >= 1, line <= lineStarts.count else { return SourceSpan(bytes.count, bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start, end)
  }

  /// The 1-based line and column of a byte offset; columns count Unicode scalars and skip a byte-order mark.
  package func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    var start = lineStarts[line - 1]
    if line == 1, hasByteOrderMark { start = min(3, offset) }
    let end = min(max(offset, start), bytes.count)
    let column = bytes[start..<end].reduce(into: 1) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return SourcePosition(line: line, column: column)
  }

  package func text(_ span: SourceSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    return String(decoding: bytes[start..<min(max(span.end, start), bytes.count)], as: UTF8.self)
  }
}

/// A 1-based line and column; columns count Unicode scalars.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
