internal import Diagnostics

/// One conversation: bytes in, bytes out; whatever comes in, it answers by the rules of JSON-RPC 2.0 and goes on.
package struct RPCConnection<Handler: RequestHandler> {
  package private(set) var handler: Handler
  /// Whether the handler has ended the conversation.
  package private(set) var isClosed = false
  private let framing: MessageFraming
  private var reader: MessageReader

  package init(_ framing: MessageFraming, handler: Handler) {
    self.framing = framing
    self.handler = handler
    reader = MessageReader(framing)
  }

  /// Takes bytes as they come and gives the bytes to be sent, which may be none.
  package mutating func receive(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    reader.append(bytes)
    var output: [UInt8] = []
    while !isClosed, let frame = reader.next() { answer(frame, &output) }
    return output
  }

  /// Lets the handler say something although nothing came; gives the bytes to be sent.
  package mutating func resume() -> [UInt8] {
    var outbox = Outbox()
    var output: [UInt8] = []
    if !isClosed { handler.resume(&outbox) }
    for notification in outbox.notifications { send(notification, &output) }
    return output
  }

  /// Answers what is left at the end of the stream.
  package mutating func finish() -> [UInt8] {
    var output: [UInt8] = []
    if !isClosed, let frame = reader.last() { answer(frame, &output) }
    isClosed = true
    return output
  }

  private mutating func answer(_ frame: MessageReader.Frame, _ output: inout [UInt8]) {
    var outbox = Outbox()
    switch frame {
    case .broken(let reason): send(Self.failure(nil, .parseError(reason)), &output)
    case .message(let bytes):
      let (messages, isBatch) = Message.read(bytes)
      let answers = messages.compactMap { answer($0, &outbox) }
      if isBatch {
        if !answers.isEmpty { send(.array(answers), &output) }
      } else {
        for answer in answers { send(answer, &output) }
      }
    }
    for notification in outbox.notifications { send(notification, &output) }
    isClosed = outbox.isClosing
  }

  private mutating func answer(_ message: Message, _ outbox: inout Outbox) -> JSONValue? {
    switch message {
    case .response: return nil
    case .invalid(let id, let error): return Self.failure(id, error)
    case .notification(let method, let parameters):
      handler.take(method, parameters, &outbox)
      return nil
    case .request(let id, let method, let parameters):
      do throws(RPCError) {
        let result = try handler.result(of: method, parameters, &outbox)
        return .object(["jsonrpc": .string("2.0"), "id": id.json, "result": result])
      } catch {
        return Self.failure(id, error)
      }
    }
  }

  private static func failure(_ id: RequestID?, _ error: RPCError) -> JSONValue {
    .object(["jsonrpc": .string("2.0"), "id": id?.json ?? .null, "error": error.json])
  }

  private func send(_ value: JSONValue, _ output: inout [UInt8]) {
    output += framing.framed(value.compact.utf8)
  }
}
