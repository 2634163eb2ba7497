/// What is shown of documents that were found, a number of them to a file.
///
/// A file is `debriefDocuments(3,[…])` with one array a document: address, title, date, severity, services, causes,
/// mitigation, fields as alternating field and first position, excerpt texts as alternating field and text; 0 stands
/// for none. A knowledge base of a few hundred post-mortems stores its whole text; a larger one stores the beginning
/// of each field, so that the text of all documents together stays within a budget.
struct DocumentStore {
  static let excerptBudget = 4 * 1024 * 1024
  /// Files are kept small, for the ten documents of a result lie in as many files, and few, for hosts limit them.
  static func documentsPerFile(count: Int) -> Int { max(16, (count + 399) / 400) }

  static func excerptBytes(count: Int) -> Int { min(24 * 1024, max(400, excerptBudget / max(1, count))) }

  static func files(
    _ documents: [SearchDocument], fields: [[(field: SearchField, start: UInt16)]]
  ) -> [(path: String, bytes: [UInt8])] {
    let size = documentsPerFile(count: documents.count)
    let limit = excerptBytes(count: documents.count)
    return stride(from: 0, to: documents.count, by: size).map { start in
      var bytes = Array("debriefDocuments(\(start / size),".utf8)
      JavaScriptLiteral.appendList(start..<min(start + size, documents.count), to: &bytes) { index, bytes in
        append(documents[index], fields: fields[index], excerptBytes: limit, to: &bytes)
      }
      bytes.append(contentsOf: ");\n".utf8)
      return ("search/documents-\(start / size).js", bytes)
    }
  }

  private static func append(
    _ document: SearchDocument, fields: [(field: SearchField, start: UInt16)], excerptBytes: Int,
    to bytes: inout [UInt8]
  ) {
    bytes.append(0x5B)
    JavaScriptLiteral.append(document.url, to: &bytes)
    for value in [document.title, document.date, document.severity] {
      bytes.append(0x2C)
      JavaScriptLiteral.append(value, to: &bytes)
    }
    for values in [document.services, document.causes] {
      bytes.append(0x2C)
      JavaScriptLiteral.append(values, to: &bytes)
    }
    bytes.append(0x2C)
    JavaScriptLiteral.append(document.mitigation, to: &bytes)
    bytes.append(0x2C)
    JavaScriptLiteral.appendList(fields, to: &bytes) { field, bytes in
      bytes.append(contentsOf: "\(field.field.rawValue),\(field.start)".utf8)
    }
    bytes.append(0x2C)
    JavaScriptLiteral.appendList(excerpts(document, limit: excerptBytes), to: &bytes) { excerpt, bytes in
      bytes.append(contentsOf: "\(excerpt.field.rawValue),".utf8)
      JavaScriptLiteral.append(excerpt.text, to: &bytes)
    }
    bytes.append(0x5D)
  }

  /// The texts of a document to take excerpts from, within `limit` bytes: an even share each, but for
  /// the first of them at least a line.
  static func excerpts(_ document: SearchDocument, limit: Int) -> [(field: SearchField, text: String)] {
    let texts = document.fields.filter { $0.field != .title && $0.field != .cause && $0.field != .service }
    var remaining = limit
    var left = texts.count
    var result: [(field: SearchField, text: String)] = []
    for (field, text) in texts.enumerated().sorted(by: {
      ($0.element.field.rawValue, $0.offset) < ($1.element.field.rawValue, $1.offset)
    }).map(\.element) {
      let excerpt = collapsed(text, limit: max(remaining / max(1, left), min(remaining, 160)))
      left -= 1
      remaining -= excerpt.utf8.count
      if !excerpt.isEmpty { result.append((field, excerpt)) }
    }
    return result
  }

  /// The text on one line, cut before the word that would exceed `limit` bytes.
  static func collapsed(_ text: String, limit: Int) -> String {
    var bytes: [UInt8] = []
    var cut = 0
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          if let last = bytes.last, last != 0x20 {
            cut = bytes.count
            bytes.append(0x20)
          }
        } else {
          bytes.append(byte)
        }
        if bytes.count > limit { break }
      }
    }
    if bytes.count > limit { bytes.removeLast(bytes.count - cut) }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
