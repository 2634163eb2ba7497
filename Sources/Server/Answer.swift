/// What a site answers to a request.
package enum Answer: Sendable {
  /// A whole file.
  case file([UInt8], type: String, status: Status)
  /// Server-sent events, until the stream ends or the reader goes.
  case events(AsyncStream<[UInt8]>)

  /// The outcomes that a site of files knows.
  package enum Status: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case failed = 500
  }

  package static func text(_ text: String, _ status: Status) -> Answer {
    .file(Array((text + "\n").utf8), type: "text/plain; charset=utf-8", status: status)
  }
}

/// A request for a file of the site.
package struct Request: Sendable {
  /// Relative to the site's root; only what `RequestPath` lets through.
  package let path: String
  /// What stands behind the question mark, escapes resolved; the last of equal names.
  package let query: [String: String]
}
