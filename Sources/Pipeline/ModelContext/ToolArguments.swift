internal import Diagnostics
internal import RPC

/// One argument of a tool, as its schema has it and as it is checked.
struct ToolParameter {
  enum Kind {
    case text
    case choice([String])
    case flag
    case count(ClosedRange<Int>)
  }

  let name: String
  let kind: Kind
  let summary: String
  var isRequired = false

  /// How many results a tool gives at most.
  static let limit = ToolParameter(name: "limit", kind: .count(1...100), summary: "How many results at most.")

  var json: JSONValue {
    let type: [(String, JSONValue)] =
      switch kind {
      case .text: [("type", .string("string"))]
      case .choice(let words): [("type", .string("string")), ("enum", .strings(words))]
      case .flag: [("type", .string("boolean"))]
      case .count(let range):
        [("type", .string("integer")), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound))]
      }
    return .object((type + [("description", .string(summary))]).map { JSONValue.Member($0.0, $0.1) })
  }

  /// Why a value cannot be this argument; nil where it can.
  func problem(with value: JSONValue) -> String? {
    switch (kind, value) {
    case (.text, .string(let text)): return text.isEmpty && isRequired ? "'\(name)' is empty" : nil
    case (.text, _): return "'\(name)' is no text"
    case (.choice(let words), .string(let text)) where words.contains(text): return nil
    case (.choice(let words), _): return "'\(name)' is none of \(words.joined(separator: ", "))"
    case (.flag, .bool): return nil
    case (.flag, _): return "'\(name)' is neither true nor false"
    case (.count(let range), let value):
      if let number = value.whole, range.contains(number) { return nil }
      return "'\(name)' is no whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

/// The arguments of one call, every one of a known name and of the right kind.
struct ToolArguments {
  private let values: [String: JSONValue]

  /// - Parameter value: an object; nil and null for no arguments.
  init(_ value: JSONValue?, for tool: any Tool.Type) throws(RPCError) {
    var values: [String: JSONValue] = [:]
    switch value {
    case nil, .null: break
    case .object(let members):
      for member in members where member.value != .null { values[member.key] = member.value }
    default: throw .invalidParameters("the arguments of '\(tool.name)' are no object")
    }
    let names = tool.parameters.map(\.name)
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      let near = NearMiss.nearest(to: unknown, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw .invalidParameters("'\(tool.name)' has no argument '\(Visible.text(unknown))'\(near)")
    }
    for parameter in tool.parameters {
      if let value = values[parameter.name] {
        if let problem = parameter.problem(with: value) { throw .invalidParameters(problem) }
      } else if parameter.isRequired {
        throw .invalidParameters("'\(tool.name)' needs the argument '\(parameter.name)'")
      }
    }
    self.values = values
  }

  func text(_ name: String) -> String? { values[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }

  func flag(_ name: String) -> Bool { values[name] == .bool(true) }

  func limit(standard: Int) -> Int { values["limit"]?.whole ?? standard }
}

extension JSONValue {
  /// A whole number, however it is written.
  fileprivate var whole: Int? {
    switch self {
    case .int(let number): number
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }
}
