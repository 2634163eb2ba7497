import Diagnostics

/// What a tag inside a template may depend on: the delimiters, the line so far, the block around it.
struct ParserContext {
  var open: [UInt8] = Array("{{".utf8)
  var close: [UInt8] = Array("}}".utf8)
  /// Whether nothing but white space and tags that stand alone came before on this line.
  var isNewLine = true
  /// Inside `{{<name}}…{{/name}}`, outside its blocks.
  var isInheriting = false
  /// Inside a block that fills a place of another template.
  var isInOverride = false
  /// The width in bytes of the white space that every line of such a block loses; its first line decides.
  var overrideIndentation: Int?
  var depth = 0

  func inSection(isNewLine: Bool) -> Self {
    var inner = self
    inner.isNewLine = isNewLine
    inner.isInOverride = isInOverride || isInheriting
    inner.isInheriting = false
    inner.depth += 1
    return inner
  }

  func inInheritance() -> Self {
    var inner = self
    inner.isNewLine = true
    inner.isInheriting = true
    inner.isInOverride = false
    inner.depth += 1
    return inner
  }
}

/// The nodes of one body while they are collected.
struct ParserBody {
  var context: ParserContext
  var nodes: [TemplateNode] = []
  /// White space at the beginning of the line, held back until it is known whether the line stands alone.
  var heldSpace = 0..<0
  var isLineStartHeld = false

  init(_ context: ParserContext) { self.context = context }

  mutating func append(_ node: TemplateNode) {
    releaseLine()
    nodes.append(node)
  }

  /// The line has content of its own: what was held back is output.
  mutating func releaseLine() {
    if isLineStartHeld { nodes.append(.lineStart) }
    if !heldSpace.isEmpty { nodes.append(.text(heldSpace)) }
    dropLine()
  }

  /// The line held nothing but one tag: it is left out.
  mutating func dropLine() {
    isLineStartHeld = false
    heldSpace = 0..<0
  }

  /// Keeps or leaves out the line, and remembers which for the tags that follow.
  mutating func endTag(isStandalone: Bool) {
    if isStandalone { dropLine() } else { releaseLine() }
    context.isNewLine = isStandalone
  }
}

/// A tag that waits for its closing tag.
struct OpenTag {
  var name: String
  var span: SourceSpan
  var spelling: String
}
