internal import Exchange
internal import Database
internal import OpenData

/// A form in which the knowledge base leaves for other programs.
package struct ExportForm: Sendable {
  /// As `--format` takes it.
  package let name: String
  /// What it holds, in a few words.
  package let summary: String
  /// Whether it is more than standard output can take: a folder, or a file that no terminal shows.
  package let needsPath: Bool
  let content: @Sendable (Reading, InputOptions, ExportOptions) throws -> ExportContent

  /// All forms, in the order of the manual.
  package static let all = [
    document(DataDocument.self),
    ExportForm(name: "csv", summary: "a folder of tables", needsPath: true) { reading, _, _ in
      .folder(TableFiles.files(of: reading.knowledgeBase), kind: "csv")
    },
    ExportForm(name: "sqlite", summary: "a database with full-text search", needsPath: true) { reading, _, _ in
      .document(try DatabaseFile.bytes(of: RecordTables(reading.knowledgeBase)))
    },
    document(ActionCalendar.self), document(PrometheusMetrics.self), document(GrafanaAnnotations.self),
    ExportForm(name: OpenSearchBulk.name, summary: OpenSearchBulk.summary, needsPath: false) { reading, _, options in
      .document(
        OpenSearchBulk.document(of: reading.knowledgeBase, options),
        beside: (suffix: "template.json", bytes: OpenSearchBulk.template))
    },
    ExportForm(
      name: "markdown", summary: "a folder of the documents themselves with the settings in force", needsPath: true
    ) { reading, input, _ in
      .folder(DocumentFolder.files(of: reading, input: input.input), kind: "markdown")
    },
  ]

  package static func named(_ name: String) -> ExportForm? { all.first { $0.name == name } }

  private static func document<Format: ExportFormat>(_ format: Format.Type) -> ExportForm {
    ExportForm(name: format.name, summary: format.summary, needsPath: false) { reading, _, options in
      .document(format.document(of: reading.knowledgeBase, options))
    }
  }
}

/// What a form is made of, before it is written.
package enum ExportContent: Sendable {
  /// One file; beside it, where it goes to a path and not to standard output, another that programs need with it.
  case document([UInt8], beside: (suffix: String, bytes: [UInt8])? = nil)
  /// - kind: what tells the folder's list of files from those of other forms.
  case folder([OutputFile], kind: String)
}
