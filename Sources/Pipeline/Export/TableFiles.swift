internal import KnowledgeBase
internal import OpenData

/// The tables as comma-separated files.
enum TableFiles {
  static func files(of base: KnowledgeBase) -> [OutputFile] {
    RecordTables(base).all.map { table in
      OutputFile(path: "\(table.name).csv", content: .rendered { $0 += table.csv })
    }
  }
}
