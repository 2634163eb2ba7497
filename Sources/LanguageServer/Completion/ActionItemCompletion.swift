internal import Diagnostics
internal import PostMortems

/// What can be written between the parentheses of an action item: `(owner: @edge, type: prevent)`.
struct ActionItemCompletion {
  let document: OpenDocument
  let words: Completion

  private static let keys: [(name: String, meaning: String)] = [
    ("owner", "Who will do it: a team or a role, such as @edge."),
    ("due", "The day by which it will be done: 2026-08-01."),
    ("done", "The day on which it was done."),
    ("type", "What it does: prevent, detect, mitigate, process."),
    ("strength", "How little it relies on people remembering: strong, intermediate, weak."),
    ("addresses", "The causes that it is to remove."),
    ("ticket", "Its ticket in a tracker."),
    ("done when", "How one sees that it is done: the measure."),
    ("declined", "Why it will not be done."),
    ("superseded by", "What takes its place."),
    ("alternative to", "The item that it could replace."),
  ]

  func list(at offset: Int) -> CompletionList? {
    let source = document.text.source
    let line = source.lineSpan(source.line(at: offset))
    let place = min(offset, line.end)
    guard isInSection(offset), let open = openParenthesis(source.bytes[line.start..<place]) else { return nil }
    let segment = source.bytes[open..<place].lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? open
    let head = source.bytes[segment..<place]
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      let key = Self.trimmed(source.text(SourceSpan(segment, colon))).lowercased()
      return values(of: key).map { CompletionList(items: $0, span: Self.word(source, from: colon + 1, to: place)) }
    }
    let items = Self.keys.map {
      CompletionItem(label: $0.name, kind: .field, documentation: $0.meaning, text: "\($0.name): ")
    }
    return CompletionList(items: items, span: Self.word(source, from: segment, to: place))
  }

  private func isInSection(_ offset: Int) -> Bool {
    let sections = document.sections
    var index = sections.lastIndex { $0.titleSpan.start <= offset }
    while let current = index {
      if sections[current].role == .actionItems { return true }
      index = sections[current].parent
    }
    return false
  }

  /// Behind the last parenthesis of an item's line that is not closed.
  private func openParenthesis(_ head: ArraySlice<UInt8>) -> Int? {
    let start = head.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = start.first, "-*+".utf8.contains(first) || (0x30...0x39).contains(first) else { return nil }
    guard let open = head.lastIndex(of: UInt8(ascii: "(")), !head[open...].contains(UInt8(ascii: ")")) else {
      return nil
    }
    return open + 1
  }

  private func values(of key: String) -> [CompletionItem]? {
    switch key {
    case "owner":
      return words.items(of: .team).map {
        CompletionItem(label: "@\($0.label)", kind: .reference, detail: $0.detail)
      }
    case "type": return ActionType.allCases.map { CompletionItem(label: $0.rawValue, kind: .value) }
    case "strength": return Strength.allCases.map { CompletionItem(label: $0.rawValue, kind: .value) }
    case "addresses": return words.items(of: .cause)
    default: return nil
    }
  }

  /// What is written of the last word, blanks at its head cut.
  private static func word(_ source: SourceFile, from start: Int, to end: Int) -> SourceSpan {
    var start = start
    while start < end, source.bytes[start] == 0x20 { start += 1 }
    return SourceSpan(start, end)
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
