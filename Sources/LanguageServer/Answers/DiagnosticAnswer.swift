internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems
internal import Validation

/// Findings as an editor shows them: a code with its page, and the documents that they speak of.
struct DiagnosticAnswer {
  let document: OpenDocument
  let workspace: Workspace

  var parameters: JSONValue {
    var members: [JSONValue.Member] = [.init("uri", .string(document.address))]
    if let version = document.version { members.append(.init("version", .int(version))) }
    return .object(members + [.init("diagnostics", .array(document.diagnostics.map(json)))])
  }

  func json(_ diagnostic: Diagnostic) -> JSONValue {
    let text = ([diagnostic.message] + diagnostic.notes.map { "note: \($0)" } + [diagnostic.help.map { "help: \($0)" }])
      .compactMap { $0 }.joined(separator: "\n")
    var members: [JSONValue.Member] = [
      .init("range", document.range(of: diagnostic).json), .init("severity", .int(Self.severity(diagnostic.level))),
      .init("code", .string(diagnostic.rule)), .init("source", .string("debrief")), .init("message", .string(text)),
    ]
    if let page = workspace.rulePage(diagnostic.rule), RuleCatalogue.rule(diagnostic.rule) != nil {
      members.append(.init("codeDescription", .object(["href": .string(page)])))
    }
    let related = self.related(diagnostic)
    if !related.isEmpty { members.append(.init("relatedInformation", .array(related))) }
    return .object(members)
  }

  /// Error, warning and information of the protocol.
  private static func severity(_ level: Level) -> Int {
    switch level {
    case .error: 1
    case .warning: 2
    case .note, .off: 3
    }
  }

  /// The other documents that a message names between quotes.
  private func related(_ diagnostic: Diagnostic) -> [JSONValue] {
    var seen: Set<String> = []
    return ([diagnostic.message] + diagnostic.notes).flatMap(Self.quoted).compactMap { name -> JSONValue? in
      guard seen.insert(name).inserted, let place = place(of: name), place.file != document.text.source.path else {
        return nil
      }
      let location = DocumentPlace(workspace).location(place.file, place.source, place.span)
      return .object(["location": location, "message": .string(place.title)])
    }
  }

  private func place(of name: String) -> (file: String, source: SourceFile, span: SourceSpan, title: String)? {
    let base = workspace.knowledgeBase
    if let position = base.references.position(ofFile: name) ?? base.references.position(of: name) {
      let draft = base.postMortems[position].draft
      return (draft.file, draft.source, draft.title.span, SubjectText.line(base.postMortems[position]))
    }
    guard let record = base.causes.cause(name)?.record else { return nil }
    return (record.file, record.document.source, record.title.span, record.title.value)
  }

  /// The texts between two apostrophes that stand at the edges of words.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
      index % 2 == 1 && !part.isEmpty ? String(part) : nil
    }
  }
}

extension OpenDocument {
  func range(of diagnostic: Diagnostic) -> EditorRange {
    EditorRange(text.place(of: diagnostic.start), text.place(of: diagnostic.end))
  }
}

/// A place in a file of the knowledge base as it was read, for an editor to go to.
struct DocumentPlace {
  private let workspace: Workspace

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  func location(_ file: String, _ source: SourceFile, _ span: SourceSpan) -> JSONValue {
    let text = EditedText(source: source)
    return .object(["uri": .string(workspace.address(ofFile: file)), "range": text.range(of: span).json])
  }

  /// Nil for what is written nowhere.
  func location(of subject: Subject) -> JSONValue? {
    let base = workspace.knowledgeBase
    switch subject {
    case .cause(let cause):
      return cause.record.map { location($0.file, $0.document.source, $0.title.span) }
    case .postMortem(let position):
      let draft = base.postMortems[position].draft
      return location(draft.file, draft.source, draft.title.span)
    case .plan(let slug):
      return base.plan.first { $0.slug == slug }.map { location($0.file, $0.document.source, $0.title.span) }
    case .service(let entry): return setting("services.\(entry.slug)")
    case .team(let entry): return setting("teams.\(entry.slug)")
    case .severity(let level): return setting("severities.\(level.name)")
    case .key: return nil
    }
  }

  private func setting(_ key: String) -> JSONValue? {
    guard let path = workspace.settingsPath, let line = workspace.places?.line(of: key) else { return nil }
    let place = EditorPosition(line: line - 1, character: 0)
    return .object([
      "uri": .string(DocumentAddress.address(path)), "range": EditorRange(place, place).json,
    ])
  }
}
