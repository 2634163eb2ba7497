internal import Diagnostics
internal import Markdown

/// Sections that no heading opens: bold lines, bold labels, and plain lines with a colon.
extension SectionReader {
  mutating func readLabels(_ block: Int) {
    guard acceptsLabels else { return }
    switch document.nodes[block].kind {
    case .paragraph:
      if !readBold(in: block, block: block), !readWikiLabel(block) { readPlain(block) }
    case .list: readList(block)
    case .blockQuote:
      for child in document.children(of: block) where document.nodes[child].kind == .paragraph {
        readBold(in: child, block: child)
      }
    default: break
    }
  }

  /// Rows and action items carry bold words of their own, which open nothing.
  private var acceptsLabels: Bool {
    guard let index = open.last else { return true }
    let role = sections[index].role
    return role != .actionItems && role != .fiveWhys
  }

  /// Items with a bold name each; in a list of other things, one of which happens to be called as a section is, they
  /// open nothing.
  private mutating func readList(_ list: Int) {
    // Each factor has its own description, its own detection, and so on.
    if let index = open.last, sections[index].role == .contributingFactors { return }
    // The phases of a timeline list what was found, `Cause: …`, and what was done, `Action: …`.
    if open.contains(where: { sections[$0].role == .timeline }) { return }
    let names = document.children(of: list).compactMap { item -> (item: Int, paragraph: Int, name: String)? in
      guard let first = document.children(of: item).first, case .paragraph = document.nodes[first].kind,
        let strong = document.children(of: first).first, document.nodes[strong].kind == .strong
      else { return nil }
      return (item, first, document.plainText(of: strong))
    }
    let known = names.filter { SectionTitle.role(of: $0.name) != nil || Self.isParticular($0.name) }
    guard known.count * 2 >= names.count else { return }
    for name in names { readBold(in: name.paragraph, block: name.item) }
  }

  /// Names of what is said about an incident beside its sections, `Severity`, `Time to repair`.
  private static func isParticular(_ name: String) -> Bool {
    let words = SectionTitle.normalised(name).split(separator: " ")
    return words.contains { particulars.contains(String($0)) }
  }

  private static let particulars: Set<String> = [
    "date", "time", "duration", "severity", "status", "priority", "author", "authors", "owner", "context", "id",
    "start",
    "end", "started", "ended", "resolved", "detected", "reported", "team", "service", "services", "lead", "commander",
  ]

  @discardableResult
  private mutating func readBold(in paragraph: Int, block: Int) -> Bool {
    guard let strong = document.children(of: paragraph).first, document.nodes[strong].kind == .strong else {
      return false
    }
    let name = document.plainText(of: strong)
    let loose = looseRole(ofLabel: name, block: block, paragraph: paragraph)
    let isAlone = block == paragraph && document.nodes[strong].end >= document.nodes[paragraph].end
    if isAlone, name.last == "?" { closeLabel(at: block) }
    guard let role = role(ofLabel: name, block: block, isAlone: isAlone) ?? loose else { return false }
    let behind = document.nodes[strong].end
    let isLine = onlyPunctuation(from: behind, to: document.nodes[paragraph].end)
    let isParted = SectionTitle.exactRole(of: name) != nil && startsWithDash(behind)
    guard isLine || name.last == ":" || startsWithColonOrBreak(behind) || isParted else { return false }
    if role != .timeline, !isLine, startsWithTime(from: behind, to: document.nodes[paragraph].end) { return false }
    closeLabel(at: block)
    let isItem = block != paragraph
    let end = isItem ? document.nodes[block].end : document.nodes.first?.end ?? 0
    if loose != nil { weakRoles[sections.count] = role }
    sections.append(
      Section(
        role: loose == nil ? role : nil, title: name, opening: isLine ? .boldLine : .boldLabel,
        titleSpan: document.nodes[strong].span,
        titleNode: paragraph, content: behind..<end, parent: open.last))
    if !isItem { label = sections.count - 1 }
    return true
  }

  /// A label's role; `Context` above a list of times is a timeline, and no section otherwise.
  ///
  /// A bold question is one of a list of questions more often than it is a section, unless it has a paragraph of its own.
  private func role(ofLabel name: String, block: Int, isAlone: Bool) -> SectionRole? {
    guard let match = SectionTitle.match(name) else { return nil }
    switch match.certainty {
    case .alias: return match.role
    case .head: return SectionTitle.isQuestion(name) && !isAlone ? nil : match.role
    case .weak:
      guard case .item = document.nodes[block].kind else { return nil }
      return TimelineShape(document, block + 1..<document.nodes[block].end).isTimeline(atLeast: 2) ? .timeline : nil
    }
  }

  /// What a label of words that also mean other things would be, where no section around it has a role.
  private func looseRole(ofLabel name: String, block: Int, paragraph: Int) -> SectionRole? {
    guard block == paragraph, let match = SectionTitle.match(name), match.certainty == .weak else { return nil }
    return open.contains { sections[$0].role != nil } ? nil : match.role
  }

  /// `'''Impact''': …`, as wikis write a bold label.
  private mutating func readWikiLabel(_ paragraph: Int) -> Bool {
    let inlines = paragraph + 1..<document.nodes[paragraph].end
    guard holdsApostrophe(inlines), let line = document.lines(of: inlines, in: paragraph).first else { return false }
    let text = line.text.words(from: 0)
    guard text.hasPrefix("'''"), let end = text.dropFirst(3).firstRange(of: "'''") else { return false }
    let name = String(text[..<end.lowerBound].dropFirst(3))
    let behind = text[end.upperBound...].drop { $0 == ":" || $0 == " " }
    let isLabel = behind.isEmpty || text[end.upperBound...].hasPrefix(":") || name.last == ":"
    guard isLabel, let match = SectionTitle.match(name), match.certainty != .weak, !SectionTitle.isQuestion(name) else {
      return false
    }
    closeLabel(at: paragraph)
    let isLine = behind.isEmpty
    let start = isLine ? line.text.nodes.upperBound : inlines.lowerBound
    sections.append(
      Section(
        role: match.role, title: name, opening: isLine ? .boldLine : .boldLabel, titleSpan: line.span,
        titleNode: paragraph, content: min(start, inlines.upperBound)..<(document.nodes.first?.end ?? 0),
        parent: open.last))
    label = sections.count - 1
    return true
  }

  /// Whether a text of these nodes has one, as few paragraphs have.
  private func holdsApostrophe(_ inlines: Range<Int>) -> Bool {
    inlines.contains { index in
      switch document.nodes[index].kind {
      case .text(let run), .code(let run), .htmlInline(let run): document.bytes(run).contains(UInt8(ascii: "'"))
      default: false
      }
    }
  }

  private func onlyPunctuation(from start: Int, to end: Int) -> Bool {
    document.plainText(from: start, to: end).allSatisfy { $0 == ":" || $0 == "." || $0.isWhitespace }
  }

  /// `**TL;DR** – …`, behind a name that can be nothing else.
  private func startsWithDash(_ node: Int) -> Bool {
    guard node < document.nodes.count, case .text(let run) = document.nodes[node].kind else { return false }
    let bytes = Array(document.bytes(run).drop { $0 == 0x20 }.prefix(3))
    return bytes.starts(with: "–".utf8) || bytes.starts(with: "—".utf8) || bytes.starts(with: "- ".utf8)
  }

  private func startsWithColonOrBreak(_ node: Int) -> Bool {
    switch document.nodes[node].kind {
    case .softBreak, .lineBreak: return true
    case .text(let run): return document.bytes(run).first { $0 != 0x20 } == UInt8(ascii: ":")
    default: return false
    }
  }

  /// `**Resolved at:** 2026-02-01 08:15` gives a time and opens nothing.
  private func startsWithTime(from start: Int, to end: Int) -> Bool {
    let text = document.plainText(from: start, to: end).drop { $0 == ":" || $0.isWhitespace }
    let bytes = Array(text.utf8)
    guard let time = TimeReader.read(ByteCursor(bytes)), time.isReadable else { return false }
    return bytes.count - time.rest < 16
  }

  /// `Root Cause:` alone on the first line of a paragraph.
  private mutating func readPlain(_ paragraph: Int) {
    guard acceptsPlainLabels else { return }
    let inlines = paragraph + 1..<document.nodes[paragraph].end
    guard let line = document.lines(of: inlines, in: paragraph).first, line.text.bytes.count <= 80 else { return }
    let text = line.text.words(from: 0)
    let isLine = line.text.nodes.upperBound >= inlines.upperBound
    guard text.last == ":", let match = SectionTitle.match(text), match.certainty != .weak || isLine,
      !SectionTitle.isQuestion(text) || isLine
    else { return }
    closeLabel(at: paragraph)
    if match.certainty == .weak { weakRoles[sections.count] = match.role }
    let content = isLine ? inlines.upperBound : line.text.nodes.upperBound + 1
    sections.append(
      Section(
        role: match.certainty == .weak ? nil : match.role, title: text, opening: isLine ? .boldLine : .boldLabel,
        titleSpan: line.span,
        titleNode: paragraph, content: content..<(document.nodes.first?.end ?? 0), parent: open.last))
    label = sections.count - 1
  }
}
