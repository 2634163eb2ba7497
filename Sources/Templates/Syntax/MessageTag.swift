import Diagnostics

/// `{{"Owned by {team>link}."}}`: words of the interface in English, which a language file may say otherwise.
///
/// A place between braces is a name as in any tag; behind `>` stands the partial that writes it.
struct MessageTag: Sendable {
  struct Place: Sendable {
    let name: TemplateName
    let partial: Located<String>?
  }

  /// The words as language files know them: without the partials.
  let key: String
  let span: SourceSpan
  /// By the name that the key has between its braces.
  let places: [String: Place]
}

extension TemplateParser {
  /// Reads the message behind an opening delimiter; the position is at its quotation mark.
  mutating func readMessage(at tag: Int, _ body: inout ParserBody) {
    let start = position + 1
    let end = [UInt8(ascii: "\"")] + body.context.close
    position = start
    while position < bytes.count, !matches(end), bytes[position] != UInt8(ascii: "\n") { position += 1 }
    guard matches(end) else {
      reportUnfinished(tag)
      return body.endTag(isStandalone: false)
    }
    let content = start..<position
    position += end.count
    if let message = message(content) { body.append(.message(message)) }
    body.endTag(isStandalone: false)
  }

  private mutating func message(_ content: Range<Int>) -> MessageTag? {
    var key: [UInt8] = []
    var places: [String: MessageTag.Place] = [:]
    var rest = bytes[content]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
        report(
          SourceSpan(open, content.upperBound), "the place in the words is never closed", help: "close it with '}'")
        return nil
      }
      let inside = rest[(open + 1)..<close]
      let words = inside.split(separator: UInt8(ascii: ">"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = words.first, let name = TemplateName(first) else {
        report(
          SourceSpan(open, close + 1), "'\(String(decoding: inside, as: UTF8.self))' is not a name",
          help: "write {name}, or {name>partial}")
        return nil
      }
      let partial = words.count < 2 ? nil : words[1]
      places[name.text] = MessageTag.Place(
        name: name,
        partial: partial.map {
          Located(String(decoding: $0, as: UTF8.self), at: SourceSpan($0.startIndex, $0.endIndex))
        })
      key += rest[rest.startIndex...open] + first + [UInt8(ascii: "}")]
      rest = rest[(close + 1)...]
    }
    key += rest
    return MessageTag(
      key: String(decoding: key, as: UTF8.self), span: SourceSpan(content.lowerBound, content.upperBound),
      places: places)
  }
}
