import Diagnostics
import KnowledgeBase
import RPC
import TestSupport
import Testing

@testable import LanguageServer

/// A knowledge base that is there at once.
private struct ReadyWorkspace: WorkspaceSource {
  let workspace: Workspace?
  var readings = 1

  init(_ corpus: String) {
    workspace = Workspace(
      Corpus(corpus).knowledgeBase(), roots: ["/kb"], settingsPath: "/kb/debrief.yml", places: nil
    ) { "https://pm.example.org/\($0)" }
  }

  mutating func open(folder: String?) {}
  mutating func takeProblem() -> String? { nil }
  mutating func refresh() { readings += 1 }
  func mayParse(_ text: SourceFile) -> Bool { !text.bytes.starts(with: "# Hostile".utf8) }
}

@Suite struct LanguageServerTests {
  private static let corpus =
    "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n-- old.md --\n---\nid: PM-1\n---\n"

  private struct Editor {
    var connection = RPCConnection(
      .contentLength, handler: LanguageServer(ReadyWorkspace(LanguageServerTests.corpus), version: "1"))

    /// What the server sends on a message.
    mutating func send(_ method: String, id: Int? = nil, _ parameters: String) throws -> [JSONValue] {
      let number = id.map { "\"id\": \($0), " } ?? ""
      let body = "{\"jsonrpc\": \"2.0\", \(number)\"method\": \"\(method)\", \"params\": \(parameters)}"
      var reader = MessageReader(.contentLength)
      reader.append(connection.receive(MessageFraming.contentLength.framed(body.utf8)))
      var messages: [JSONValue] = []
      while case .message(let bytes) = reader.next() { messages.append(try JSONParser.parse(bytes)) }
      return messages
    }

    mutating func open(_ text: String, as name: String = "new.md") throws -> [JSONValue] {
      _ = try send("initialize", id: 0, "{}")
      let item = JSONValue.object(["uri": .string("file:///kb/\(name)"), "version": .int(1), "text": .string(text)])
      return try send("textDocument/didOpen", "{\"textDocument\": \(item.compact)}")
    }
  }

  @Test func publishesWhatTheRulesFindInOneDocument() throws {
    var editor = Editor()
    let published = try editor.open("---\nseverity: SEVV1\n---\n")
    let found = published.first?["params"]?["diagnostics"]?.items ?? []
    let severity = try #require(found.first { $0["code"]?.string == "unknown-severity" })
    #expect(
      severity["range"]
        == EditorRange(EditorPosition(line: 1, character: 10), EditorPosition(line: 1, character: 15)).json)
    #expect(severity["codeDescription"]?["href"]?.string == "https://pm.example.org/unknown-severity")
  }

  @Test func saysNothingOfFilesOutsideTheKnowledgeBase() throws {
    var editor = Editor()
    let published = try editor.open("---\nseverity: SEVV1\n---\n", as: "../elsewhere.md")
    #expect(published.first?["params"]?["diagnostics"]?.items == [])
  }

  @Test func knowsNoWordOfADocumentThatIsNotOpen() throws {
    var editor = Editor()
    _ = try editor.open("")
    let place = "{\"textDocument\": {\"uri\": \"file:///kb/b.md\"}, \"position\": {\"line\": 0, \"character\": 0}}"
    #expect(try editor.send("textDocument/hover", id: 1, place).first?["result"] == .null)
  }

  @Test func answersAtEveryPlaceOfABrokenDocument() throws {
    let text = "---\nroot_causes: [full-disk, {😀\nrelated: PM-1\n---\n[[PM-1]] [a](old.md\n- [ ] x (type: \n"
    var editor = Editor()
    _ = try editor.open(text)
    var number = 1
    for line in 0...7 {
      for character in 0...30 {
        for method in ["completion", "hover", "definition"] {
          let parameters =
            "{\"textDocument\": {\"uri\": \"file:///kb/new.md\"}, \"position\": {\"line\": \(line), \"character\": \(character)}}"
          let answer = try editor.send("textDocument/\(method)", id: number, parameters)
          #expect(answer.first?["id"] == .int(number) && answer.first?["error"] == nil)
          number += 1
        }
      }
    }
  }

  @Test func checksOpenDocumentsAgainAfterAReading() throws {
    var editor = Editor()
    _ = try editor.open("")
    let published = try editor.send("textDocument/didSave", "{\"textDocument\": {\"uri\": \"file:///kb/new.md\"}}")
    #expect(published.map { $0["method"]?.string } == ["textDocument/publishDiagnostics"])
  }

  @Test func showsTheParserNoTextOnWhichItWouldHang() throws {
    var editor = Editor()
    let published = try editor.open("# Hostile\n\ntext\n")
    let found = published.first?["params"]?["diagnostics"]?.items ?? []
    #expect(found.contains { $0["code"]?.string == "parser-limit" })
  }
}
