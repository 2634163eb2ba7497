import Markdown

/// Gives a document's headings levels without gaps: its outermost ones become `base`, whatever the author began with.
struct HeadingOutline {
  let levels: [Int: Int]

  /// - Parameter skipped: the node of the heading that the page shows as its own title.
  init(_ headings: [HeadingAnchors.Heading], base: Int, skipping skipped: Int? = nil) {
    var levels: [Int: Int] = [:]
    var open: [Int] = []
    for heading in headings where heading.node != skipped {
      while let last = open.last, last >= heading.level { open.removeLast() }
      open.append(heading.level)
      levels[heading.node] = min(base + open.count - 1, 6)
    }
    self.levels = levels
  }
}
