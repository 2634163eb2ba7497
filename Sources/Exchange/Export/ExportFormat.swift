package import KnowledgeBase

/// A form in which the knowledge base leaves for other programs; one file a form.
package protocol ExportFormat: Sendable {
  /// As `--format` takes it.
  static var name: String { get }
  /// What it holds, in a few words.
  static var summary: String { get }

  /// The document, the same bytes for the same knowledge base.
  static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8]
}

/// What an export may be narrowed to, and what it links.
package struct ExportOptions: Sendable {
  package var addresses: PageAddresses
  /// Only what belongs to a team; nil for everything.
  package var team: String?

  package init(addresses: PageAddresses, team: String? = nil) {
    self.addresses = addresses
    self.team = team
  }
}

/// All forms, by name.
package enum ExportFormats {
  package static let all: [any ExportFormat.Type] = [ActionCalendar.self]

  package static func named(_ name: String) -> (any ExportFormat.Type)? { all.first { $0.name == name } }
}
