internal import FlyingFox
internal import FlyingSocks

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Answers HTTP on this machine's own address, which no other machine can reach.
package struct LoopbackServer: Sendable {
  private let server: HTTPServer
  private let port: UInt16

  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - answer: what the site says to a request for one of its files.
  package init(port: UInt16, answer: @escaping @Sendable (Request) async -> Answer) throws {
    self.port = port
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    // An answer may wait for the first build of a large knowledge base.
    server = HTTPServer(address: address, timeout: 600, logger: .disabled, handler: Handler(answer: answer))
  }

  /// Answers until the task is cancelled.
  ///
  /// - Parameter listening: called once with the port, as soon as requests are taken.
  package func run(listening: @escaping @Sendable (UInt16) async throws -> Void) async throws {
    do {
      try await withThrowingTaskGroup { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening(timeout: 60)
          try await listening(try await boundPort())
        }
        try await group.next()
        try await group.next()
        group.cancelAll()
      }
    } catch SocketError.failed(_, let code, let message) {
      throw ServerError(port: port, isTaken: code == EADDRINUSE, reason: message)
    }
  }

  private func boundPort() async throws -> UInt16 {
    guard case .ip4(_, let port) = await server.listeningAddress else { return port }
    return port
  }
}

/// A port that cannot be served on.
package struct ServerError: Error, CustomStringConvertible {
  package let port: UInt16
  package let isTaken: Bool
  let reason: String

  package var description: String {
    let way = "choose another with --port, or let --port 0 find a free one"
    return isTaken
      ? "port \(port) is taken by another program; \(way)" : "cannot listen on port \(port): \(reason); \(way)"
  }
}

/// Between the library's requests and ours: what is not for this machine, or asks for more than a file, ends here.
private struct Handler: HTTPHandler {
  let answer: @Sendable (Request) async -> Answer

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let answer = await answer(to: request)
    switch answer {
    case .events(let parts):
      return HTTPResponse(
        statusCode: .ok, headers: Self.headers("text/event-stream"),
        body: HTTPBodySequence(from: EventStream(parts: parts)))
    case .file(let bytes, let type, let status):
      var headers = Self.headers(type)
      if status == .methodNotAllowed { headers[HTTPHeader("Allow")] = "GET, HEAD" }
      let code = HTTPStatusCode(status.rawValue, phrase: "\(status)")
      guard request.method == .HEAD else {
        return HTTPResponse(statusCode: code, headers: headers, body: Data(bytes))
      }
      headers[.contentLength] = String(bytes.count)
      return HTTPResponse(statusCode: code, headers: headers)
    }
  }

  private func answer(to request: HTTPRequest) async -> Answer {
    guard HostHeader.isLocal(request.headers[.host]) else {
      return .text("This server answers to localhost and 127.0.0.1 only.", .forbidden)
    }
    guard request.method == .GET || request.method == .HEAD else {
      return .text("Only GET and HEAD are answered.", .methodNotAllowed)
    }
    guard let path = RequestPath.file(request.target.path()) else { return .text("No such address.", .badRequest) }
    let query = Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    return await answer(Request(path: path, query: query))
  }

  /// Nothing is kept by the browser, and no page of another site may take in a file of this one.
  private static func headers(_ type: String) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
    headers[HTTPHeader("X-Frame-Options")] = "DENY"
    return headers
  }
}
