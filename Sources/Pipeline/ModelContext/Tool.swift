internal import Diagnostics
internal import RPC
internal import Site

/// A question that a program may ask the knowledge base; it changes nothing.
protocol Tool: Sendable {
  static var name: String { get }
  static var title: String { get }
  /// For the program that decides whether to call it.
  static var summary: String { get }
  static var parameters: [ToolParameter] { get }

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer
}

/// What a tool says: a text for a model, and the same as data.
struct ToolAnswer {
  let text: String
  let data: JSONValue

  /// Data whose text is the data itself, behind the notice that it is no more than that.
  init(_ data: JSONValue) {
    self.init(text: "\(TwinNotice.text)\n\n\(data.text)", data: data)
  }

  /// - Parameter text: one that says itself that it is data.
  init(text: String, data: JSONValue) {
    self.text = text
    self.data = data
  }
}

/// Why a tool has no answer, in words that help whoever asked to ask better.
struct ToolFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

enum Tools {
  static let all: [any Tool.Type] = [
    SearchTool.self, ReadTool.self, SimilarTool.self, RecurrencesTool.self, ActionsTool.self,
  ]

  static func named(_ name: String) -> (any Tool.Type)? { all.first { $0.name == name } }
}

extension Tool {
  /// The tool as `tools/list` describes it.
  static var json: JSONValue {
    let members = parameters.map { JSONValue.Member($0.name, $0.json) }
    return .object([
      "name": .string(name), "title": .string(title), "description": .string(summary),
      "inputSchema": .object([
        "type": .string("object"), "properties": .object(members),
        "required": .strings(parameters.filter(\.isRequired).map(\.name)), "additionalProperties": .bool(false),
      ]),
      "annotations": .object([
        "title": .string(title), "readOnlyHint": .bool(true), "destructiveHint": .bool(false),
        "idempotentHint": .bool(true), "openWorldHint": .bool(false),
      ]),
    ])
  }
}
