package import Diagnostics
package import RPC
internal import KnowledgeBase

/// A server of the Language Server Protocol: what `check` finds as it is typed, fixes, completion, and what words mean.
///
/// Per keystroke only the document is read and checked, against a knowledge base that was read once; a saved file has it
/// read again, beside the conversation. It changes no file.
package struct LanguageServer<Source: WorkspaceSource>: RequestHandler {
  var source: Source
  private let version: String
  var documents: [String: OpenDocument] = [:]
  private var life = Life.begun

  private enum Life {
    case begun, ready, ended
  }

  /// Whether the editor said that it would end the conversation before it did.
  package var hasEnded: Bool { life == .ended }

  /// - Parameter version: the program's own.
  package init(_ source: Source, version: String) {
    self.source = source
    self.version = version
  }

  package mutating func result(of method: String, _ parameters: JSONValue?, _ outbox: inout Outbox)
    throws(RPCError) -> JSONValue
  {
    switch (method, life) {
    case ("initialize", .begun): return initialize(parameters)
    case (_, .begun): throw RPCError(code: -32002, message: "the first request is 'initialize'")
    case (_, .ended): throw .invalidRequest("the server was told to shut down")
    case ("initialize", _): throw .invalidRequest("'initialize' came before")
    case ("shutdown", _):
      life = .ended
      return .null
    case ("textDocument/completion", _): return try completion(parameters)
    case ("textDocument/hover", _): return try hover(parameters)
    case ("textDocument/definition", _): return try definition(parameters)
    case ("textDocument/codeAction", _): return try codeActions(parameters)
    default: throw .unknownMethod(method)
    }
  }

  package mutating func take(_ method: String, _ parameters: JSONValue?, _ outbox: inout Outbox) {
    guard method != "exit" else { return outbox.close() }
    guard life == .ready else { return }
    switch method {
    case "textDocument/didOpen": open(parameters, &outbox)
    case "textDocument/didChange": change(parameters, &outbox)
    case "textDocument/didClose": close(parameters, &outbox)
    case "textDocument/didSave": if concernsUs(parameters) { source.refresh() }
    case "workspace/didChangeWatchedFiles": source.refresh()
    default: break
    }
    resume(&outbox)
  }

  /// Checks what is open against what has been read since.
  package mutating func resume(_ outbox: inout Outbox) {
    if let problem = source.takeProblem() {
      outbox.notify("window/showMessage", .object(["type": .int(1), "message": .string("debrief: \(problem)")]))
    }
    guard life == .ready else { return }
    let current = source.readings
    for (address, document) in documents.sorted(by: { $0.key < $1.key }) where document.reading != current {
      publish(address, &outbox)
    }
  }

  // MARK: - Beginning

  private mutating func initialize(_ parameters: JSONValue?) -> JSONValue {
    life = .ready
    let folder =
      parameters?["workspaceFolders"]?.items?.first?["uri"]?.string ?? parameters?["rootUri"]?.string
    source.open(folder: folder.flatMap(DocumentAddress.path) ?? parameters?["rootPath"]?.string)
    let synchronization = JSONValue.object([
      "openClose": .bool(true), "change": .int(2), "save": .object(["includeText": .bool(false)]),
    ])
    return .object([
      "capabilities": .object([
        "positionEncoding": .string("utf-16"), "textDocumentSync": synchronization,
        "completionProvider": .object(["triggerCharacters": .strings([":", " ", "[", "{", ",", "(", "@", "-"])]),
        "hoverProvider": .bool(true), "definitionProvider": .bool(true),
        "codeActionProvider": .object(["codeActionKinds": .strings(["quickfix", "source.fixAll.debrief"])]),
      ]),
      "serverInfo": .object(["name": .string("debrief"), "version": .string(version)]),
    ])
  }

  // MARK: - Documents

  /// Whether a document is one of the knowledge base, or may be.
  private func concernsUs(_ parameters: JSONValue?) -> Bool {
    guard let address = parameters?["textDocument"]?["uri"]?.string else { return false }
    return documents[address].map { $0.kind != nil } ?? true
  }

  private mutating func open(_ parameters: JSONValue?, _ outbox: inout Outbox) {
    guard let item = parameters?["textDocument"], let address = item["uri"]?.string, let text = item["text"]?.string
    else { return }
    let kind = DocumentAddress.path(address).flatMap { source.workspace?.kind(ofPath: $0) }
    documents[address] = OpenDocument(
      address: address, text: EditedText(path: kind?.file ?? address, text: text), version: item["version"]?.whole,
      kind: kind)
    publish(address, &outbox)
  }

  private mutating func change(_ parameters: JSONValue?, _ outbox: inout Outbox) {
    guard let address = parameters?["textDocument"]?["uri"]?.string, var document = documents[address] else { return }
    documents[address] = nil
    for change in parameters?["contentChanges"]?.items ?? [] {
      guard let text = change["text"]?.string else { continue }
      if let written = change["range"], written != .null {
        if let range = EditorRange(written) { document.text.replace(range, with: text) }
      } else {
        document.text.replace(nil, with: text)
      }
    }
    document.version = parameters?["textDocument"]?["version"]?.whole ?? document.version
    documents[address] = document
    publish(address, &outbox)
  }

  private mutating func close(_ parameters: JSONValue?, _ outbox: inout Outbox) {
    guard let address = parameters?["textDocument"]?["uri"]?.string, documents.removeValue(forKey: address) != nil
    else { return }
    outbox.notify(
      "textDocument/publishDiagnostics", .object(["uri": .string(address), "diagnostics": .array([])]))
  }

  private mutating func publish(_ address: String, _ outbox: inout Outbox) {
    guard var document = documents.removeValue(forKey: address) else { return }
    let reading = source.readings
    if let workspace = source.workspace {
      document.reading = max(reading, 1)
      document.check(in: workspace, mayParse: source.mayParse)
      outbox.notify(
        "textDocument/publishDiagnostics", DiagnosticAnswer(document: document, workspace: workspace).parameters)
    }
    documents[address] = document
  }
}

extension DocumentKind {
  /// The path relative to the input; that of the settings is theirs alone.
  fileprivate var file: String {
    switch self {
    case .settings: "debrief.yml"
    case .postMortem(let file), .cause(let file), .plan(let file): file
    }
  }
}
