package import RPC

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A conversation over standard input and output, which ends with the input; a signal ends the process as ever.
package enum StandardConversation {
  /// - Parameter signal: what tells that the handler has something to say although nothing came in.
  /// - Returns: the handler as the conversation left it.
  @discardableResult
  package static func run<Handler>(_ connection: RPCConnection<Handler>, signal: WakeSignal? = nil) -> Handler {
    var connection = connection
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while !connection.isClosed {
      if let signal {
        let (hasInput, isWoken) = signal.wait(beside: STDIN_FILENO)
        if isWoken, !send(connection.resume()) { break }
        if !hasInput { continue }
      }
      let count = part.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      let output = count > 0 ? connection.receive(part[..<count]) : connection.finish()
      guard send(output) else { break }
    }
    return connection.handler
  }

  /// False where nobody listens any more.
  private static func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    return bytes.withUnsafeBytes { buffer in
      while sent < bytes.count {
        let count = write(STDOUT_FILENO, buffer.baseAddress.map { $0 + sent }, bytes.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }
}
