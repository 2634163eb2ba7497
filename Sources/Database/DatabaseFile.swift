internal import GRDB
internal import GRDBSQLite
package import OpenData

/// The tables as an SQLite database with keys, views and full-text search.
///
/// It is built in memory and given out as bytes; the same tables give the same bytes with the same version of SQLite.
package enum DatabaseFile {
  package static func bytes(of tables: RecordTables) throws -> [UInt8] {
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.write { database in
      for table in tables.all {
        try database.execute(sql: TableStatements.creation(of: table))
        try insert(table, into: database)
      }
      for statement in SearchStatements.all + ViewStatements.all { try database.execute(sql: statement) }
    }
    // Vacuuming lays the pages out anew, so that nothing of the way they were filled is left.
    try queue.vacuum()
    return try queue.read(serialized)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA page_size = 4096")
      try database.execute(sql: "PRAGMA encoding = 'UTF-8'")
    }
    return configuration
  }

  private static func insert(_ table: RecordTable, into database: GRDB.Database) throws {
    let statement = try database.makeStatement(sql: TableStatements.insertion(into: table))
    for row in table.rows { try statement.execute(arguments: StatementArguments(row.map(\.databaseValue))) }
  }

  private static func serialized(_ database: GRDB.Database) throws -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let connection = database.sqliteConnection,
      let pointer = sqlite3_serialize(connection, "main", &size, 0)
    else { throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "the database could not be given out") }
    defer { sqlite3_free(pointer) }
    return Array(UnsafeBufferPointer(start: pointer, count: Int(size)))
  }
}

extension RecordTable.Cell {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .none: .null
    case .text(let text): text.databaseValue
    case .whole(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .flag(let flag): flag.databaseValue
    }
  }
}
