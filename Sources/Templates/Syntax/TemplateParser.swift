import Diagnostics

/// Reads Mustache: text, tags and the rule that a line with nothing but one tag leaves no trace.
///
/// White space follows swift-mustache 2.1.1 tag by tag. A tag that cannot be read is reported and skipped, so
/// that one run reports every flaw of a template.
struct TemplateParser {
  static let deepestNesting = 64

  let bytes: [UInt8]
  let start: Int
  var position: Int
  var findings: [Finding] = []
  var openTags: [OpenTag] = []

  init(_ source: SourceFile) {
    bytes = source.bytes
    start = source.hasByteOrderMark ? 3 : 0
    position = start
  }

  mutating func parse() -> [TemplateNode] {
    reportBrokenEncoding()
    return parseBody(ParserContext()).nodes
  }

  private mutating func reportBrokenEncoding() {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let valid = String(decoding: bytes, as: UTF8.self).utf8
    let offset = zip(valid, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    report(SourceSpan(offset, offset + 1), "the template is not valid UTF-8", help: "save the file as UTF-8")
  }

  mutating func report(_ span: SourceSpan, _ message: String, notes: [String] = [], help: String? = nil) {
    findings.append(Finding("template-syntax", at: span, message, notes: notes, help: help))
  }

  /// Reads up to the end of the template or of the section around; leaves `position` behind the closing tag.
  mutating func parseBody(_ context: ParserContext) -> ParserBody {
    var body = ParserBody(context)
    while position < bytes.count {
      holdLineStart(&body)
      switch readText(&body) {
      case .lineEnd: body.context.isNewLine = true
      case .templateEnd: continue
      case .tag(let offset):
        if readTag(at: offset, &body) { return body }
      }
    }
    reportUnclosedTag()
    return body
  }

  private mutating func holdLineStart(_ body: inout ParserBody) {
    if position == start || bytes[position - 1] == UInt8(ascii: "\n") { body.isLineStartHeld = true }
    guard body.context.isNewLine else { return }
    let blank = position
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    if !body.context.isInOverride {
      body.heldSpace = blank..<position
    } else if let width = body.context.overrideIndentation {
      body.heldSpace = min(blank + width, position)..<position
    } else {
      body.context.overrideIndentation = position - blank
    }
  }

  private enum TextEnd {
    case lineEnd, templateEnd
    case tag(at: Int)
  }

  private mutating func readText(_ body: inout ParserBody) -> TextEnd {
    let text = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        position += 1
        body.append(.text(text..<position))
        return .lineEnd
      }
      if matches(body.context.open) {
        let tag = position
        if tag > text {
          body.append(.text(text..<tag))
          body.context.isNewLine = false
        }
        position += body.context.open.count
        return .tag(at: tag)
      }
      position += 1
    }
    if text < position { body.append(.text(text..<position)) } else { body.releaseLine() }
    return .templateEnd
  }

  private mutating func reportUnclosedTag() {
    guard let tag = openTags.popLast() else { return }
    report(tag.span, "\(tag.spelling) is never closed", help: "close it with {{/\(tag.name)}}")
  }
}

extension TemplateParser {
  func matches(_ word: [UInt8]) -> Bool {
    position + word.count <= bytes.count && bytes[position..<(position + word.count)].elementsEqual(word)
  }

  /// Moves past the rest of the line if it is blank and the tag before is the first thing on it.
  mutating func takesWholeLine(_ body: ParserBody) -> Bool {
    guard body.context.isNewLine else { return false }
    if position == bytes.count { return true }
    var end = position
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    guard end > position, [0x0A, 0x0D].contains(bytes[end - 1]) else { return false }
    position = end
    return true
  }

  mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }
}
