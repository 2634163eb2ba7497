import Diagnostics

extension TemplateParser {
  /// Reads the tag whose opening delimiter begins at an offset; true if it ends the body around it.
  mutating func readTag(at tag: Int, _ body: inout ParserBody) -> Bool {
    guard position < bytes.count else {
      reportUnfinished(tag)
      return false
    }
    let sigil = bytes[position]
    switch sigil {
    case UInt8(ascii: "/"): return readClosingTag(at: tag, &body)
    case UInt8(ascii: "#"), UInt8(ascii: "^"): readSection(at: tag, &body)
    case UInt8(ascii: "!"): readComment(at: tag, &body)
    case UInt8(ascii: "{"), UInt8(ascii: "&"): readUnescapedValue(at: tag, &body)
    case UInt8(ascii: ">"): readPartial(at: tag, &body)
    case UInt8(ascii: "<"): readInheritance(at: tag, &body)
    case UInt8(ascii: "$"): readBlock(at: tag, &body)
    case UInt8(ascii: "="): readDelimiters(at: tag, &body)
    case UInt8(ascii: "%"): readPragma(at: tag, &body)
    case UInt8(ascii: "\""): readMessage(at: tag, &body)
    default: readValue(at: tag, &body)
    }
    return false
  }

  private mutating func readValue(at tag: Int, _ body: inout ParserBody) {
    if let name = readName(at: tag, body) { body.append(.value(name, isEscaped: true)) }
    body.endTag(isStandalone: false)
  }

  private mutating func readUnescapedValue(at tag: Int, _ body: inout ParserBody) {
    let isBraced = bytes[position] == UInt8(ascii: "{")
    position += 1
    if let name = readName(at: tag, body) { body.append(.value(name, isEscaped: false)) }
    body.endTag(isStandalone: false)
    guard isBraced else { return }
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      position += 1
    } else {
      report(SourceSpan(tag, position), "the tag opens with three braces and closes with two")
    }
  }

  private mutating func readSection(at tag: Int, _ body: inout ParserBody) {
    let isInverted = bytes[position] == UInt8(ascii: "^")
    position += 1
    guard let name = readName(at: tag, body) else { return body.endTag(isStandalone: false) }
    let isStandalone = takesWholeLine(body)
    body.endTag(isStandalone: isStandalone)
    var inner = parseInner(tag, name.text, body.context.inSection(isNewLine: isStandalone))
    inner.releaseLine()
    body.nodes.append(.section(name, isInverted: isInverted, body: inner.nodes))
  }

  private mutating func readPartial(at tag: Int, _ body: inout ParserBody) {
    position += 1
    guard let name = readPartialName(at: tag, body) else { return body.endTag(isStandalone: false) }
    let indentation = body.heldSpace
    let isStandalone = takesWholeLine(body)
    body.endTag(isStandalone: isStandalone)
    body.nodes.append(
      .partial(
        PartialTag(
          name: name, indentation: isStandalone ? indentation : 0..<0, isStandalone: isStandalone, overrides: [])))
  }

  private mutating func readInheritance(at tag: Int, _ body: inout ParserBody) {
    position += 1
    guard let name = readPartialName(at: tag, body) else { return body.endTag(isStandalone: false) }
    let indentation = body.heldSpace
    let isStandalone = takesWholeLine(body)
    body.endTag(isStandalone: isStandalone)
    let inner = parseInner(tag, name.value, body.context.inInheritance())
    body.nodes.append(
      .partial(
        PartialTag(
          name: name, indentation: indentation, isStandalone: isStandalone, overrides: overrides(inner.nodes, of: name))
      ))
  }

  /// The blocks between `{{<name}}` and `{{/name}}`; reports what has no place there.
  private mutating func overrides(_ nodes: [TemplateNode], of parent: Located<String>) -> [BlockTag] {
    var blocks: [BlockTag] = []
    for node in nodes {
      switch node {
      case .block(let block): blocks.append(block)
      case .text, .lineStart, .escaping: continue
      case .value(let name, _), .section(let name, _, _): reportOutsideBlock(name.span, parent)
      case .partial(let partial): reportOutsideBlock(partial.name.span, parent)
      case .message(let message): reportOutsideBlock(message.span, parent)
      }
    }
    return blocks
  }

  private mutating func reportOutsideBlock(_ span: SourceSpan, _ parent: Located<String>) {
    report(
      span, "a tag between {{<\(parent.value)}} and {{/\(parent.value)}} stands in no block",
      help: "put it inside a block such as {{$body}}…{{/body}}")
  }

  private mutating func readBlock(at tag: Int, _ body: inout ParserBody) {
    position += 1
    guard let name = readName(at: tag, body) else { return body.endTag(isStandalone: false) }
    let indentation = body.heldSpace
    let isStandalone = takesWholeLine(body)
    if body.context.isInheriting {
      body.dropLine()
      body.context.isNewLine = isStandalone
    } else {
      body.endTag(isStandalone: isStandalone)
    }
    var inner = parseInner(tag, name.text, body.context.inSection(isNewLine: isStandalone))
    if !body.context.isInheriting { inner.releaseLine() }
    let block = BlockTag(
      name: Located(name.text, at: name.span), indentation: indentation, isStandalone: isStandalone, body: inner.nodes)
    body.nodes.append(.block(block))
  }

  /// The nodes up to the closing tag of the tag just read.
  private mutating func parseInner(_ tag: Int, _ name: String, _ context: ParserContext) -> ParserBody {
    let span = SourceSpan(tag, position)
    openTags.append(OpenTag(name: name, span: tagSpan(tag), spelling: tagSpelling(tag)))
    guard context.depth <= Self.deepestNesting else {
      openTags.removeAll()
      report(span, "sections are nested more than \(Self.deepestNesting) deep")
      position = bytes.count
      return ParserBody(context)
    }
    return parseBody(context)
  }

  private mutating func readClosingTag(at tag: Int, _ body: inout ParserBody) -> Bool {
    position += 1
    guard let name = readWord(at: tag, body, { $0.isPartialName || $0 == 0x28 || $0 == 0x29 }) else {
      body.endTag(isStandalone: false)
      return false
    }
    let text = String(decoding: bytes[name], as: UTF8.self)
    if text == openTags.last?.name {
      openTags.removeLast()
      // A line that begins with a closing tag is begun inside, but not where the inside is moved to another template.
      if takesWholeLine(body) { body.dropLine() } else if !body.heldSpace.isEmpty { body.releaseLine() }
      return true
    }
    guard let open = openTags.last, openTags.contains(where: { $0.name == text }) else {
      reportStrayClosingTag(text, at: tag)
      body.endTag(isStandalone: false)
      return false
    }
    // The tag belongs to a section further out, which reads it again.
    openTags.removeLast()
    report(open.span, "\(open.spelling) is never closed", help: "close it with {{/\(open.name)}}")
    body.releaseLine()
    position = tag
    return true
  }

  private mutating func reportStrayClosingTag(_ name: String, at tag: Int) {
    let span = tagSpan(tag)
    guard let open = openTags.last else { return report(span, "{{/\(name)}} closes nothing") }
    report(
      span, "{{/\(name)}} closes nothing; \(open.spelling) is open here", help: "close it with {{/\(open.name)}}")
  }
}
