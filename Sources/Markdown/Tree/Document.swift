package import Diagnostics

/// A parsed file: its front matter, if any, and the tree of its body, immutable and with ranges.
///
/// A class, because it is handed from reader to reader and from rule to rule and never changes.
package final class Document: Sendable {
  package let source: SourceFile
  package let frontMatter: FrontMatter?
  /// Where the body begins, behind front matter and byte-order mark.
  package let bodyStart: Int
  /// The tree in document order; `nodes[0]` is the root.
  package let nodes: [Node]
  /// What reading found wrong: front matter that cannot be read, limits that cut something off.
  package let findings: [Finding]
  let text: [UInt8]

  package init(
    source: SourceFile, frontMatter: FrontMatter?, bodyStart: Int, nodes: [Node], text: [UInt8], findings: [Finding]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.bodyStart = bodyStart
    self.nodes = nodes
    self.text = text
    self.findings = findings
  }

  /// Whether the body says anything.
  package var hasText: Bool { text.contains { $0 > 0x20 } }

  /// The bytes of a run, valid while the document lives.
  package func bytes(_ range: TextRange) -> ArraySlice<UInt8> {
    text[Int(range.start)..<Int(range.end)]
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  /// The bytes at a place of the text buffer, as slices of runs tell it; what lies outside is left out.
  package func string(at place: Range<Int>) -> String {
    String(decoding: text[place.clamped(to: text.indices)], as: UTF8.self)
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> ChildIndices {
    ChildIndices(nodes: nodes, parent: index)
  }

  /// The root's children.
  package var blocks: ChildIndices { children(of: 0) }

  package func hasAncestor(_ index: Int, where matches: (NodeKind) -> Bool) -> Bool {
    var parent = nodes[index].parent
    while parent >= 0 {
      if matches(nodes[parent].kind) { return true }
      parent = nodes[parent].parent
    }
    return false
  }
}

/// A walk over one node's children that skips their descendants.
package struct ChildIndices: Sequence, Sendable {
  let nodes: [Node]
  let parent: Int

  package struct Iterator: IteratorProtocol {
    let nodes: [Node]
    var next_: Int
    let end: Int

    package mutating func next() -> Int? {
      guard next_ < end else { return nil }
      defer { next_ = nodes[next_].end }
      return next_
    }
  }

  package func makeIterator() -> Iterator {
    Iterator(nodes: nodes, next_: parent + 1, end: nodes[parent].end)
  }

  package var first: Int? {
    var iterator = makeIterator()
    return iterator.next()
  }
}
