/// How messages are told apart on a stream.
package enum MessageFraming: Sendable {
  /// One message a line, as the Model Context Protocol has it.
  case lines
  /// A header that says how many bytes follow, as the Language Server Protocol has it.
  case contentLength

  /// A message ready to be sent; it holds no line break of its own.
  package func framed(_ message: some Collection<UInt8>) -> [UInt8] {
    switch self {
    case .lines: Array(message) + [0x0A]
    case .contentLength: Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
    }
  }
}
