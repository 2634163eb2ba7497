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
  /// Which incidents of another system owe a post-mortem; nil where no list of them is known.
  package var owed: [DueVerdict]?

  package init(addresses: PageAddresses, team: String? = nil, owed: [DueVerdict]? = nil) {
    self.addresses = addresses
    self.team = team
    self.owed = owed
  }
}
