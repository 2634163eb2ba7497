internal import Markdown
internal import PostMortems

extension Section {
  /// The words of the section, sub-sections included.
  func text(in document: Document) -> String {
    document.plainText(from: content.lowerBound, to: content.upperBound)
  }

  /// Whether there is nothing to read or to look at.
  func isEmpty(in document: Document) -> Bool {
    guard !document.hasNode(in: content, where: { if case .image = $0 { true } else { false } }) else { return false }
    return !text(in: document).utf8.contains {
      $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
    }
  }
}

extension Document {
  func hasNode(in range: Range<Int>, where matches: (NodeKind) -> Bool) -> Bool {
    range.contains { matches(nodes[$0].kind) }
  }
}
