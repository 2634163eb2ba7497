internal import Diagnostics
internal import Markdown

/// A post-mortem's title: from front matter, else the first heading that is no section's name, else the file's name.
enum TitleReader {
  static func title(of document: Document, fields: PostMortemFields) -> Located<String> {
    if let title = fields.title { return title }
    if let heading = heading(of: document) ?? namedLine(of: document) ?? firstLine(of: document) { return heading }
    return Located(fileTitle(document.source.path), at: .fileStart)
  }

  private static func heading(of document: Document) -> Located<String>? {
    for index in document.blocks {
      guard case .heading(let level) = document.nodes[index].kind else { continue }
      let text = HeadingAnchors.split(document.plainText(of: index)).text
      guard !text.isEmpty, level == 1 || SectionTitle.role(of: text) == nil else { return nil }
      if level == 1, SectionTitle.exactRole(of: text) != nil { return nil }
      return Located(withoutRules(text), at: document.nodes[index].span)
    }
    return nil
  }

  /// The words without the line of signs that some markups draw above a title too, on one line.
  private static func withoutRules(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.count > 1, let first = words.first, first.utf8.count >= 4, Set(first.utf8).count == 1,
      first.utf8.allSatisfy({ "=-~*#^".utf8.contains($0) })
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// Which of a document's first lines says that it is its title: `Subject: …` in a mail's head, `#Outage of May 3` where
  /// the blank behind the sign was forgotten, `Postmortem: …`.
  private static func namedLine(of document: Document) -> Located<String>? {
    guard let first = document.blocks.first, case .paragraph = document.nodes[first].kind else { return nil }
    let source = document.source
    var lines: [(words: Substring, span: SourceSpan)] = []
    var start = document.nodes[first].span.start
    for line in source.bytes[start..<document.nodes[first].span.end].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).prefix(12) {
      let text = String(decoding: line, as: UTF8.self)
      lines.append((text.drop { $0.isWhitespace }, SourceSpan(start, start + line.count)))
      start += line.count + 1
    }
    let isMail = lines.contains { $0.words.hasPrefix("From:") }
    if isMail, let subject = lines.first(where: { $0.words.hasPrefix("Subject:") }) {
      return located(subject.words.dropFirst("Subject:".count), subject.span)
    }
    guard let line = lines.first, line.words.utf8.count <= 160 else { return nil }
    let signs = line.words.prefix { $0 == "#" }.count
    let words = line.words.dropFirst(signs)
    if (1...6).contains(signs), let initial = words.first, initial.isLetter, words.split(separator: " ").count >= 3,
      SectionTitle.role(of: String(words)) == nil
    {
      return located(words, line.span)
    }
    let isReport = reportNames.contains { line.words.lowercased().hasPrefix($0 + ": ") }
    return isReport ? located(line.words, line.span) : nil
  }

  private static let reportNames = [
    "postmortem", "post-mortem", "post mortem", "incident", "incident report", "outage", "outage report", "rca",
    "incident postmortem", "incident post-mortem", "post-incident review", "post-incident report",
  ]

  private static func located(_ words: Substring, _ span: SourceSpan) -> Located<String>? {
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : Located(text, at: span)
  }

  /// A document's first paragraph, where it is one line in bold, or a short one that ends no sentence and names no value.
  private static func firstLine(of document: Document) -> Located<String>? {
    guard let first = document.blocks.first, case .paragraph = document.nodes[first].kind,
      document.blocks.dropFirst().contains(where: { _ in true })
    else { return nil }
    var text = document.plainText(of: first)
    let isOneLine = !document.nodes[first..<document.nodes[first].end].contains {
      $0.kind == .softBreak || $0.kind == .lineBreak
    }
    guard isOneLine, (8...120).contains(text.utf8.count), text.split(separator: " ").count >= 2,
      SectionTitle.role(of: text) == nil
    else { return nil }
    let children = Array(document.children(of: first))
    let isBold = children.count == 1 && children.allSatisfy { document.nodes[$0].kind == .strong }
    if let label = ["Subject: ", "Betreff: ", "Objet: ", "Asunto: "].first(where: { text.hasPrefix($0) }) {
      text = String(text.dropFirst(label.count))
    } else if !isBold {
      let isPlain = children.allSatisfy { if case .text = document.nodes[$0].kind { true } else { false } }
      guard isPlain, let last = text.last, last.isLetter || last.isNumber || last == ")", isName(text) else {
        return nil
      }
    }
    guard text.last != ":" else { return nil }
    return Located(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), at: document.nodes[first].span)
  }

  /// Whether a line begins like a name and is no `Label: value`, import or address.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isUpper || first.isDigit, !text.contains("://"), !text.contains("{") else {
      return false
    }
    let label = LabelledLine(Array(text.utf8), SourceSpan(0, text.utf8.count)).label
    return label.map { DatedLabels.meaning(of: $0.words) == nil && $0.words.split(separator: " ").count > 2 } ?? true
  }

  /// The file's name in words: extension and leading date cut, dashes and underscores as spaces.
  static func fileTitle(_ path: String) -> String {
    let stem = FileName.stem(of: path)
    let words = stem.split { $0 == "-" || $0 == "_" || $0 == " " }.map(String.init)
    let undated = Array(words.drop { $0.allSatisfy(\.isNumber) && $0.count <= 8 })
    let kept = undated.isEmpty ? words : undated
    let text = kept.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// What a path says of a document.
package enum FileName {
  static let extensions = [".html.md.erb", ".markdown", ".qmd", ".md"]

  /// Whether a file name has one of the extensions that are read.
  package static func hasKnownExtension(_ name: some StringProtocol) -> Bool {
    let lower = name.lowercased()
    return extensions.contains { lower.hasSuffix($0) }
  }

  package static func withoutExtension(_ name: some StringProtocol) -> String {
    let lower = name.lowercased()
    let match = extensions.first { lower.hasSuffix($0) }
    return String(name.dropLast(match?.count ?? 0))
  }

  /// The file's name without extension; for a bundle's `index.md` or `README.md` the folder's.
  package static func stem(of path: String) -> String {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    let stem = withoutExtension(last)
    if isBundlePage(stem), parts.count > 1 { return String(parts[parts.count - 2]) }
    return stem
  }

  package static func isBundlePage(_ stem: String) -> Bool {
    let lower = stem.lowercased()
    return lower == "index" || lower == "readme"
  }
}

/// The id of a post-mortem: given, or the slug of the file's name.
enum IDReader {
  static func id(of document: Document, fields: PostMortemFields) -> Located<String> {
    if let id = fields.id { return id }
    return Located(Slug.make(FileName.stem(of: document.source.path)), at: .fileStart)
  }
}
