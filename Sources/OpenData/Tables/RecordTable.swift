/// Records of one kind as rows and columns, for programs that read tables.
package struct RecordTable: Sendable {
  package let name: String
  /// What a row is, in a sentence.
  package let meaning: String
  package let columns: [Column]
  /// Names of the columns that tell a row from every other.
  package let key: [String]
  package let links: [Link]
  private let walk: @Sendable (_ body: ([Cell]) -> Void) -> Void

  /// - Parameter rows: made anew each time they are walked through; a lazy sequence is never held whole.
  init<Rows: Sequence>(
    name: String, meaning: String, columns: [Column], key: [String], links: [Link],
    rows: @autoclosure @escaping @Sendable () -> Rows
  ) where Rows.Element == [Cell], Rows: SendableMetatype, Rows.Iterator: SendableMetatype {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.key = key
    self.links = links
    walk = { body in for row in rows() { body(row) } }
  }

  /// Makes each row, in order, without holding the others.
  package func forEachRow(_ body: ([Cell]) -> Void) { walk(body) }

  /// Costs making and holding them.
  package var rows: [[Cell]] {
    var rows: [[Cell]] = []
    walk { rows.append($0) }
    return rows
  }

  /// A column with the type that all of its cells have.
  package struct Column: Sendable {
    package enum Kind: Sendable {
      case text, whole, real, flag
    }

    package let name: String
    package let kind: Kind
    /// Whether a cell may be empty because nobody said.
    package let isOptional: Bool

    init(_ name: String, _ kind: Kind = .text, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// Columns that name a row of another table.
  package struct Link: Sendable {
    package let columns: [String]
    package let table: String
    package let keys: [String]

    init(_ columns: [String], to table: String, _ keys: [String]) {
      self.columns = columns
      self.table = table
      self.keys = keys
    }
  }

  package enum Cell: Hashable, Sendable {
    case none
    case text(String)
    case whole(Int)
    case real(Double)
    case flag(Bool)

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    init(_ number: Int?) { self = number.map { .whole($0) } ?? .none }
    init(_ number: Double?) { self = number.map { .real($0) } ?? .none }
    init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .none }

    /// Several words in one cell.
    init(joined words: [String]) { self = .text(words.joined(separator: "; ")) }
  }

  /// The same table without some columns.
  package func without(_ names: Set<String>) -> RecordTable {
    let kept = columns.indices.filter { !names.contains(columns[$0].name) }
    return RecordTable(
      name: name, meaning: meaning, columns: kept.map { columns[$0] }, key: key, links: links,
      rows: rows.map { row in kept.map { row[$0] } })
  }
}
