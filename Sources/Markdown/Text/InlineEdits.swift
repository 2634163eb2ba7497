import Diagnostics

/// Finds the places of one block's links and raw tags in the source: the parser tells only the block's.
///
/// The search runs forward through the block once; what it cannot find within a bounded distance makes it give up.
struct InlineEdits<Links: LinkResolver> {
  private let document: Document
  private let links: Links
  private let end: Int
  /// No inline that is still to be found begins before it.
  private var cursor: Int
  private var found: [MarkdownEdit] = []
  private var open: [(end: Int, address: TextRange, isImage: Bool)] = []
  private static var window: Int { 4096 }

  init(document: Document, links: Links, place: Range<Int>) {
    self.document = document
    self.links = links
    cursor = place.lowerBound
    end = place.upperBound
  }

  /// Nil where something that must go cannot be found.
  mutating func edits(in nodes: Range<Int>) -> [MarkdownEdit]? {
    for index in nodes {
      guard closeLinks(before: index) else { return nil }
      switch document.nodes[index].kind {
      case .text(let run), .code(let run): cursor = min(cursor + run.count, end)
      case .htmlInline(let run): guard drop(run) else { return nil }
      case .link(let destination, _): open.append((document.nodes[index].end, destination, false))
      case .image(let source, _): open.append((document.nodes[index].end, source, true))
      default: break
      }
    }
    return closeLinks(before: nodes.upperBound) ? found : nil
  }

  /// A few harmless tags stay, as they do on the page.
  private mutating func drop(_ run: TextRange) -> Bool {
    let literal = document.bytes(run)
    guard let place = place(of: literal, from: cursor) else { return false }
    cursor = place.upperBound
    if let (name, _) = RawHTML.tag(literal), RawHTML.paired.contains(name) { return true }
    found.append(MarkdownEdit(place, []))
    return true
  }

  private mutating func closeLinks(before index: Int) -> Bool {
    while let link = open.last, link.end <= index {
      open.removeLast()
      guard close(link.address, isImage: link.isImage) else { return false }
    }
    return true
  }

  /// False for an address that must go and cannot be found.
  private mutating func close(_ run: TextRange, isImage: Bool) -> Bool {
    let written = document.string(run)
    let address = address(written, isImage: isImage)
    guard let place = place(ofAddress: Array(written.utf8)) else { return LinkPolicy.judge(written) != .refused }
    cursor = place.upperBound
    if address != written { found.append(MarkdownEdit(place, Array(address.utf8))) }
    return true
  }

  private func address(_ written: String, isImage: Bool) -> String {
    switch links.resolve(written, isImage: isImage) {
    case .link(let href): href
    case .image(let source, _, _): source
    case .textOnly: ""
    }
  }

  /// The place behind `](` or `](<` where an address stands.
  private func place(ofAddress address: [UInt8]) -> Range<Int>? {
    guard !address.isEmpty else { return nil }
    let bytes = document.source.bytes
    let limit = min(end, cursor + Self.window + address.count)
    var index = cursor
    while let opening = place(of: Array("](".utf8)[...], from: index), opening.upperBound < limit {
      var start = opening.upperBound
      while start < limit, bytes[start] <= 0x20 || bytes[start] == UInt8(ascii: "<") { start += 1 }
      if start + address.count <= end, bytes[start..<(start + address.count)].elementsEqual(address) {
        return start..<(start + address.count)
      }
      index = opening.upperBound
    }
    return nil
  }

  private func place(of needle: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    guard let first = needle.first else { return nil }
    let bytes = document.source.bytes
    let last = min(end, start + Self.window + needle.count) - needle.count
    var index = start
    while index <= last {
      if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
        return index..<(index + needle.count)
      }
      index += 1
    }
    return nil
  }
}
