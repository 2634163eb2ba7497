package import Diagnostics

/// The text of a document as it stands in an editor, with its places in bytes and in UTF-16 code units.
package struct EditedText: Sendable {
  package private(set) var source: SourceFile

  package init(path: String, text: String) {
    source = SourceFile(path: path, text: text)
  }

  init(source: SourceFile) {
    self.source = source
  }

  /// The byte offset of a place; one behind the end of its line, or of the text, means that end.
  package func offset(of place: EditorPosition) -> Int {
    guard place.line < source.lineStarts.count else { return source.bytes.count }
    let line = source.lineSpan(place.line + 1)
    var units = 0
    var offset = line.start
    while offset < line.end {
      let width = Self.width(source.bytes[offset])
      if width > 0, units + width > place.character { break }
      units += width
      offset += 1
    }
    return offset
  }

  package func place(of offset: Int) -> EditorPosition {
    let offset = min(max(offset, 0), source.bytes.count)
    let line = source.line(at: offset)
    let units = source.bytes[source.lineStarts[line - 1]..<offset].reduce(0) { $0 + Self.width($1) }
    return EditorPosition(line: line - 1, character: units)
  }

  /// The place of a position that counts Unicode scalars and skips a byte-order mark.
  package func place(of position: SourcePosition) -> EditorPosition {
    let line = source.lineSpan(position.line)
    var scalars = position.line == 1 && source.hasByteOrderMark ? 0 : 1
    var units = 0
    for byte in source.bytes[line.start..<line.end] {
      if byte & 0xC0 != 0x80 {
        if scalars == position.column { break }
        scalars += 1
      }
      units += Self.width(byte)
    }
    return EditorPosition(line: position.line - 1, character: units)
  }

  package func range(of span: SourceSpan) -> EditorRange { EditorRange(place(of: span.start), place(of: span.end)) }

  /// Puts a text in the place of a range; nil for the whole.
  package mutating func replace(_ range: EditorRange?, with text: String) {
    guard let range else { return source = SourceFile(path: source.path, text: text) }
    let (start, end) = (offset(of: range.start), offset(of: range.end))
    var bytes = source.bytes
    bytes.replaceSubrange(start..<max(start, end), with: text.utf8)
    source = SourceFile(path: source.path, bytes: bytes)
  }

  /// The code units that a scalar has, counted at its first byte.
  private static func width(_ byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
