internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// What a word of a document means.
enum Subject {
  case key(KeyDescription)
  case cause(Cause)
  /// A position in the knowledge base.
  case postMortem(Int)
  case plan(slug: String)
  case service(CatalogueEntry)
  case team(CatalogueEntry)
  case severity(SeverityLevel)
}

/// Finds the subject at a place, with the words that name it.
struct SubjectFinder {
  let document: OpenDocument
  let workspace: Workspace
  private var source: SourceFile { document.text.source }
  private var base: KnowledgeBase { workspace.knowledgeBase }

  func subject(at offset: Int) -> (subject: Subject, span: SourceSpan)? {
    if let lines = document.yamlLines, lines.contains(source.line(at: offset)) {
      return inYAML(KeyPath(source, lines: lines, offset: offset))
    }
    return link(at: offset) ?? mention(at: offset)
  }

  private func inYAML(_ path: KeyPath) -> (subject: Subject, span: SourceSpan)? {
    guard let keys = document.keys, !path.word.isEmpty else { return nil }
    var form: ValueForm? = .map(keys)
    for key in path.keys { form = form?.form(under: path.keys.count == 1 ? base.settings.ourKey(key, keys) : key) }
    guard let form else { return nil }
    let word = source.text(path.word)
    if path.isKey, path.keys.isEmpty || !form.keys.isEmpty {
      let name = path.keys.isEmpty ? base.settings.ourKey(word, keys) : word
      if let key = form.keys.first(where: { $0.name == name }) { return (.key(key), path.word) }
    }
    let list = (path.isKey ? form.keyList : nil) ?? form.wordList
    return list.flatMap { meaning(of: word, in: $0) }.map { ($0, path.word) }
  }

  private func meaning(of word: String, in list: WordList) -> Subject? {
    switch list {
    case .cause: base.causes.cause(word).map { .cause($0) }
    case .postMortem: base.references.position(of: word).map { .postMortem($0) }
    case .service: base.services.first { $0.entry.slug == word }.map { .service($0.entry) }
    case .team: base.teams.first { $0.entry.slug == word }.map { .team($0.entry) }
    case .severity: base.settings.severities.first { $0.name == word }.map { .severity($0) }
    default: nil
    }
  }

  /// The target of a link whose address, or text, is at the place.
  private func link(at offset: Int) -> (subject: Subject, span: SourceSpan)? {
    let line = source.lineSpan(source.line(at: offset))
    let bytes = source.bytes[line.start..<line.end]
    var index = bytes.startIndex
    while let middle = bytes[index...].indices.first(where: { bytes[$0...].starts(with: "](".utf8) }) {
      let close = bytes[middle...].firstIndex(of: UInt8(ascii: ")")) ?? line.end
      let open = bytes[..<middle].lastIndex(of: UInt8(ascii: "[")) ?? middle
      let address = SourceSpan(middle + 2, close)
      if open <= offset, offset <= close {
        let written = source.text(address).split(separator: " ").first.map(String.init) ?? ""
        return subject(of: base.links.target(of: written, in: source.path)).map { ($0, address) }
      }
      index = min(close + 1, line.end)
    }
    return nil
  }

  private func subject(of target: LinkTarget) -> Subject? {
    switch target {
    case .postMortem(let position, _): .postMortem(position)
    case .cause(let slug, _): base.causes.cause(slug).map { .cause($0) }
    case .plan(let slug, _): .plan(slug: slug)
    case .attachment, .fragment, .external, .refused, .missing: nil
    }
  }

  /// An id or the name of a cause in the text: whatever the knowledge base knows under that name.
  private func mention(at offset: Int) -> (subject: Subject, span: SourceSpan)? {
    let line = source.lineSpan(source.line(at: offset))
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: byte >= 0x80
      }
    }
    var (start, end) = (min(max(offset, line.start), line.end), min(max(offset, line.start), line.end))
    while start > line.start, isWord(source.bytes[start - 1]) { start -= 1 }
    while end < line.end, isWord(source.bytes[end]) { end += 1 }
    let span = SourceSpan(start, end)
    let word = source.text(span)
    guard word.contains("-") || word.contains(where: \.isNumber) else { return nil }
    if let position = base.references.position(of: word) { return (.postMortem(position), span) }
    if word.contains("-"), let cause = base.causes.cause(word) { return (.cause(cause), span) }
    return nil
  }
}
