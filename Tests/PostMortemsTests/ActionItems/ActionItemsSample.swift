import Diagnostics
import Markdown
import PostMortems

/// A document's action items, and the text that each span points at.
struct ActionItemsSample {
  let document: Document
  let reading: ActionItemsReading

  /// Reads the sections of action items of a whole document.
  init(document text: String) {
    document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    var reading = ActionItemsReading()
    var end = 0
    for section in SectionReader.sections(of: document)
    where section.role == .actionItems && section.content.lowerBound >= end {
      let part = ActionItemsReader.read(document: document, section: section)
      reading.items += part.items
      reading.findings += part.findings
      reading.rest += part.rest
      end = section.content.upperBound
    }
    self.reading = reading
  }

  /// Reads a body below the heading of action items.
  init(_ body: String) {
    self.init(document: "# Outage\n\n## Action items\n\n\(body)\n\n## Notes\n\n- no item\n")
  }

  var texts: [String] { reading.items.map(\.text) }
  var states: [ActionItem.State] { reading.items.map(\.state) }
  var owners: [String?] { reading.items.map { $0.owner?.value } }
  var tickets: [String?] { reading.items.map { $0.ticket?.value } }
  var first: ActionItem? { reading.items.first }
  var rest: [String] { reading.rest.map { document.plainText(of: $0) } }

  func source(_ span: SourceSpan?) -> String? { span.map { document.source.text($0) } }
}
