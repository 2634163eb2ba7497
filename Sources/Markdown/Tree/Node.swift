package import Diagnostics

/// One element of a document; nodes stand in document order, each before its descendants.
package struct Node: Sendable {
  package let kind: NodeKind
  // Half the size that integers of the machine would take: of everything that is held of a document this is the most,
  // and no file is read that is longer than they can count.
  private let spanStart: Int32
  private let spanEnd: Int32
  private let parentIndex: Int32
  private var endIndex: Int32 = 0

  /// Where the element stands in the source; inline elements whose place the parser does not know carry their block's.
  package var span: SourceSpan { SourceSpan(Int(spanStart), Int(spanEnd)) }
  /// Index of the enclosing node; -1 for the root.
  package var parent: Int { Int(parentIndex) }
  /// Index of the first node that is not a descendant.
  package internal(set) var end: Int {
    get { Int(endIndex) }
    set { endIndex = Int32(newValue) }
  }

  init(_ kind: NodeKind, span: SourceSpan, parent: Int) {
    self.kind = kind
    spanStart = Int32(span.start)
    spanEnd = Int32(span.end)
    parentIndex = Int32(parent)
  }
}

/// A run of bytes in a document's text buffer.
package struct TextRange: Hashable, Sendable {
  let start: Int32
  let end: Int32

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
}

/// What a node is, with what only that kind has; texts are runs of the document's text buffer.
package enum NodeKind: Hashable, Sendable {
  case document
  case blockQuote
  case list(ordered: Bool, start: Int32, tight: Bool)
  /// `task` is nil for an item without a checkbox, else whether the box is ticked.
  case item(task: Bool?)
  case codeBlock(info: TextRange, literal: TextRange)
  case htmlBlock(TextRange)
  case paragraph
  case heading(level: UInt8)
  case thematicBreak
  case table
  case tableRow(isHeader: Bool)
  case tableCell(ColumnAlignment)
  case footnoteDefinition(number: Int32)
  case text(TextRange)
  case softBreak
  case lineBreak
  case code(TextRange)
  case htmlInline(TextRange)
  case emphasis
  case strong
  case strikethrough
  case link(destination: TextRange, title: TextRange)
  case image(source: TextRange, title: TextRange)
  case footnoteReference(number: Int32)

  package var isBlock: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .footnoteDefinition:
      true
    default: false
    }
  }
}

/// How a table column asks for its cells to be set.
package enum ColumnAlignment: UInt8, Sendable {
  case none, left, center, right
}
