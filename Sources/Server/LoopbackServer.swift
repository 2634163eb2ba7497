internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Answers HTTP on this machine's own address, which no other machine can reach.
///
/// Made of the system's sockets alone: a library for this job brings a networking stack that is larger than the rest of
/// the program and is loaded at each start, while a preview has a handful of readers. Each has a thread.
package struct LoopbackServer: Sendable {
  private let port: UInt16
  private let listener: Socket
  private let readers: Readers

  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - answer: what the site says to a request for one of its files.
  package init(port: UInt16, answer: @escaping @Sendable (Request) async -> Answer) throws {
    self.port = port
    do {
      listener = try Socket.listening(port: port)
    } catch {
      throw ServerError(port: port, isTaken: error.code == EADDRINUSE, reason: error.reason)
    }
    readers = Readers(answer)
  }

  /// Answers until the task is cancelled.
  ///
  /// - Parameter listening: called once with the port, as soon as requests are taken.
  package func run(listening: @escaping @Sendable (UInt16) async throws -> Void) async throws {
    let (stop, stopped) = try Socket.pair()
    let (listener, readers) = (listener, readers)
    try await withTaskCancellationHandler {
      try await withThrowingTaskGroup { group in
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "debrief.listener").async {
              continuation.resume(with: Result { try readers.take(from: listener, until: stopped) })
            }
          }
        }
        group.addTask { try await listening(listener.port) }
        do {
          while try await group.next() != nil {}
        } catch {
          // The thread that takes connections ends only when it is told to.
          stop.send([0])
          throw error
        }
      }
    } onCancel: {
      stop.send([0])
    }
    readers.endAll()
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

/// Everybody who is connected.
private final class Readers: Sendable {
  private let answer: @Sendable (Request) async -> Answer
  private let sockets = Mutex<[ObjectIdentifier: Socket]>([:])
  /// More at a time are not one person's browsers.
  private static let limit = 256

  init(_ answer: @escaping @Sendable (Request) async -> Answer) { self.answer = answer }

  /// Takes connections, each onto a thread, until `stop` can be read from.
  func take(from listener: Socket, until stop: Socket) throws(Socket.Failure) {
    while let socket = try listener.accepted(stop: stop) {
      let isTaken = sockets.withLock { sockets in
        guard sockets.count < Self.limit else { return false }
        sockets[ObjectIdentifier(socket)] = socket
        return true
      }
      guard isTaken else { continue }
      // A queue of its own is a thread of its own while there is work.
      DispatchQueue(label: "debrief.reader").async { [self] in
        Connection(socket: socket, answer: answer).run()
        forget(socket)
      }
    }
  }

  func endAll() {
    for socket in sockets.withLock({ $0.values.map { $0 } }) { socket.end() }
  }

  private func forget(_ socket: Socket) {
    socket.end()
    sockets.withLock { $0[ObjectIdentifier(socket)] = nil }
  }
}
