/// What a static host is to send with every file, in the form that several of them read from a file `_headers`.
///
/// A policy in a page's head holds for that page alone; sent as a header it holds for pictures and data too.
enum HeadersFile {
  static let path = "_headers"

  /// - Parameters:
  ///   - page: a rendered page, whose policy is sent.
  ///   - metrics: the path of the metrics file, which has no extension that would tell its type.
  static func document(page: [UInt8], metrics: String, baseURL: String, isHidden: Bool) -> [UInt8] {
    let root = folder(of: baseURL)
    var lines = ["\(root)/*"]
    if let policy = policy(of: page) { lines.append("  Content-Security-Policy: \(policy)") }
    lines += ["  Referrer-Policy: no-referrer", "  X-Content-Type-Options: nosniff"]
    if isHidden { lines.append("  X-Robots-Tag: noindex") }
    lines += ["\(root)/\(metrics)", "  Content-Type: text/plain; version=0.0.4; charset=utf-8"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The policy in the head of a page; nil where its template has none, or none that fits on a line.
  static func policy(of page: [UInt8]) -> String? {
    let head = String(decoding: page.prefix(8192), as: UTF8.self)
    guard let start = head.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\"")?.upperBound,
      let end = head[start...].firstIndex(of: "\"")
    else { return nil }
    let policy = head[start..<end]
    return policy.isEmpty || policy.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 })
      ? nil : String(policy)
  }

  /// The path of an address, without a closing slash; empty for a site at the root of its host.
  private static func folder(of baseURL: String) -> Substring {
    guard let host = baseURL.firstRange(of: "://")?.upperBound,
      let slash = baseURL[host...].firstIndex(of: "/")
    else { return "" }
    return baseURL[slash...].prefix { $0 != "?" && $0 != "#" }
  }
}
