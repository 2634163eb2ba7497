internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Adds to a draft what another import knows more; nothing that stands in it is changed, and what its author removed
/// does not come back.
struct DraftUpdate {
  private let draft: PostMortemDraft
  private let incident: MergedIncident
  private let includesChatter: Bool
  private var marks: ImportMarks
  /// Texts by the byte before which they go.
  private var insertions: [(offset: Int, text: String)] = []
  private(set) var addedRows = 0
  private(set) var filled: [String] = []
  private(set) var addedActions = 0
  private let lineBreak: String
  private let comment: SourceSpan?

  init(_ draft: PostMortemDraft, adding incident: MergedIncident, includesChatter: Bool) {
    self.draft = draft
    let text = String(decoding: draft.source.bytes, as: UTF8.self)
    let found = ImportMarks.find(in: text)
    comment = found.map { found in
      let start = text.utf8.distance(from: text.startIndex, to: found.range.lowerBound)
      return SourceSpan(start, start + text[found.range].utf8.count)
    }
    let (labelled, labels) = incident.labelled(known: found?.marks.labelsByHash ?? [:])
    self.incident = labelled
    self.includesChatter = includesChatter
    marks = found?.marks ?? ImportMarks()
    marks.add(labels.record)
    lineBreak = draft.source.bytes.contains(0x0D) ? "\r\n" : "\n"
  }

  /// The text with what was added, equal to the old one where nothing was.
  mutating func text() -> String {
    addRows()
    fillPhases()
    addSources()
    addActions()
    addEvidence()
    let old = marks.comment
    marks.add(DraftParts.marks(of: incident, includesChatter: includesChatter))
    replaceComment(changed: old != marks.comment || comment == nil)
    return applied
  }

  // MARK: Timeline

  private mutating func addRows() {
    let events = draft.timeline?.events ?? []
    for row in incident.rows where includesChatter || !row.isChatter {
      guard !row.marks.contains(where: marks.contains), !isTold(row, in: events) else { continue }
      insert(row, among: events)
      addedRows += 1
    }
  }

  /// Whether a row of the draft says the same; one of the same system without its mark is another event.
  private func isTold(_ row: ImportedRow, in events: [TimelineEvent]) -> Bool {
    let words = RowWords(row.text)
    return events.contains { event in
      guard let at = event.at, abs(at.seconds - row.at.seconds) <= TimelineMerge.window else { return false }
      let isOwn = row.origins.contains { event.text.contains($0.system.title) }
      if isOwn, comment != nil { return false }
      return RowWords(event.text).tellsTheSame(as: words)
    }
  }

  /// Before the first row that is later, in the form of the row beside it.
  private mutating func insert(_ row: ImportedRow, among events: [TimelineEvent]) {
    if let next = events.first(where: { $0.at.map { $0.seconds > row.at.seconds } ?? false }),
      let line = listLine(next)
    {
      return insertions.append((line.offset, line.isTable ? DraftParts.tableRow(row) : bullet(row)))
    }
    if let last = events.last, let line = listLine(last) {
      let offset = endOfBlock(after: last.span.end)
      return insertions.append((offset, line.isTable ? DraftParts.tableRow(row) : bullet(row)))
    }
    insertions.append((endOfTimeline, bullet(row)))
  }

  private func bullet(_ row: ImportedRow) -> String {
    let marker = DraftParts.marker(of: row, in: incident)
    let isTaken = draft.timeline?.events.contains { $0.marker?.rawValue == marker?.lowercased() } ?? false
    return DraftParts.row(row, marker: isTaken ? nil : marker)
  }

  /// The line on which a row begins, where it is one of a list or of a table.
  private func listLine(_ event: TimelineEvent) -> (offset: Int, isTable: Bool)? {
    let line = draft.source.lineSpan(draft.source.line(at: event.timeSpan.start))
    guard let first = draft.source.bytes[line.start..<line.end].first(where: { $0 > 0x20 }) else { return nil }
    if first == UInt8(ascii: "|") { return (line.start, true) }
    let isList = first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+")
    return isList ? (line.start, false) : nil
  }

  /// The beginning of the line behind a row and what is indented below it.
  private func endOfBlock(after offset: Int) -> Int {
    var line = draft.source.line(at: max(0, offset - 1)) + 1
    while line <= draft.source.lineStarts.count {
      let span = draft.source.lineSpan(line)
      guard span.start < span.end, draft.source.bytes[span.start] == 0x20 || draft.source.bytes[span.start] == 0x09
      else {
        break
      }
      line += 1
    }
    return line <= draft.source.lineStarts.count ? draft.source.lineStarts[line - 1] : draft.source.bytes.count
  }

  /// Before the marks, else behind the last block of the section, else the end of the file.
  private var endOfTimeline: Int {
    if let comment { return comment.start }
    return draft.section(.timeline).map(end) ?? draft.source.bytes.count
  }

  private func end(of section: Section) -> Int {
    let ends = section.content.map { draft.document.nodes[$0].span.end } + [section.titleSpan.end]
    let line = draft.source.line(at: max(0, (ends.max() ?? 0) - 1)) + 1
    return line <= draft.source.lineStarts.count ? draft.source.lineStarts[line - 1] : draft.source.bytes.count
  }

  // MARK: Front matter

  private mutating func fillPhases() {
    for phase in incident.phases {
      guard let at = phase.at, !marks.contains(DraftParts.mark(phase: phase.key)),
        draft.fields.phases.first(where: { $0.name == phase.key })?.instant == nil,
        let line = frontMatterLine(phase.key), isEmptyValue(line)
      else { continue }
      insertions.append((line.start + phase.key.utf8.count + 1, " \(at.iso)"))
      filled.append(phase.key)
    }
  }

  /// The line of a key in YAML front matter.
  private func frontMatterLine(_ key: String) -> SourceSpan? {
    guard let block = draft.document.frontMatter, block.format == .yaml else { return nil }
    let lines = draft.source.line(at: block.span.start)...draft.source.line(at: block.span.end)
    return lines.lazy.map { draft.source.lineSpan($0) }.first {
      draft.source.bytes[$0.start..<$0.end].starts(with: "\(key):".utf8)
    }
  }

  private func isEmptyValue(_ line: SourceSpan) -> Bool {
    let bytes = draft.source.bytes[line.start..<line.end]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let value = bytes[(colon + 1)...].first { $0 != 0x20 && $0 != 0x09 }
    return value == nil || value == UInt8(ascii: "#")
  }

  /// New records behind those that are there; a list on one line is the author's own and stays.
  private mutating func addSources() {
    let new = incident.sources.filter { source in !draft.fields.importSources.contains { $0.isSame(as: source) } }
    guard !new.isEmpty, let line = frontMatterLine("source"), isEmptyValue(line) else { return }
    let offset = endOfBlock(after: line.end)
    for source in new { insertions.append((offset, DraftFrontMatter.line(source))) }
  }

  // MARK: Action items and evidence

  private mutating func addActions() {
    guard let section = draft.section(.actionItems) else { return }
    for action in incident.actions where !marks.contains(DraftParts.mark(of: action)) {
      let isThere = draft.actionItems.contains {
        $0.text == action.text || action.ticket != nil && $0.ticket?.value == action.ticket
      }
      guard !isThere else { continue }
      let offset = draft.actionItems.last.map { endOfBlock(after: $0.span.end) } ?? end(of: section)
      insertions.append((offset, DraftParts.action(action)))
      addedActions += 1
    }
  }

  private mutating func addEvidence() {
    let new = incident.evidence.filter { !marks.contains(DraftParts.mark(of: $0)) }
    guard !new.isEmpty else { return }
    let blocks = new.map(MarkdownWords.code).joined(separator: "\n\n")
    if let section = draft.sections.first(where: { $0.title == "Evidence" }) {
      insertions.append((end(of: section), "\n" + blocks))
    } else {
      insertions.append((draft.source.bytes.count, "\n## Evidence\n\n" + blocks))
    }
  }

  // MARK: Putting it together

  private mutating func replaceComment(changed: Bool) {
    guard changed, comment == nil else { return }
    insertions.append((endOfTimeline, "\n\(marks.comment)"))
  }

  /// Whole lines go in as lines of their own, values into their line.
  private var applied: String {
    var edits = insertions.enumerated().map {
      (order: $0.offset, start: $0.element.offset, end: $0.element.offset, text: $0.element.text)
    }
    if let comment { edits.append((edits.count, comment.start, comment.end, marks.comment)) }
    edits.sort { ($0.start, $0.order) < ($1.start, $1.order) }
    var bytes: [UInt8] = []
    var last = 0
    for edit in edits {
      bytes += draft.source.bytes[last..<edit.start]
      last = edit.end
      let text =
        lineBreak == "\n"
        ? edit.text : edit.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
      let isLine = edit.start == edit.end && !edit.text.hasPrefix(" ") || edit.text.hasPrefix("  - ")
      if isLine, let end = bytes.last, end != 0x0A { bytes += lineBreak.utf8 }
      bytes += text.utf8
      if isLine { bytes += lineBreak.utf8 }
    }
    bytes += draft.source.bytes[last...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
