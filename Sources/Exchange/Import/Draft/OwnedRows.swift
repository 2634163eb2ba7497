internal import Diagnostics
internal import PostMortems

/// A row of a draft that an import wrote and nobody changed since, in its pieces.
struct OwnedRow {
  var at: Instant
  /// `**Detection:** `, or nothing.
  var marker: String
  /// Markdown.
  var words: String
  /// `[PagerDuty](https://…)` or `PagerDuty`, in their order.
  var origins: [String]
  /// Its line without the line break.
  let span: SourceSpan
  var isChanged = false

  /// Reads a line such as `- 2026-01-19 12:00:05 UTC — **Detection:** Alert firing (Alertmanager)`; nil for another.
  init?(_ line: String, at: Instant, span: SourceSpan) {
    guard line.hasPrefix("- "), let dash = line.firstRange(of: " — "),
      let open = Self.openingOfOrigins(line), open >= dash.upperBound
    else { return nil }
    self.at = at
    self.span = span
    var body = line[dash.upperBound..<open]
    marker = ""
    if body.hasPrefix("**"), let end = body.firstRange(of: ":** ") {
      marker = String(body[..<end.upperBound])
      body = body[end.upperBound...]
    }
    guard body.hasSuffix(" ") else { return nil }
    words = String(body.dropLast())
    origins = line[line.index(after: open)...].dropLast().split(separator: ", ").map(String.init)
  }

  /// The parenthesis that the line's last one closes.
  private static func openingOfOrigins(_ line: String) -> String.Index? {
    guard line.hasSuffix(")") else { return nil }
    var depth = 0
    for index in line.indices.reversed() {
      if line[index] == ")" { depth += 1 }
      if line[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  var line: String { "- \(DraftParts.time(at)) — \(marker)\(words) (\(origins.joined(separator: ", ")))" }

  var titles: [String] { origins.map { $0.hasPrefix("[") ? String($0.dropFirst().prefix { $0 != "]" }) : $0 } }

  /// Takes over what another row tells of the same event; the earlier one's words count, as where both are read at once.
  mutating func join(_ row: ImportedRow, isSameRecord: Bool) {
    let told = DraftParts.origins(row)
    let titles = Set(row.origins.map(\.system.title))
    let others = zip(self.titles, origins).filter { !titles.contains($0.0) }.map(\.1)
    let isEarlier = row.at.seconds < at.seconds
    if isSameRecord || isEarlier || row.at.seconds == at.seconds && row.text.utf8.count > words.utf8.count {
      words = DraftParts.words(row)
    }
    origins =
      isEarlier || isSameRecord ? told + others : origins + told.filter { !origins.contains($0) && !isKnown($0) }
    if isEarlier { at = row.at }
    isChanged = true
  }

  private func isKnown(_ origin: String) -> Bool {
    titles.contains(origin.hasPrefix("[") ? String(origin.dropFirst().prefix { $0 != "]" }) : origin)
  }
}

/// The rows of a draft that imports may still change.
struct OwnedRows {
  private(set) var rows: [OwnedRow] = []
  /// The words of rows that this import tells as they stand.
  private let retold: Set<String>

  init(_ draft: PostMortemDraft, marks: ImportMarks, adding incident: MergedIncident) {
    for event in draft.timeline?.events ?? [] {
      guard let at = event.at else { continue }
      let span = draft.source.lineSpan(draft.source.line(at: event.timeSpan.start))
      let line = draft.source.text(span)
      let end = line.utf8.lastIndex { $0 > 0x20 }.map { line.utf8.index(after: $0) } ?? line.startIndex
      guard marks.owns(line),
        let row = OwnedRow(
          String(line[..<end]), at: at,
          span: SourceSpan(span.start, span.start + line.utf8.distance(from: line.startIndex, to: end)))
      else { continue }
      rows.append(row)
    }
    rows.sort { $0.at.seconds < $1.at.seconds }
    retold = Set(
      incident.rows.filter { $0.marks.allSatisfy(marks.contains) }.map { "\($0.at.seconds) \(DraftParts.words($0))" })
  }

  /// Takes marks such as `**Resolution:**` from rows at which, by what is told now, the phase no longer begins; returns them.
  mutating func release(for incident: MergedIncident) -> Set<String> {
    let seconds = Set(incident.rows.map(\.at.seconds) + rows.map(\.at.seconds))
    let phases = [
      ("Detection", incident.detected), ("Mitigation", incident.mitigated), ("Resolution", incident.resolved),
    ]
    var released: Set<String> = []
    for (name, at) in phases {
      guard let at, seconds.contains(at.seconds) else { continue }
      for index in rows.indices where rows[index].marker == "**\(name):** " && rows[index].at.seconds != at.seconds {
        rows[index].marker = ""
        rows[index].isChanged = true
        released.insert(name)
      }
      guard released.contains(name),
        let index = rows.firstIndex(where: { $0.at.seconds == at.seconds && $0.marker.isEmpty })
      else { continue }
      rows[index].marker = "**\(name):** "
      rows[index].isChanged = true
      released.remove(name)
    }
    return released
  }

  /// Joins a row with the one that tells the same event already; false where none does.
  mutating func join(_ row: ImportedRow, marker: String?) -> Bool {
    let words = RowWords(row.text)
    let titles = Set(row.origins.map(\.system.title))
    let links = Set(row.origins.compactMap { [.slack, .teams].contains($0.system) ? $0.url : nil })
    var index = rows.firstIndex { row.at.seconds - $0.at.seconds <= TimelineMerge.window } ?? rows.count
    while index < rows.count, rows[index].at.seconds - row.at.seconds <= TimelineMerge.window {
      let own = rows[index]
      let isOwn = own.titles.contains(where: titles.contains)
      let isRetold = retold.contains("\(own.at.seconds) \(own.words)")
      let isSame = own.at.seconds == row.at.seconds && isOwn && !isRetold
      let isMessage = isSame && links.contains { link in own.origins.contains { $0.hasSuffix("](\(link))") } }
      let hasGrown = isMessage || isSame && RowWords(own.words).growsInto(words)
      if hasGrown || (!isOwn || !isSame && hasKnown(row, own)) && RowWords(own.words).tellsTheSame(as: words) {
        rows[index].join(row, isSameRecord: hasGrown)
        if rows[index].marker.isEmpty, let marker { rows[index].marker = "**\(marker):** " }
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether a row that several systems tell is one that one of them told before.
  private func hasKnown(_ row: ImportedRow, _ own: OwnedRow) -> Bool {
    row.origins.count > 1 && row.origins.contains { own.titles.contains($0.system.title) }
  }
}

extension RowWords {
  /// Whether other words say all that these do and more; how often a line was seen may differ.
  func growsInto(_ other: RowWords) -> Bool {
    guard act == other.act, !words.isEmpty else { return false }
    func told(_ words: Set<String>) -> Set<String> {
      words.contains("times")
        ? words.filter { word in !word.utf8.allSatisfy(\.isASCIINumber) && word != "times" } : words
    }
    let own = told(words)
    return !own.isEmpty && own.isSubset(of: other.words)
  }
}
