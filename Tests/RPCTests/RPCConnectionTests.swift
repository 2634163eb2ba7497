import Diagnostics
import Testing

@testable import RPC

/// Repeats what it is told, and fails where it is asked to.
private struct Echo: RequestHandler {
  var heard: [String] = []

  mutating func result(of method: String, _ parameters: JSONValue?, _ outbox: inout Outbox) throws(RPCError)
    -> JSONValue
  {
    switch method {
    case "echo": return parameters ?? .null
    case "fail": throw RPCError(code: 7, message: "as asked", data: .int(1))
    case "tell":
      outbox.notify("told", .object(["a": .int(1)]))
      return .null
    default: throw .unknownMethod(method)
    }
  }

  mutating func take(_ method: String, _ parameters: JSONValue?, _ outbox: inout Outbox) {
    heard.append(method)
    if method == "exit" { outbox.close() }
  }
}

/// Requests and answers by the rules of JSON-RPC 2.0.
@Suite struct RPCConnectionTests {
  private func answers(_ line: String) -> [String] {
    var connection = RPCConnection(.lines, handler: Echo())
    let output = connection.receive(Array(line.utf8)) + connection.finish()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"echo","params":[1,"a"]}"#, #"{"jsonrpc":"2.0","id":1,"result":[1,"a"]}"#),
    (#"{"jsonrpc":"2.0","id":"x","method":"echo"}"#, #"{"jsonrpc":"2.0","id":"x","result":null}"#),
    (
      #"{"jsonrpc":"2.0","id":2,"method":"fail"}"#,
      #"{"jsonrpc":"2.0","id":2,"error":{"code":7,"message":"as asked","data":1}}"#
    ),
    (
      #"{"jsonrpc":"2.0","id":3,"method":"nope\u001b"}"#,
      "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32601,\"message\":\"no method is called 'nope\u{FFFD}'\"}}"
    ),
  ])
  func answersARequest(line: String, answer: String) {
    #expect(answers(line) == [answer])
  }

  @Test(arguments: [
    ("{", -32700), ("nonsense", -32700), ("\u{1}", -32700), ("[]", -32600), ("7", -32600), ("{}", -32600),
    (#"{"jsonrpc":"1.0","id":1,"method":"echo"}"#, -32600), (#"{"jsonrpc":"2.0","id":null,"method":"echo"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"echo"}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":5}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"echo","params":5}"#, -32600), (#"{"jsonrpc":"2.0","id":1}"#, -32600),
  ])
  func saysWhatIsWrongAndLives(line: String, code: Int) throws {
    let found = answers(line + "\n" + #"{"jsonrpc":"2.0","id":9,"method":"echo"}"#)
    #expect(found.count == 2)
    #expect(try #require(found.first).contains("\"error\":{\"code\":\(code),"))
    #expect(found.last == #"{"jsonrpc":"2.0","id":9,"result":null}"#)
  }

  @Test func livesThroughDeepNesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(answers(deep).count == 1)
  }

  @Test func answersABatchWithABatchAndNotificationsWithNothing() {
    let batch = #"[{"jsonrpc":"2.0","method":"note"},{"jsonrpc":"2.0","id":1,"method":"echo"},5]"#
    #expect(answers(batch).count == 1)
    #expect(answers(batch)[0].hasPrefix(#"[{"jsonrpc":"2.0","id":1,"result":null},{"jsonrpc":"2.0","id":null,"error""#))
    #expect(answers(#"{"jsonrpc":"2.0","method":"note"}"#).isEmpty)
    #expect(answers(#"{"jsonrpc":"2.0","id":4,"result":{}}"#).isEmpty)
  }

  @Test func sendsNotificationsBehindTheAnswer() {
    #expect(
      answers(#"{"jsonrpc":"2.0","id":1,"method":"tell"}"#) == [
        #"{"jsonrpc":"2.0","id":1,"result":null}"#, #"{"jsonrpc":"2.0","method":"told","params":{"a":1}}"#,
      ])
  }

  @Test func hearsNothingMoreOnceItIsClosed() {
    var connection = RPCConnection(.contentLength, handler: Echo())
    let exit = MessageFraming.contentLength.framed(#"{"jsonrpc":"2.0","method":"exit"}"#.utf8)
    #expect(connection.receive(exit + exit).isEmpty)
    #expect(connection.isClosed)
    #expect(connection.handler.heard == ["exit"])
  }
}
