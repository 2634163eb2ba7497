internal import OpenData

/// The statements that make and fill a table.
enum TableStatements {
  static func creation(of table: RecordTable) -> String {
    let columns = table.columns.map { column in
      "\(quoted(column.name)) \(type(of: column))" + (column.isOptional ? "" : " NOT NULL") + check(column)
    }
    let isRowID = table.key == ["id"] && table.columns.first?.kind == .whole
    let key = isRowID ? [] : ["PRIMARY KEY (\(list(table.key)))"]
    let links = table.links.map {
      "FOREIGN KEY (\(list($0.columns))) REFERENCES \(quoted($0.table)) (\(list($0.keys)))"
    }
    let lines = (columns + key + links).joined(separator: ",\n  ")
    let creation = "CREATE TABLE \(quoted(table.name)) (\n  \(lines)\n)\(isRowID ? "" : " WITHOUT ROWID");"
    return ([creation] + indices(of: table)).joined(separator: "\n")
  }

  static func insertion(into table: RecordTable) -> String {
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quoted(table.name)) VALUES (\(places))"
  }

  /// On columns that name other rows and do not begin the key, which has an index of its own.
  private static func indices(of table: RecordTable) -> [String] {
    table.links.filter { Array(table.key.prefix($0.columns.count)) != $0.columns }.map { link in
      let name = "\(table.name)_by_\(link.columns.joined(separator: "_"))"
      return "CREATE INDEX \(quoted(name)) ON \(quoted(table.name)) (\(list(link.columns)));"
    }
  }

  private static func type(of column: RecordTable.Column) -> String {
    switch column.kind {
    case .text: "TEXT"
    // This spelling makes it the table's own row number.
    case .whole: column.name == "id" ? "INTEGER PRIMARY KEY" : "INTEGER"
    case .real: "REAL"
    case .flag: "INTEGER"
    }
  }

  private static func check(_ column: RecordTable.Column) -> String {
    column.kind == .flag ? " CHECK (\(quoted(column.name)) IN (0, 1))" : ""
  }

  private static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
