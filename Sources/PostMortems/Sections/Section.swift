package import Diagnostics

/// A part of a document that has a name: below a heading, behind a bold line or behind a bold label.
package struct Section: Hashable, Sendable {
  package enum Opening: Hashable, Sendable {
    /// A heading of any form, with its level.
    case heading(level: Int)
    /// A paragraph that is nothing but bold words, or but a plain name with a colon where there are hardly any headings.
    case boldLine
    /// Bold words, usually with a colon, at the head of a paragraph or list item that goes on; or a first line with a
    /// colon as above.
    case boldLabel
    /// The text before any heading.
    case preamble
  }

  /// Nil for a name that is in no alias table.
  package let role: SectionRole?
  /// The name as written, without markup.
  package let title: String
  package let opening: Opening
  /// Where the name stands; for the preamble, where its text begins.
  package let titleSpan: SourceSpan
  /// The node of the heading or of the block that carries the label; -1 for the preamble.
  package let titleNode: Int
  /// The nodes that belong to the section, sub-sections included; whole subtrees of siblings, except for a bold label,
  /// where it begins inside the labelled block.
  package let content: Range<Int>
  /// Index of the enclosing section in the draft's list, nil at the top.
  package let parent: Int?

  package init(
    role: SectionRole?, title: String, opening: Opening, titleSpan: SourceSpan, titleNode: Int, content: Range<Int>,
    parent: Int?
  ) {
    self.role = role
    self.title = title
    self.opening = opening
    self.titleSpan = titleSpan
    self.titleNode = titleNode
    self.content = content
    self.parent = parent
  }
}
