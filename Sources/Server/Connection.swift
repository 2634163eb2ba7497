internal import Dispatch
internal import Synchronization

/// One reader's connection, on a thread of its own: requests one after the other, each answered before the next is read.
struct Connection {
  let socket: Socket
  let answer: @Sendable (Request) async -> Answer

  /// Returns when either side is done.
  func run() {
    var pending: [UInt8] = []
    while let head = nextHead(&pending) {
      guard let request = RequestHead(head) else {
        send(.text("No request of HTTP/1.1.", .badRequest), isHead: false, closes: true)
        return
      }
      guard respond(to: request) else { return }
    }
  }

  /// The bytes of the next request's head; nil at the end of the conversation.
  private func nextHead(_ pending: inout [UInt8]) -> ArraySlice<UInt8>? {
    while true {
      if let length = RequestHead.length(in: pending) {
        defer { pending.removeFirst(length) }
        return pending[..<length]
      }
      guard pending.count <= RequestHead.limit else {
        send(.text("The request is too long.", .badRequest), isHead: false, closes: true)
        return nil
      }
      guard let more = socket.received(limit: 4096) else { return nil }
      pending += more
    }
  }

  /// Whether the connection goes on.
  private func respond(to request: RequestHead) -> Bool {
    let isHead = request.method == "HEAD"
    switch answer(to: request) {
    case .events(let parts) where !isHead:
      stream(parts)
      return false
    case let answer: return send(answer, isHead: isHead, closes: request.closes) && !request.closes
    }
  }

  /// What is not for this machine, or asks for more than a file, ends here.
  private func answer(to request: RequestHead) -> Answer {
    guard HostHeader.isLocal(request.host) else {
      return .text("This server answers to localhost and 127.0.0.1 only.", .forbidden)
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text("Only GET and HEAD are answered.", .methodNotAllowed)
    }
    guard let path = RequestPath.file(request.path) else { return .text("No such address.", .badRequest) }
    return waited { await answer(Request(path: path, query: request.query)) }
  }

  @discardableResult
  private func send(_ answer: Answer, isHead: Bool, closes: Bool) -> Bool {
    switch answer {
    case .events:
      return socket.send(ResponseHead(status: .ok, type: Self.eventType, length: nil, closes: closes).bytes)
    case .file(let bytes, let type, let status):
      let head = ResponseHead(status: status, type: type, length: bytes.count, closes: closes).bytes
      return socket.send(isHead ? head : head + bytes)
    }
  }

  private static let eventType = "text/event-stream"

  /// Sends parts as they come; a reader who is gone ends the stream.
  private func stream(_ parts: AsyncStream<[UInt8]>) {
    let head = ResponseHead(status: .ok, type: Self.eventType, length: nil, closes: true)
    guard socket.send(head.bytes) else { return }
    while let part = waited({ await Self.next(of: parts) }), socket.send(part) {}
  }

  private static func next(of parts: AsyncStream<[UInt8]>) async -> [UInt8]? {
    var iterator = parts.makeAsyncIterator()
    return await iterator.next()
  }

  /// Keeps this thread, which is the connection's own, until the work is done.
  private func waited<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let outcome = Outcome<Value>()
    Task {
      outcome.set(await work())
      done.signal()
    }
    while true {
      done.wait()
      if let value = outcome.value { return value }
    }
  }
}

/// What a task leaves for the thread that waits for it.
private final class Outcome<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)

  var value: Value? { state.withLock { $0 } }
  func set(_ value: Value) { state.withLock { $0 = value } }
}
