internal import Diagnostics
internal import RPC

/// The answers to what an editor asks about a place; null for a document that is not open, or none of the knowledge base.
extension LanguageServer {
  private func document(_ parameters: JSONValue?) throws(RPCError) -> (OpenDocument, Workspace)? {
    guard let address = parameters?["textDocument"]?["uri"]?.string else {
      throw .invalidParameters("'textDocument' has no 'uri'")
    }
    guard let document = documents[address], document.kind != nil, let workspace = source.workspace else { return nil }
    return (document, workspace)
  }

  private func place(_ parameters: JSONValue?) throws(RPCError) -> EditorPosition {
    guard let place = EditorPosition(parameters?["position"]) else {
      throw .invalidParameters("'position' has no 'line' and 'character'")
    }
    return place
  }

  func completion(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    let place = try place(parameters)
    guard let (document, workspace) = try document(parameters) else { return .null }
    let completion = Completion(document: document, workspace: workspace)
    return completion.list(at: document.text.offset(of: place))?.json(in: document.text) ?? .null
  }

  func hover(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    let place = try place(parameters)
    guard let (document, workspace) = try document(parameters),
      let (subject, span) = SubjectFinder(document: document, workspace: workspace)
        .subject(at: document.text.offset(of: place))
    else { return .null }
    return .object([
      "contents": .object([
        "kind": .string("markdown"), "value": .string(SubjectText(workspace).markdown(subject)),
      ]),
      "range": document.text.range(of: span).json,
    ])
  }

  func definition(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    let place = try place(parameters)
    guard let (document, workspace) = try document(parameters),
      let (subject, _) = SubjectFinder(document: document, workspace: workspace)
        .subject(at: document.text.offset(of: place))
    else { return .null }
    return DocumentPlace(workspace).location(of: subject) ?? .null
  }

  func codeActions(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    guard let range = EditorRange(parameters?["range"]) else {
      throw .invalidParameters("'range' has no 'start' and 'end'")
    }
    guard let (document, workspace) = try document(parameters) else { return .array([]) }
    let only = parameters?["context"]?["only"]?.items?.compactMap(\.string)
    return .array(QuickFixes(document: document, workspace: workspace).actions(in: range, only: only))
  }
}
