package import KnowledgeBase
internal import OpenData

/// Everything as one JSON document, in the published form.
package enum DataDocument: ExportFormat {
  package static let name = "json"
  package static let summary = "everything, in one document with a published schema"

  package static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8] {
    KnowledgeBaseJSON.bytes(of: base)
  }
}
