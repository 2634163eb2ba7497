import Testing

@testable import Server

@Suite("The server of this machine")
struct LoopbackServerTests {
  @Test func tellsThatAPortIsTaken() throws {
    let taken = try Socket.listening(port: 0)
    let error = #expect(throws: ServerError.self) {
      _ = try LoopbackServer(port: taken.port) { _ in .text("", .ok) }
    }
    #expect(error?.isTaken == true)
    #expect(error?.description.contains("port \(taken.port) is taken") == true)
  }

  @Test(.timeLimit(.minutes(1))) func endsWithItsTask() async throws {
    let server = try LoopbackServer(port: 0) { _ in .text("here", .ok) }
    let (ports, port) = AsyncStream.makeStream(of: UInt16.self)
    let running = Task { try await server.run { port.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    #expect(await iterator.next() != 0)
    running.cancel()
    try await running.value
  }

  @Test(.timeLimit(.minutes(1))) func passesOnThatItCouldNotBegin() async throws {
    struct Refusal: Error {}
    let server = try LoopbackServer(port: 0) { _ in .text("here", .ok) }
    await #expect(throws: Refusal.self) { try await server.run { _ in throw Refusal() } }
  }

  @Test(.timeLimit(.minutes(1))) func answersOneRequestAfterTheOtherOnOneConnection() async throws {
    let (reader, served) = try Socket.pair()
    let connection = Connection(socket: served) { .text($0.path, $0.path == "b" ? .notFound : .ok) }
    reader.send(Array("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nHEAD /b HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
    reader.send(Array("GET /c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\nGET /d HTTP/1.1\r\n\r\n".utf8))
    connection.run()
    served.end()
    var bytes: [UInt8] = []
    while let more = reader.received(limit: 65_536) { bytes += more }
    let text = String(decoding: bytes, as: UTF8.self)
    let heads = text.split(separator: "\r\n").filter { $0.contains("HTTP/1.1") }
    #expect(heads == ["HTTP/1.1 200 OK", "a\nHTTP/1.1 404 Not Found", "HTTP/1.1 200 OK"])
    #expect(text.hasSuffix("Connection: close\r\n\r\nc\n"))
    #expect(!text.contains("b\n"))
  }
}
