internal import Diagnostics
internal import Markdown
internal import PostMortems

/// What an address in a document leads to.
package enum LinkTarget: Hashable, Sendable {
  case postMortem(Int, fragment: String?)
  case cause(slug: String, fragment: String?)
  case plan(slug: String, fragment: String?)
  /// A file of the input that is copied to the site, by its path relative to the input.
  case attachment(path: String)
  case fragment(String)
  case external
  case refused
  /// A relative address that leads nowhere in the input, as the path that was looked for.
  case missing(path: String)
}

/// Where the documents of a knowledge base stand in the input, and what a relative address in one of them leads to.
package struct LinkTargets: Sendable {
  private let documents: [String: LinkTarget]
  private let attachments: Set<String>

  init(_ postMortems: [PostMortem], causes: [CauseRecord], plan: [PlanPage], attachments: Set<String>) {
    var documents: [String: LinkTarget] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      documents[postMortem.file] = .postMortem(position, fragment: nil)
    }
    for cause in causes { documents[cause.file] = .cause(slug: cause.slug, fragment: nil) }
    for page in plan { documents[page.file] = .plan(slug: page.slug, fragment: nil) }
    self.documents = documents
    self.attachments = attachments
  }

  /// Resolves an address written in a file of the input.
  package func target(of address: String, in file: String) -> LinkTarget {
    switch LinkPolicy.judge(address) {
    case .external: return .external
    case .refused: return .refused
    case .fragment(let fragment): return .fragment(PercentEncoding.decoded(fragment))
    case .relative: return relative(address, file)
    }
  }

  private func relative(_ address: String, _ file: String) -> LinkTarget {
    let cut = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let fragment = address[cut...].firstIndex(of: "#").map {
      PercentEncoding.decoded(String(address[address.index(after: $0)...]))
    }
    let written = PercentEncoding.decoded(String(address[..<cut]))
    guard !written.isEmpty else { return .fragment("") }
    guard let path = RelativePath.resolve(written, from: file) else { return .missing(path: written) }
    for candidate in [path] + ["md", "markdown"].map({ "\(path).\($0)" }) + ["\(path)/index.md", "\(path)/README.md"] {
      if let target = documents[candidate] { return target.with(fragment: fragment) }
    }
    if attachments.contains(path) { return .attachment(path: path) }
    return .missing(path: path)
  }
}

extension LinkTarget {
  fileprivate func with(fragment: String?) -> LinkTarget {
    switch self {
    case .postMortem(let position, _): .postMortem(position, fragment: fragment)
    case .cause(let slug, _): .cause(slug: slug, fragment: fragment)
    case .plan(let slug, _): .plan(slug: slug, fragment: fragment)
    default: self
    }
  }
}

/// Paths with `/` inside the input.
package enum RelativePath {
  /// The path that an address means, seen from a file; nil where it leaves the input. A leading `/` means its root.
  package static func resolve(_ address: String, from file: String) -> String? {
    var parts = address.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Percent-encoding of addresses, on UTF-8 bytes.
package enum PercentEncoding {
  /// Each `%XX` as its byte; a sequence that is no such pair stays.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A path for use in an address: everything but letters, digits and `-._~/` encoded.
  package static func encodedPath(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-._~/".utf8.contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
