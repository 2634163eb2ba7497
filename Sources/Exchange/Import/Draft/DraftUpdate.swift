internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Adds to a draft what another import knows more; lines that an import wrote and nobody changed are written anew, nothing
/// else that stands in it is changed, and what its author removed does not come back.
struct DraftUpdate {
  private let draft: PostMortemDraft
  private let incident: MergedIncident
  private let settings: Settings
  private let includesChatter: Bool
  private var marks: ImportMarks
  /// What takes the place of which bytes.
  private var edits: [Edit] = []
  private(set) var addedRows = 0
  private(set) var renewedRows = 0
  private(set) var filled: [String] = []
  private(set) var addedActions = 0
  /// Fields whose lines were written anew.
  private var settled: Set<String> = []
  private let lineBreak: String
  private let comment: SourceSpan?

  private struct Edit {
    let start: Int
    let end: Int
    let text: String
    /// Whether the text is lines of their own.
    var isLine = true
  }

  init(_ draft: PostMortemDraft, adding incident: MergedIncident, settings: Settings, includesChatter: Bool) {
    self.draft = draft
    self.settings = settings
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
    let old = marks.comment
    addRows()
    renewFields()
    fillPhases()
    addSources()
    addActions()
    addEvidence()
    marks.add(DraftParts.marks(of: incident, includesChatter: includesChatter))
    replaceComment(changed: old != marks.comment || comment == nil)
    return applied
  }

  private mutating func insert(_ text: String, at offset: Int) {
    edits.append(Edit(start: offset, end: offset, text: text))
  }

  // MARK: Timeline

  private mutating func addRows() {
    let events = draft.timeline?.events ?? []
    let markers = DraftParts.markers(of: incident)
    var owned = OwnedRows(draft, marks: marks, adding: incident)
    let released = owned.release(for: incident)
    for (index, row) in incident.rows.enumerated() where includesChatter || !row.isChatter {
      guard !row.marks.allSatisfy(marks.contains) else { continue }
      let marker = markers[index].flatMap { isTaken($0) && !released.contains($0) ? nil : $0 }
      if owned.join(row, marker: marker) { continue }
      guard !row.marks.contains(where: marks.contains), !isTold(row, in: events) else { continue }
      let line = DraftParts.row(row, marker: marker)
      marks.own(line)
      insert(line, table: DraftParts.tableRow(row), at: row.at, among: events)
      addedRows += 1
    }
    for row in owned.rows where row.isChanged { renew(row, among: events) }
  }

  /// Whether the author, or an import, has marked another row so.
  private func isTaken(_ marker: String) -> Bool {
    draft.timeline?.events.contains { $0.marker?.rawValue == marker.lowercased() } ?? false
  }

  private mutating func renew(_ row: OwnedRow, among events: [TimelineEvent]) {
    let old = draft.source.text(row.span)
    guard row.line != old else { return }
    renewedRows += 1
    marks.disown(old)
    marks.own(row.line)
    let isMoved = !row.line.hasPrefix(old.prefix(while: { $0 != "—" }))
    guard isMoved else {
      return edits.append(Edit(start: row.span.start, end: row.span.end, text: row.line, isLine: false))
    }
    let number = draft.source.line(at: row.span.start)
    let end = number < draft.source.lineStarts.count ? draft.source.lineStarts[number] : draft.source.bytes.count
    edits.append(Edit(start: row.span.start, end: end, text: "", isLine: false))
    insert(row.line, table: row.line, at: row.at, among: events)
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
  private mutating func insert(_ line: String, table: String, at: Instant, among events: [TimelineEvent]) {
    if let next = events.first(where: { $0.at.map { $0.seconds > at.seconds } ?? false }), let beside = listLine(next) {
      return insert(beside.isTable ? table : line, at: beside.offset)
    }
    if let last = events.last, let beside = listLine(last) {
      return insert(beside.isTable ? table : line, at: endOfBlock(after: last.span.end))
    }
    insert(line, at: endOfTimeline)
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

  /// Lines that an import wrote and nobody changed, with what all exports together tell now.
  private mutating func renewFields() {
    for (key, line) in DraftFrontMatter(incident, settings: settings).renewable {
      guard let span = frontMatterLine(key), isWorth(key, draft.source.text(span), line) else { continue }
      let old = draft.source.text(span)
      let end =
        span.start + (old.utf8.lastIndex { $0 > 0x20 }.map { old.utf8.distance(from: old.startIndex, to: $0) + 1 } ?? 0)
      guard marks.owns(old), ShortHash.ofLine(old) != ShortHash.ofLine(line) else { continue }
      marks.disown(old)
      marks.own(line)
      edits.append(Edit(start: span.start, end: end, text: line, isLine: false))
      let phase = incident.phases.first { $0.key == key }
      let told = draft.fields.phases.first { $0.name == key }?.instant?.value
      if phase == nil || phase?.at?.seconds != told?.seconds { filled.append(key) }
      settled.insert(key)
    }
    addFields()
  }

  /// Fields that no export told before, behind those that come before them.
  private mutating func addFields() {
    guard marks.ownsLines else { return }
    let front = DraftFrontMatter(incident, settings: settings)
    for (key, lines, behind) in front.optional where !marks.contains(DraftParts.mark(field: key)) {
      guard frontMatterLine(key) == nil, let span = frontMatterLine(behind) ?? frontMatterLine("resolved") else {
        continue
      }
      for line in lines { insert(line, at: endOfBlock(after: span.end)) }
      if key == "detection", let line = lines.first { marks.own(line) }
      filled.append(key)
    }
  }

  /// Lists are only written anew where they grow, and a guess at the start only where it gets earlier.
  private func isWorth(_ key: String, _ old: String, _ new: String) -> Bool {
    switch key {
    case "severity": return incident.severity != nil && !old.contains(" says '")
    case "services" where new.contains("also name") && !old.contains("also name"): return true
    default: return hasGrown(key)
    }
  }

  private func hasGrown(_ key: String) -> Bool {
    switch key {
    case "services": !Set(incident.catalogued(settings).services).isSubset(of: draft.fields.services.map(\.value))
    case "teams":
      !Set(CatalogueMatch.match(incident.teams, in: settings.teams).known).isSubset(of: draft.fields.teams.map(\.value))
    case "started":
      !incident.isStartFirstSign || incident.detected != nil
        || incident.started?.seconds ?? .max < draft.fields.started?.value.seconds ?? .max
    default: true
    }
  }

  private mutating func fillPhases() {
    for phase in incident.phases where !settled.contains(phase.key) {
      guard let at = phase.at, !marks.contains(DraftParts.mark(phase: phase.key)),
        draft.fields.phases.first(where: { $0.name == phase.key })?.instant == nil,
        let line = frontMatterLine(phase.key), isEmptyValue(line)
      else { continue }
      let offset = line.start + phase.key.utf8.count + 1
      edits.append(Edit(start: offset, end: offset, text: " \(at.iso)", isLine: false))
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
    for source in new { insert(DraftFrontMatter.line(source), at: offset) }
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
      insert(DraftParts.action(action), at: offset)
      addedActions += 1
    }
  }

  private mutating func addEvidence() {
    let new = incident.evidence.filter { !marks.contains(DraftParts.mark(of: $0)) }
    guard !new.isEmpty else { return }
    let blocks = new.map(MarkdownWords.code).joined(separator: "\n\n")
    if let section = draft.sections.first(where: { $0.title == "Evidence" }) {
      insert("\n" + blocks, at: end(of: section))
    } else {
      insert("\n## Evidence\n\n" + blocks, at: draft.source.bytes.count)
    }
  }

  // MARK: Putting it together

  private mutating func replaceComment(changed: Bool) {
    guard changed else { return }
    if let comment {
      edits.append(Edit(start: comment.start, end: comment.end, text: marks.comment, isLine: false))
    } else {
      insert("\n\(marks.comment)", at: endOfTimeline)
    }
  }

  /// Whole lines go in as lines of their own, values into their line.
  private var applied: String {
    let ordered = edits.enumerated().sorted {
      ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset)
    }
    var bytes: [UInt8] = []
    var last = 0
    for edit in ordered.map(\.element) {
      bytes += draft.source.bytes[last..<max(last, edit.start)]
      last = max(last, edit.end)
      if edit.isLine, let end = bytes.last, end != 0x0A { bytes += lineBreak.utf8 }
      let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      bytes += lines.joined(separator: lineBreak).utf8
      if edit.isLine { bytes += lineBreak.utf8 }
    }
    bytes += draft.source.bytes[last...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
