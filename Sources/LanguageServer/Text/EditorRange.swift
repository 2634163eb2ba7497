internal import Diagnostics

/// A place as editors count: lines from 0, characters of a line in UTF-16 code units from 0.
package struct EditorPosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: EditorPosition, right: EditorPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  /// Nil for what is no place; numbers below 0 count as 0.
  init?(_ value: JSONValue?) {
    guard let line = value?["line"]?.whole, let character = value?["character"]?.whole else { return nil }
    self.init(line: max(0, line), character: max(0, character))
  }

  var json: JSONValue { .object(["line": .int(line), "character": .int(character)]) }
}

/// From one place to another, the latter not included.
package struct EditorRange: Hashable, Sendable {
  package var start: EditorPosition
  package var end: EditorPosition

  package init(_ start: EditorPosition, _ end: EditorPosition) {
    self.start = min(start, end)
    self.end = max(start, end)
  }

  init?(_ value: JSONValue?) {
    guard let start = EditorPosition(value?["start"]), let end = EditorPosition(value?["end"]) else { return nil }
    self.init(start, end)
  }

  var json: JSONValue { .object(["start": start.json, "end": end.json]) }

  /// Whether two ranges share a place; an empty one shares its own.
  func touches(_ other: EditorRange) -> Bool { start <= other.end && other.start <= end }
}

extension JSONValue {
  /// A whole number, however it is written.
  var whole: Int? {
    switch self {
    case .int(let number): number
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }
}
