/// How feeds name what they tell of and where it is.
///
/// Entries are named by `tag:` URIs (RFC 4151) of the site's host and the post-mortem's own id, so that neither another
/// path on the host nor another title makes old news new. Where no address is known the site's title stands for the host
/// below `.invalid`, which nobody can own.
struct FeedAddresses: Sendable {
  /// Absolute address of the site without a closing slash; nil while unknown.
  let base: String?
  private let authority: String

  /// The authority's name has to have been its owner's on a day; one for all, so that ids do not change.
  private static let day = "2026-01-01"

  init(base: String?, siteTitle: String) {
    self.base = base
    authority = base.flatMap(Self.host) ?? Self.label(siteTitle) + ".invalid"
  }

  /// The lasting name of a path below the site's root.
  func id(_ path: String) -> String {
    let folder = path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path
    let name = folder.isEmpty ? "all" : folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return "tag:\(authority),\(Self.day):\(name)"
  }

  /// An absolute address; nil while the site's is unknown.
  func absolute(_ path: String) -> String? { base.map { "\($0)/\(path)" } }

  /// An absolute address, else the way from a file in a folder of the site.
  func address(_ path: String, from file: String) -> String { root(of: file) + path }

  /// What is put before a path to lead there from a file of the site.
  func root(of file: String) -> String { base.map { $0 + "/" } ?? SitePaths.root(of: file) }

  private static func host(_ address: String) -> String? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let authority = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    let isName = host.utf8.allSatisfy { Self.isLabelByte($0) || $0 == UInt8(ascii: ".") }
    return host.isEmpty || !isName ? nil : host
  }

  private static func label(_ title: String) -> String {
    let words = title.lowercased().utf8.split { !isLabelByte($0) || $0 == UInt8(ascii: "-") }
    let label = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(63)
    return label.isEmpty ? "post-mortems" : label.hasSuffix("-") ? String(label.dropLast()) : String(label)
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
