import Diagnostics

extension TemplateParser {
  /// From the opening delimiter to where reading stands, without a line end that belonged to the tag.
  func tagSpan(_ tag: Int) -> SourceSpan {
    var end = position
    while end > tag, bytes[end - 1].isSpace { end -= 1 }
    return SourceSpan(tag, end)
  }

  func tagSpelling(_ tag: Int) -> String {
    let span = tagSpan(tag)
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  mutating func reportUnfinished(_ tag: Int) {
    let end = bytes[tag...].firstIndex { $0 == UInt8(ascii: "\n") } ?? bytes.count
    report(SourceSpan(tag, end), "the tag is never closed")
    position = max(position, end)
  }

  /// Reads a name with its closing delimiter; on a flaw reports it, skips the tag and returns `nil`.
  mutating func readName(at tag: Int, _ body: ParserBody) -> TemplateName? {
    let isWord: (UInt8) -> Bool = { $0.isTemplateWord || [0x28, 0x29, 0x2E].contains($0) }
    guard let word = readWord(at: tag, body, isWord) else { return nil }
    if let name = TemplateName(bytes[word]) { return name }
    report(tagSpan(tag), "'\(String(decoding: bytes[word], as: UTF8.self))' is not a name")
    return nil
  }

  mutating func readPartialName(at tag: Int, _ body: ParserBody) -> Located<String>? {
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
      skipTag(tag, body.context.close)
      report(tagSpan(tag), "a partial is named in the template, not by a value", help: "write its name without '*'")
      return nil
    }
    return readWord(at: tag, body, \.isPartialName).map {
      Located(String(decoding: bytes[$0], as: UTF8.self), at: SourceSpan($0.lowerBound, $0.upperBound))
    }
  }

  /// The bytes of the one word between here and the closing delimiter.
  mutating func readWord(at tag: Int, _ body: ParserBody, _ isWord: (UInt8) -> Bool) -> Range<Int>? {
    skipSpace()
    let word = position
    while position < bytes.count, isWord(bytes[position]) { position += 1 }
    let end = position
    skipSpace()
    guard matches(body.context.close) else {
      skipTag(tag, body.context.close)
      reportUnreadableName(tag, from: word, body.context.close)
      return nil
    }
    position += body.context.close.count
    guard end > word else {
      report(tagSpan(tag), "the tag names nothing")
      return nil
    }
    return word..<end
  }

  private mutating func reportUnreadableName(_ tag: Int, from word: Int, _ close: [UInt8]) {
    let end = position - close.count
    guard end >= word, bytes[end..<position].elementsEqual(close) else { return reportUnfinished(tag) }
    let text = String(decoding: bytes[word..<end], as: UTF8.self)
    report(
      tagSpan(tag), "'\(text)' is not a name",
      notes: ["a name holds letters, digits, '-', '_' and '?', with '.' between names"])
  }

  /// Moves behind the closing delimiter if the line has one.
  mutating func skipTag(_ tag: Int, _ close: [UInt8]) {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if matches(close) { return position += close.count }
      position += 1
    }
  }

  mutating func readComment(at tag: Int, _ body: inout ParserBody) {
    while position < bytes.count, !matches(body.context.close) { position += 1 }
    guard position < bytes.count else {
      return reportUnfinished(tag)
    }
    position += body.context.close.count
    endSilentTag(&body)
  }

  /// Ends a tag that writes nothing: it leaves no line of its own, and white space before it waits for what follows.
  private mutating func endSilentTag(_ body: inout ParserBody) {
    let isStandalone = takesWholeLine(body)
    if isStandalone { body.dropLine() }
    body.context.isNewLine = isStandalone
  }

  mutating func readDelimiters(at tag: Int, _ body: inout ParserBody) {
    position += 1
    let content = position
    let end = [UInt8(ascii: "=")] + body.context.close
    while position < bytes.count, !matches(end) { position += 1 }
    guard position < bytes.count else { return reportUnfinished(tag) }
    let words = bytes[content..<position].split { $0.isSpace }
    position += 1 + body.context.close.count
    if words.count == 2, !words.contains(where: { $0.contains(UInt8(ascii: "=")) }) {
      body.context.open = Array(words[0])
      body.context.close = Array(words[1])
    } else {
      report(tagSpan(tag), "delimiters are two words without '='", help: "write them as in {{=<% %>=}}")
    }
    endSilentTag(&body)
  }

  /// Reads `{{% CONTENT_TYPE: TEXT}}`, which stops escaping, or `HTML`, which starts it again.
  mutating func readPragma(at tag: Int, _ body: inout ParserBody) {
    position += 1
    let content = position
    skipTag(tag, body.context.close)
    let end = max(content, position - body.context.close.count)
    guard bytes[end..<position].elementsEqual(body.context.close) else {
      position = content
      reportUnfinished(tag)
      return body.endTag(isStandalone: false)
    }
    let text = bytes[content..<end].filter { !$0.isSpace }
    switch String(decoding: text, as: UTF8.self) {
    case "CONTENT_TYPE:HTML": body.nodes.append(.escaping(true))
    case "CONTENT_TYPE:TEXT": body.nodes.append(.escaping(false))
    default:
      report(tagSpan(tag), "the only settings are CONTENT_TYPE: HTML and CONTENT_TYPE: TEXT")
    }
    endSilentTag(&body)
  }
}
