package import Diagnostics

/// What a server does with what it is asked; the same for every framing and every stream.
package protocol RequestHandler {
  /// The result of a request.
  mutating func result(of method: String, _ parameters: JSONValue?, _ outbox: inout Outbox) throws(RPCError)
    -> JSONValue

  /// Takes note of something that wants no answer; what it does not know it ignores.
  mutating func take(_ method: String, _ parameters: JSONValue?, _ outbox: inout Outbox)

  /// Says what work beside the conversation has brought.
  mutating func resume(_ outbox: inout Outbox)
}

extension RequestHandler {
  package mutating func resume(_ outbox: inout Outbox) {}
}

/// What a server says of its own accord.
package struct Outbox: Sendable {
  private(set) var notifications: [JSONValue] = []
  private(set) var isClosing = false

  /// Tells the other side something, behind the answer to the message that is being handled.
  package mutating func notify(_ method: String, _ parameters: JSONValue) {
    notifications.append(
      .object(["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters]))
  }

  /// Ends the conversation once the message that is being handled is answered.
  package mutating func close() { isClosing = true }
}
