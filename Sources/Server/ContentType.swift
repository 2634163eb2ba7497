/// What a browser is told about a file, by the ending of its name.
package enum ContentType {
  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "xml": "application/xml", "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "pdf": "application/pdf", "woff2": "font/woff2",
    "log": "text/plain; charset=utf-8", "yml": "text/plain; charset=utf-8", "yaml": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
  ]
  /// Files known by their whole name.
  private static let names = [
    "metrics": "text/plain; version=0.0.4; charset=utf-8", "feed.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
  ]

  /// Bytes of no known kind are nothing that a browser may run or show.
  package static func type(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let known = names[name] { return known }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }
}
