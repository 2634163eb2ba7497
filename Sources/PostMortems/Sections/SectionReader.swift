internal import Diagnostics
package import Markdown

/// Finds a document's named parts: headings of every form, bold lines, bold labels.
package struct SectionReader {
  let document: Document
  var sections: [Section] = []
  /// The roles that weak words of a section's name would give it, by the section's index.
  var weakRoles: [Int: SectionRole] = [:]
  /// Indices of the enclosing heading sections, outermost first.
  var open: [Int] = []
  /// Index of the section of a label that is still running.
  var label: Int?
  /// Whether plain lines with a colon open sections, as they do where there are hardly any headings.
  var acceptsPlainLabels = false
  /// Whether headings such as `Investigating` and `Resolved` head the messages of a status page.
  private var hasStatusUpdates = false
  /// Whether paragraphs that are nothing but a name open sections.
  private var hasPlainNames = false
  /// Whether numbered lines between paragraphs are the sections' names, as in a memorandum.
  private var hasNumberedNames = false
  /// Whether these lines are a questionnaire's, as long as they may be.
  private var hasNumberedQuestions = false

  private init(_ document: Document) {
    self.document = document
  }

  /// The sections in document order; a section's content ends where a heading of the same or a higher rank begins.
  package static func sections(of document: Document) -> [Section] {
    var reader = SectionReader(document)
    reader.acceptsPlainLabels = reader.countNamedHeadings() < 2
    reader.hasStatusUpdates = reader.findStatusUpdates()
    reader.hasPlainNames = reader.acceptsPlainLabels && reader.findPlainNames()
    reader.hasNumberedQuestions = reader.acceptsPlainLabels && reader.findNumberedQuestions()
    reader.hasNumberedNames =
      reader.hasNumberedQuestions || reader.acceptsPlainLabels && reader.findNumberedNames()
    reader.read()
    reader.settleRivals()
    reader.settleWeakRoles()
    reader.settleFailures()
    reader.settleBreakage()
    reader.readSecondRoles()
    reader.readLabelledLines()
    reader.readShapes()
    return reader.sections
  }

  private func countNamedHeadings() -> Int {
    document.blocks.count { block in
      guard case .heading = document.nodes[block].kind else { return false }
      return SectionTitle.role(of: document.plainText(of: block)) != nil
    }
  }

  private func findStatusUpdates() -> Bool {
    var found: Set<String> = []
    for block in document.blocks {
      guard case .heading = document.nodes[block].kind else { continue }
      let name = SectionTitle.normalised(document.plainText(of: block))
      if Self.statusUpdates.contains(name) { found.insert(name) }
    }
    return found.count >= 2 && !found.isDisjoint(with: ["investigating", "monitoring"])
  }

  private static let statusUpdates: Set<String> = ["investigating", "identified", "monitoring", "resolved", "update"]

  private mutating func read() {
    guard let root = document.nodes.first else { return }
    for block in document.blocks {
      if case .footnoteDefinition = document.nodes[block].kind { break }
      if var heading = heading(at: block) {
        heading.level = rank(of: heading)
        close(at: block, level: heading.level)
        begin((heading.level, heading.text), at: block, content: (heading.end ?? document.nodes[block].end)..<root.end)
      } else if sections.isEmpty {
        beginPreamble(at: block, end: root.end)
        readLabels(block)
      } else {
        readLabels(block)
      }
    }
    let end = document.blocks.first { isFootnote($0) } ?? root.end
    close(at: end, level: 0)
  }

  private func isFootnote(_ block: Int) -> Bool {
    if case .footnoteDefinition = document.nodes[block].kind { return true }
    return false
  }

  /// A heading's level; one that is only a date or time, right behind a timeline's heading, ranks below it whatever its
  /// own level: authors who write `## Timeline` and then `## May 12` mean the day's rows.
  private func rank(of heading: (level: Int, text: String, end: Int?)) -> Int {
    guard let index = open.last(where: { sections[$0].role == .timeline }),
      case .heading(let timeline) = sections[index].opening, heading.level <= timeline, isTime(heading.text)
    else { return heading.level }
    return timeline + 1
  }

  private func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let time = TimeReader.read(ByteCursor(bytes)) ?? DayLine.read(bytes) else { return false }
    return time.isReadable && time.rest >= bytes.count
  }

  private mutating func beginPreamble(at block: Int, end: Int) {
    let span = document.nodes[block].span
    sections.append(
      Section(
        role: nil, title: "", opening: .preamble, titleSpan: SourceSpan(span.start, span.start), titleNode: -1,
        content: block..<end, parent: nil))
    open.append(0)
  }

  private mutating func begin(_ heading: (level: Int, text: String), at block: Int, content: Range<Int>) {
    let title = HeadingAnchors.split(heading.text).text
    let match = match(title, level: heading.level)
    if let match, match.certainty == .weak { weakRoles[sections.count] = match.role }
    sections.append(
      Section(
        role: match.flatMap { $0.certainty == .weak ? nil : $0.role }, title: title,
        opening: .heading(level: heading.level),
        titleSpan: document.nodes[block].span, titleNode: block, content: content, parent: open.last))
    open.append(sections.count - 1)
  }

  /// What a heading says. A document's title is held to the names in the table, so that `Summary of the storage event`
  /// stays a title; and below a heading of action items or of a timeline, words only name groups and phases of these.
  private func match(_ title: String, level: Int) -> SectionMatch? {
    if level == 1, !sections.contains(where: \.isHeading) {
      return SectionTitle.exactRole(of: title).map { SectionMatch(role: $0, certainty: .alias) }
    }
    if hasStatusUpdates, Self.statusUpdates.contains(SectionTitle.normalised(title)) { return nil }
    guard let match = SectionTitle.match(title) else { return nil }
    let isInside = { (role: SectionRole) in open.contains { (sections[$0].role ?? weakRoles[$0]) == role } }
    // `Cause identified (10:30 – 11:15)` is a phase.
    if match.certainty != .alias || isInside(.timeline), holdsClock(title) { return nil }
    if isInside(.resolution), match.role == .actionItems, SectionDeeds.isNamed(title) { return nil }
    if isInside(.actionItems), match.certainty != .alias || Self.namesOfGroups.contains(match.role) { return nil }
    if isInside(.timeline), match.certainty != .alias { return nil }
    return match
  }

  private func holdsClock(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    return bytes.indices.dropFirst().contains { index in
      bytes[index] == UInt8(ascii: ":") && index + 2 < bytes.count
        && [bytes[index - 1], bytes[index + 1], bytes[index + 2]].allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  private static let namesOfGroups: Set<SectionRole> = [.detection, .resolution, .trigger]

  /// Ends the sections that a heading of a level ends.
  private mutating func close(at block: Int, level: Int) {
    closeLabel(at: block)
    while let index = open.last {
      if case .heading(let openLevel) = sections[index].opening, openLevel < level { break }
      sections[index] = sections[index].ending(at: block)
      open.removeLast()
    }
  }

  mutating func closeLabel(at block: Int) {
    guard let index = label else { return }
    sections[index] = sections[index].ending(at: block)
    label = nil
  }

  /// A heading node, or a paragraph that was meant as one: `##Heading` without the space, a wiki's `== Heading ==` with
  /// the node behind it where its text goes on in the same paragraph.
  private func heading(at block: Int) -> (level: Int, text: String, end: Int?)? {
    switch document.nodes[block].kind {
    case .heading(let level): return (Int(level), document.plainText(of: block), nil)
    case .list where hasNumberedNames: return numberedName(block).map { (2, $0, nil) }
    case .paragraph:
      let text = document.plainText(of: block)
      if let heading = wikiHeading(block, text) { return heading }
      if hasPlainNames, let name = plainName(block, text) { return (2, name, nil) }
      let level = text.prefix { $0 == "#" }.count
      guard (1...6).contains(level), !text.contains("\n"), let next = text.dropFirst(level).first, next.isLetter else {
        return nil
      }
      let title = String(text.dropFirst(level))
      return SectionTitle.role(of: title) == nil ? nil : (level, title, nil)
    default: return nil
    }
  }

  /// `3. Course of events`: a numbered list of one short line.
  private func numberedName(_ list: Int) -> String? {
    guard case .list(ordered: true, _, _) = document.nodes[list].kind else { return nil }
    let items = Array(document.children(of: list))
    guard items.count == 1, let item = items.first else { return nil }
    let blocks = Array(document.children(of: item))
    guard blocks.count == 1, let paragraph = blocks.first, case .paragraph = document.nodes[paragraph].kind else {
      return nil
    }
    let text = document.plainText(of: paragraph)
    if hasNumberedQuestions { return text }
    let isName = text.utf8.count <= 60 && firstBreak(in: paragraph) == nil && text.split(separator: " ").count <= 7
    return isName && text.last.map { !".;,".contains($0) } ?? false ? text : nil
  }

  /// Whether the document answers a questionnaire: numbered questions of a line or more, each alone in its list, at least
  /// three of which ask for a section.
  private func findNumberedQuestions() -> Bool {
    var asked: Set<SectionRole> = []
    var count = 0
    for block in document.blocks {
      guard case .list(ordered: true, _, _) = document.nodes[block].kind else { continue }
      let items = Array(document.children(of: block))
      guard items.count == 1, let paragraph = items.first.flatMap({ document.children(of: $0).first }),
        case .paragraph = document.nodes[paragraph].kind
      else { continue }
      count += 1
      if let match = SectionTitle.match(document.plainText(of: paragraph)) { asked.insert(match.role) }
    }
    return count >= 4 && asked.count >= 3
  }

  private func findNumberedNames() -> Bool {
    document.blocks.count { numberedName($0).map { SectionTitle.match($0) != nil } ?? false } >= 2
  }

  /// `== Summary ==`, as wikis write headings, on a paragraph's first line or below a template's, `{{report}}`.
  private func wikiHeading(_ paragraph: Int, _ text: String) -> (level: Int, text: String, end: Int?)? {
    if let heading = jiraHeading(paragraph, text) { return heading }
    guard text.utf8.first == UInt8(ascii: "=") || text.hasPrefix("{{") else { return nil }
    let end = document.nodes[paragraph].end
    for line in document.lines(of: paragraph + 1..<end, in: paragraph) {
      let words = line.text.words(from: 0)
      if words.hasPrefix("{{"), words.hasSuffix("}}") { continue }
      let level = words.prefix { $0 == "=" }.count
      guard (2...6).contains(level), words.utf8.count > 2 * level,
        words.hasSuffix(String(repeating: "=", count: level))
      else { return nil }
      let name = words.dropFirst(level).dropLast(level).split(separator: " ").joined(separator: " ")
      let behind = line.text.nodes.upperBound
      return (level, name, behind < end ? behind + 1 : nil)
    }
    return nil
  }

  /// `h2. Summary`, as Jira and Confluence write headings.
  private func jiraHeading(_ paragraph: Int, _ text: String) -> (level: Int, text: String, end: Int?)? {
    let bytes = Array(text.utf8.prefix(4))
    guard bytes.count == 4, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]),
      bytes[2] == UInt8(ascii: "."), bytes[3] == 0x20
    else { return nil }
    let name = text.dropFirst(4).prefix { !$0.isNewline }
    return name.utf8.count <= 120 ? (Int(bytes[1]) - 0x30, String(name), firstBreak(in: paragraph)) : nil
  }

  /// A paragraph that is nothing but a section's name: `ROOT CAUSE`.
  private func plainName(_ paragraph: Int, _ text: String) -> String? {
    guard text.utf8.count <= 48, firstBreak(in: paragraph) == nil, text.last.map({ $0.isLetter || $0 == ")" }) ?? false,
      document.nodes[paragraph + 1..<document.nodes[paragraph].end].count == 1
    else { return nil }
    let isLoud = text == text.uppercased()
    return SectionTitle.match(text).flatMap { $0.certainty == .alias || isLoud ? text : nil }
  }

  private func findPlainNames() -> Bool {
    document.blocks.count { block in
      guard case .paragraph = document.nodes[block].kind else { return false }
      return plainName(block, document.plainText(of: block)) != nil
    } >= 2
  }

  /// The node behind a paragraph's first line; nil for one of a single line.
  private func firstBreak(in paragraph: Int) -> Int? {
    (paragraph + 1..<document.nodes[paragraph].end).first { index in
      document.nodes[index].kind == .softBreak || document.nodes[index].kind == .lineBreak
    }.map { $0 + 1 }
  }
}

extension Section {
  var isHeading: Bool {
    if case .heading = opening { return true }
    return false
  }

  fileprivate func ending(at node: Int) -> Section {
    Section(
      role: role, title: title, opening: opening, titleSpan: titleSpan, titleNode: titleNode,
      content: content.lowerBound..<max(content.lowerBound, min(content.upperBound, node)), parent: parent)
  }

  /// The same section with another role, or with none.
  func with(role: SectionRole?) -> Section {
    Section(
      role: role, title: title, opening: opening, titleSpan: titleSpan, titleNode: titleNode, content: content,
      parent: parent)
  }
}
