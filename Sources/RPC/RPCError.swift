package import Diagnostics

/// Why a request has no result: a number of JSON-RPC 2.0 or of the protocol above it, and words for a person.
package struct RPCError: Error, Equatable, Sendable {
  package let code: Int
  package let message: String
  package let data: JSONValue?

  package init(code: Int, message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  package static func parseError(_ reason: String) -> RPCError {
    RPCError(code: -32700, message: "not a JSON document: \(reason)")
  }

  package static func invalidRequest(_ reason: String) -> RPCError {
    RPCError(code: -32600, message: "not a request: \(reason)")
  }

  package static func unknownMethod(_ name: String) -> RPCError {
    RPCError(code: -32601, message: "no method is called '\(Visible.text(name))'")
  }

  package static func invalidParameters(_ reason: String) -> RPCError {
    RPCError(code: -32602, message: reason)
  }

  var json: JSONValue {
    let members: [JSONValue.Member] = [
      JSONValue.Member("code", .int(code)), JSONValue.Member("message", .string(message)),
    ]
    return .object(members + (data.map { [JSONValue.Member("data", $0)] } ?? []))
  }
}
