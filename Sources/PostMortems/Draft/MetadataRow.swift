internal import Diagnostics
internal import Markdown

/// A table of one row below its header, which names a value each: `| Raised | Priority |` above `| 5 Sep 06:41 | P1 |`.
struct MetadataRow {
  let name: String
  let value: String
  let nameSpan: SourceSpan
  let valueSpan: SourceSpan

  /// The cells of all such tables in the document's order.
  static func all(of document: Document) -> [MetadataRow] {
    var rows: [MetadataRow] = []
    for node in document.blocks {
      guard case .table = document.nodes[node].kind else { continue }
      let lines = Array(document.children(of: node))
      guard lines.count == 2, let header = lines.first, let body = lines.last else { continue }
      for (name, value) in zip(document.children(of: header), document.children(of: body)) {
        rows.append(
          MetadataRow(
            name: document.plainText(of: name), value: document.plainText(of: value),
            nameSpan: document.nodes[name].span, valueSpan: document.nodes[value].span))
      }
    }
    return rows
  }
}

extension DatedLabels {
  /// The labels of a document's lines, and those that head the cells of a single row.
  static func labels(in document: Document) -> [DatedLabel] {
    let body = document.blocks.first.map { document.nodes[$0].span.start } ?? 0
    let rows = MetadataRow.all(of: document).compactMap { row -> DatedLabel? in
      guard let meaning = meaning(of: row.name), let date = DateFinder.dates(in: Array(row.value.utf8)).first else {
        return nil
      }
      return DatedLabel(meaning: meaning, date: date.date, span: row.valueSpan, place: row.valueSpan.start)
    }
    return labels(in: document.source, from: body) + rows
  }
}
