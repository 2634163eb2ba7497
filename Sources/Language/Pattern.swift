/// A text with named places, cut once so that filling it costs no search.
package struct Pattern: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// What stands between the braces: `1`, `month`, `page.title`.
    case place(String)
  }

  package let pieces: [Piece]

  package init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The places in the order of the alphabet, each as often as it stands there.
  var places: [String] {
    pieces.compactMap { if case .place(let name) = $0 { name } else { nil } }.sorted()
  }

  /// The text as it was written.
  var source: String { filled { (_: String) in nil } }

  /// With values by their number from 1.
  func filled(_ values: [String]) -> String {
    filled { Int($0).flatMap { values.indices.contains($0 - 1) ? values[$0 - 1] : nil } }
  }

  /// A place without a value stays as it is written.
  func filled(_ value: (String) -> String?) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .place(let name): text += value(name) ?? "{\(name)}"
      }
    }
  }
}
