internal import KnowledgeBase

/// Addresses of files as editors write them, and paths.
enum DocumentAddress {
  /// The absolute path of a `file:` address; nil for any other.
  static func path(_ address: String) -> String? {
    guard address.hasPrefix("file://") else { return nil }
    let rest = address.dropFirst("file://".utf8.count)
    guard let slash = rest.firstIndex(of: "/"), rest[..<slash].isEmpty || rest[..<slash] == "localhost" else {
      return nil
    }
    return PercentEncoding.decoded(String(rest[slash...]))
  }

  static func address(_ path: String) -> String { "file://" + PercentEncoding.encodedPath(path) }
}

/// What a document is, by its place in the knowledge base.
enum DocumentKind: Equatable {
  case settings
  /// By the path relative to the input.
  case postMortem(String)
  case cause(String)
  case plan(String)
}
