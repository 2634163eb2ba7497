internal import Diagnostics
internal import KnowledgeBase
internal import Markdown

/// Takes addresses of documents that are left out from the text of those that stay: the words of a link stay, where it
/// led is nowhere in the edition.
struct WithheldLinks {
  let files: Set<String>
  let attachments: Set<String>

  enum Outcome {
    case kept(Document, linked: Set<String>)
    case refused(Diagnostic)
  }

  func cleaned(_ document: Document) -> Outcome {
    let first = addresses(in: document)
    guard !first.withheld.isEmpty else { return .kept(document, linked: first.linked) }
    var bytes = document.source.bytes
    for address in first.withheld.keys.sorted() { bytes = Self.replaced(Array(address.utf8), in: bytes) }
    let cleaned = DocumentParser.parse(SourceFile(path: document.source.path, bytes: bytes))
    let second = addresses(in: cleaned)
    guard let (address, span) = second.withheld.min(by: { $0.key < $1.key }) else {
      return .kept(cleaned, linked: second.linked)
    }
    let finding = Finding(
      "link-to-internal", at: span, "the link to the internal document '\(address)' cannot be taken out",
      notes: ["a public edition leaves the whole document out"], help: "write its address without escapes, or remove it"
    )
    return .refused(Diagnostic(finding, level: .error, in: cleaned.source))
  }

  private func addresses(in document: Document) -> (withheld: [String: SourceSpan], linked: Set<String>) {
    var withheld: [String: SourceSpan] = [:]
    var linked: Set<String> = []
    for node in document.nodes {
      let address: String
      switch node.kind {
      case .link(let destination, _): address = document.string(destination)
      case .image(let source, _): address = document.string(source)
      default: continue
      }
      for path in Self.paths(address, from: document.source.path) {
        if files.contains(path) { withheld[address] = node.span }
        if attachments.contains(path) { linked.insert(path) }
      }
    }
    return (withheld, linked)
  }

  /// Every path of the input that an address may mean.
  private static func paths(_ address: String, from file: String) -> [String] {
    guard LinkPolicy.judge(address) == .relative else { return [] }
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    guard let path = RelativePath.resolve(PercentEncoding.decoded(String(address[..<end])), from: file) else {
      return []
    }
    return [path, "\(path).md", "\(path).markdown", "\(path)/index.md", "\(path)/README.md"]
  }

  /// An address as a whole, wherever it stands, as `#`.
  private static func replaced(_ address: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = index + address.count
      let isHere =
        bytes[index] == address[0] && end <= bytes.count && bytes[index..<end].elementsEqual(address)
        && (index == 0 || !isPartOfAddress(bytes[index - 1])) && (end == bytes.count || !isPartOfAddress(bytes[end]))
      result.append(isHere ? UInt8(ascii: "#") : bytes[index])
      index = isHere ? end : index + 1
    }
    return result
  }

  private static func isPartOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: "-_./%~".utf8.contains(byte)
    }
  }
}
