/// The first line and the headers of an HTTP/1.1 request, by RFC 9112, as far as a server of files needs them.
struct RequestHead: Equatable {
  let method: String
  /// The target in front of the question mark, escapes as they were sent.
  let path: String
  let query: [String: String]
  let host: String?
  /// Whether the connection is for this request alone: by the reader's wish, its age, or a body that is not read.
  let closes: Bool

  /// A head longer than this is nobody's page.
  static let limit = 16_384

  /// The number of bytes of the first head, its empty line included; nil while it is not whole.
  static func length(in bytes: [UInt8]) -> Int? {
    var line = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      let isEmpty = index == line || (index == line + 1 && bytes[line] == UInt8(ascii: "\r"))
      // Empty lines in front of a request are no end of one.
      if isEmpty, bytes[..<line].contains(where: { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }) {
        return index + 1
      }
      line = index + 1
    }
    return nil
  }

  /// Nil for what is no request of HTTP/1.0 or 1.1, or could be read as two different ones.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(omittingEmptySubsequences: true) { $0.isNewline }
    guard let first = lines.first else { return nil }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { return nil }
    guard !words[0].isEmpty, !words[1].isEmpty, let headers = Self.headers(lines.dropFirst()) else { return nil }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    query = parts.count == 2 ? Self.query(parts[1]) : [:]
    host = headers["host"]
    let hasBody = headers["transfer-encoding"] != nil || (headers["content-length"] ?? "0") != "0"
    let wish = headers["connection"]?.lowercased() ?? ""
    closes = hasBody || wish.contains("close") || (words[2] == "HTTP/1.0" && !wish.contains("keep-alive"))
  }

  /// By lower-case name; nil where a line is none, or a name that must be there once is there twice.
  private static func headers(_ lines: ArraySlice<Substring>) -> [String: String]? {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line.first != " ", line.first != "\t"
      else { return nil }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      let end = value.lastIndex { $0 != " " && $0 != "\t" }
      let trimmed = end.map { String(value[...$0]) } ?? ""
      if let known = headers[name] {
        guard name != "host", name != "content-length" else { return nil }
        headers[name] = known + ", " + trimmed
      } else {
        headers[name] = trimmed
      }
    }
    return headers
  }

  /// Names and values with their escapes resolved, as a form writes them; what is broken is left out.
  private static func query(_ text: Substring) -> [String: String] {
    var values: [String: String] = [:]
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = plain(sides[0]), let value = sides.count == 2 ? plain(sides[1]) : "" else { continue }
      values[name] = value
    }
    return values
  }

  private static func plain(_ text: Substring) -> String? {
    let spaced = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    return RequestPath.decoded(spaced).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
