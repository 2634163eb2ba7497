internal import Diagnostics
internal import Markdown

/// Reports a reference link or a footnote whose definition is missing.
struct UndefinedReference: DocumentRule {
  static let description = RuleDescription(
    id: "undefined-reference", group: .links,
    summary: "a reference link or footnote is defined nowhere",
    rationale: "Without a definition the brackets stay in the text, and the reader has nowhere to go.",
    triggering: ["# Checkout down\n\nSee ↓[the fix][fix] and the note.↓[^1]\n"],
    nonTriggering: [
      "# Checkout down\n\nSee [the fix][fix] and the note.[^1]\n\n[fix]: https://example.com/fix\n\n[^1]: More.\n",
      "# Checkout down\n\nThe list `a[i][j]` and \\[this\\]\\[that\\] and [1][2].\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    document.nodes.indices.flatMap { index -> [Finding] in
      guard case .text(let run) = document.nodes[index].kind else { return [] }
      let text = document.bytes(run)
      return BracketReference.all(in: text).compactMap { reference in
        let offset = reference.range.lowerBound - text.startIndex
        return document.span(of: text[reference.range], at: offset, in: index).map {
          Self.finding(reference, at: $0)
        }
      }
    }
  }

  private static func finding(_ reference: BracketReference, at span: SourceSpan) -> Finding {
    let mark = reference.isFootnote ? "[^\(reference.label)]" : "[\(reference.label)]"
    return Finding(
      description.id, at: span, "\(reference.isFootnote ? "footnote" : "link") '\(mark)' is defined nowhere",
      help: "add a line '\(mark): …'")
  }
}

/// `[words][label]`, `[words][]` or `[^label]` in plain text, where the parser found no definition.
struct BracketReference {
  let label: String
  let isFootnote: Bool
  let range: Range<Int>

  static func all(in text: ArraySlice<UInt8>) -> [BracketReference] {
    var found: [BracketReference] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      if let reference = footnote(at: open, in: text) ?? link(at: open, in: text) {
        found.append(reference)
        index = reference.range.upperBound
      }
    }
    return found
  }

  private static func footnote(at open: Int, in text: ArraySlice<UInt8>) -> BracketReference? {
    guard open + 1 < text.endIndex, text[open + 1] == UInt8(ascii: "^"),
      let close = text[open...].prefix(42).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let label = text[(open + 2)..<close]
    guard !label.isEmpty, label.allSatisfy({ $0.isWordByte || $0 == UInt8(ascii: "-") }) else { return nil }
    // A class of characters in a pattern is followed by a count, or stands in a group.
    let isPattern =
      close + 1 < text.endIndex && "+*?{|^$\\".utf8.contains(text[close + 1])
      || open > text.startIndex && "(|\\^".utf8.contains(text[open - 1])
    return isPattern ? nil : BracketReference(label: label, isFootnote: true, range: open..<(close + 1))
  }

  private static func link(at open: Int, in text: ArraySlice<UInt8>) -> BracketReference? {
    if open > text.startIndex, text[open - 1].isWordByte || "])[".utf8.contains(text[open - 1]) { return nil }
    guard let close = bracket(from: open, in: text), close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: "["),
      let end = bracket(from: close + 1, in: text)
    else { return nil }
    let words = text[(open + 1)..<close]
    let label = text[(close + 2)..<end]
    if end + 1 < text.endIndex, text[end + 1] == UInt8(ascii: "[") || text[end + 1] == UInt8(ascii: "(") { return nil }
    guard words.contains(where: \.isLetter), words.first != UInt8(ascii: "^"), label.first != UInt8(ascii: "^") else {
      return nil
    }
    return BracketReference(label: label.isEmpty ? words : label, isFootnote: false, range: open..<(end + 1))
  }

  /// The bracket that closes one, without another in between.
  private static func bracket(from open: Int, in text: ArraySlice<UInt8>) -> Int? {
    text[(open + 1)...].prefix(200).firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }.flatMap {
      text[$0] == UInt8(ascii: "]") ? $0 : nil
    }
  }

  private init(label text: ArraySlice<UInt8>, isFootnote: Bool, range: Range<Int>) {
    label = String(decoding: text, as: UTF8.self)
    self.isFootnote = isFootnote
    self.range = range
  }
}
