/// The first line and the headers of an answer.
struct ResponseHead {
  let status: Answer.Status
  let type: String
  /// Nil for a body that lasts as long as the connection.
  let length: Int?
  let closes: Bool

  /// Nothing is kept by the browser, and no page of another site may take in a file of this one.
  private static let policy = [
    "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin",
    "Referrer-Policy: no-referrer", "X-Frame-Options: DENY",
  ]

  var bytes: [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)", "Content-Type: \(type)"] + Self.policy
    if status == .methodNotAllowed { lines.append("Allow: GET, HEAD") }
    if let length { lines.append("Content-Length: \(length)") }
    if closes { lines.append("Connection: close") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}

extension Answer.Status {
  var phrase: String {
    switch self {
    case .ok: "OK"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .failed: "Internal Server Error"
    }
  }
}
