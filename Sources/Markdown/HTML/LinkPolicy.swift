/// Which addresses a page may carry: an allow-list, decided after decoding and without control characters.
package enum LinkPolicy {
  static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// What an address is, or that it is refused.
  package enum Verdict: Equatable, Sendable {
    case external
    case relative
    /// A fragment of the same page, without its `#`.
    case fragment(String)
    case refused
  }

  package static func judge(_ address: String) -> Verdict {
    var address = address
    let isPlain = address.withUTF8 { $0.allSatisfy { (0x21...0x7E).contains($0) } }
    return isPlain ? judgePlain(address.utf8[...]) : judgeAny(address)
  }

  /// The same for visible letters of ASCII, which almost all addresses are made of.
  private static func judgePlain(_ address: Substring.UTF8View) -> Verdict {
    guard let first = address.first else { return .relative }
    if first == UInt8(ascii: "#") { return .fragment(String(Substring(address.dropFirst()))) }
    if first == UInt8(ascii: "\\") || address.starts(with: "//".utf8) { return .refused }
    guard let end = address.firstIndex(where: isDelimiter), address[end] == UInt8(ascii: ":") else {
      return .relative
    }
    return schemes.contains(Substring(address[..<end]).lowercased()) ? .external : .refused
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  private static func judgeAny(_ address: String) -> Verdict {
    let visible = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    if visible.isEmpty { return .relative }
    if visible.first == "#" { return .fragment(String(address.drop { $0 != "#" }.dropFirst())) }
    if let first = visible.first, first == "\\" || visible.starts(with: "//".unicodeScalars) { return .refused }
    guard let end = visible.firstIndex(where: { ":/?#\\".unicodeScalars.contains($0) }), visible[end] == ":" else {
      return .relative
    }
    let scheme = String(String.UnicodeScalarView(visible[..<end])).lowercased()
    return schemes.contains(scheme) ? .external : .refused
  }
}

/// What becomes of a link or picture in the page.
package enum ResolvedLink: Equatable, Sendable {
  case link(href: String)
  case image(source: String, width: Int?, height: Int?)
  /// The text stays, the link goes.
  case textOnly
}

/// Turns what an author wrote as an address into what the page carries.
package protocol LinkResolver: Sendable {
  func resolve(_ destination: String, isImage: Bool) -> ResolvedLink
  /// The address of the post-mortem that a word names (`PM-2021-004`), or nil.
  func reference(_ word: String) -> String?
}

/// Keeps external links and fragments, drops whatever would need a knowledge base; remote pictures become links.
package struct StandaloneLinks: LinkResolver {
  package init() {}

  package func resolve(_ destination: String, isImage: Bool) -> ResolvedLink {
    switch LinkPolicy.judge(destination) {
    case .external, .fragment: .link(href: destination)
    case .relative: isImage ? .textOnly : .link(href: destination)
    case .refused: .textOnly
    }
  }

  package func reference(_ word: String) -> String? { nil }
}
