internal import Diagnostics
internal import Markdown

/// A table of times, real or drawn with pipes inside a paragraph, with its columns in any order.
struct TimelineTable {
  private let document: Document
  private var header: [Cell] = []
  private var body: [[Cell]] = []
  private var columns = Columns()

  struct Cell {
    var text: InlineText
    /// The part of the text that is the cell: all of it in a real table.
    var bytes: Range<Int>
    var span: SourceSpan
    /// Where the cell's nodes end; nil where they go on into the next cell.
    var nodesEnd: Int?

    var slice: ArraySlice<UInt8> { text.bytes[bytes] }
    var words: String { InlineText.oneLine(slice) }
  }

  private struct Columns {
    var date: Int?
    var time: Int?
    var zone: Zone?
    var year: Int?
    /// Whether the header names the column of times.
    var isNamed = false
    /// Columns that only repeat the weekday, count the rows or the minutes since the first.
    var idle: Set<Int> = []
    var marker: Int?
  }

  /// Nil for a table without a column of times.
  init?(_ document: Document, table: Int) {
    self.document = document
    for row in document.children(of: table) {
      let cells = document.children(of: row).map { node in
        let text = InlineText(document, nodes: node + 1..<document.nodes[node].end)
        return Cell(
          text: text, bytes: 0..<text.bytes.count, span: document.nodes[node].span, nodesEnd: document.nodes[node].end)
      }
      if case .tableRow(isHeader: true) = document.nodes[row].kind { header = cells } else { body.append(cells) }
    }
    guard findColumns() else { return nil }
  }

  /// Nil for lines that are not mostly cells between pipes.
  init?(_ document: Document, lines: [InlineLine]) {
    self.document = document
    let drawn = lines.filter { $0.text.bytes.contains(UInt8(ascii: "|")) }
    let isLoneRow =
      lines.count == 1 && lines[0].text.bytes.first == UInt8(ascii: "|")
      && lines[0].text.bytes.last == UInt8(ascii: "|")
    guard drawn.count >= 2 || isLoneRow, drawn.count * 2 > lines.count else { return nil }
    let rows = drawn.map(Self.cells)
    if let first = rows.first, !first.contains(where: { Self.time(of: $0) != nil }) {
      header = first
      body = Array(rows.dropFirst())
    } else {
      body = rows
    }
    body.removeAll { row in row.allSatisfy { $0.slice.allSatisfy { "-:| ".utf8.contains($0) } } }
    guard findColumns() else { return nil }
  }

  private static func cells(of line: InlineLine) -> [Cell] {
    let bytes = line.text.bytes
    var bounds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "|") }
    // Jira draws the headings' cells with two pipes each.
    if bytes.starts(with: "||".utf8) {
      bounds.removeAll { $0 + 1 < bytes.count && bytes[$0 + 1] == UInt8(ascii: "|") }
      if !bounds.isEmpty { bounds.removeFirst() }
    } else if bytes.first == UInt8(ascii: "|") {
      bounds.removeFirst()
    }
    if bytes.last(where: { $0 != 0x20 }) == UInt8(ascii: "|"), !bounds.isEmpty { bounds.removeLast() }
    var start = bytes.starts(with: "||".utf8) ? 2 : bytes.first == UInt8(ascii: "|") ? 1 : 0
    var cells: [Cell] = []
    for end in bounds + [bytes.last == UInt8(ascii: "|") ? bytes.count - 1 : bytes.count] where start <= end {
      let isLast = end >= bytes.count
      cells.append(
        Cell(
          text: line.text, bytes: start..<end, span: line.span, nodesEnd: isLast ? line.text.nodes.upperBound : nil))
      start = end + 1
    }
    return cells
  }

  private static func time(of cell: Cell) -> TimeExpression? {
    TimeReader.read(
      ByteCursor(cell.text.bytes, from: cell.bytes.lowerBound, to: cell.bytes.upperBound), bareNumber: true)
      ?? DayLine.read(cell.text.bytes.count == cell.bytes.count ? cell.text.bytes : [])
  }
}

// MARK: Columns
extension TimelineTable {
  private mutating func findColumns() -> Bool {
    let width = max(header.count, body.map(\.count).max() ?? 0)
    for (column, cell) in header.enumerated() { readName(of: cell, column: column) }
    if columns.time == nil, columns.date == nil {
      columns.time = (0..<width).first { column in
        let filled = body.compactMap { column < $0.count && !$0[column].words.isEmpty ? $0[column] : nil }
        let times = filled.count { Self.time(of: $0).map { $0.hasClock || $0.date != nil } ?? false }
        return times > 0 && times * 2 >= filled.count
      }
    }
    guard let column = columns.time ?? columns.date else { return false }
    return body.contains { column < $0.count && Self.time(of: $0[column]) != nil }
  }

  private static let dateWords: Set<String> = ["date", "dates", "datum", "fecha", "data", "tag", "jour"]

  private mutating func readName(of cell: Cell, column: Int) {
    let words = cell.words.lowercased().split { !$0.isLetter }
    let name = Set(words.map(String.init))
    let isTime = !name.isDisjoint(with: [
      "time", "times", "timestamp", "datetime", "when", "hour", "clock", "uhrzeit", "zeit", "zeitpunkt", "heure",
      "hora",
      "tijd", "tijdstip",
    ])
    let isDate = !name.isDisjoint(with: Self.dateWords)
    let isDuration = !name.isDisjoint(with: ["elapsed", "duration", "delta", "offset"])
    let isOfDay =
      (isTime || isClock(cell, column)) && !isDuration && name.isDisjoint(with: ["to", "since", "spent"])
    if isOfDay, columns.time != nil, name.isDisjoint(with: ["end", "until", "till", "ended", "finish"]) {
      readSecondClock(of: cell, column: column)
    } else if words == ["day"], columns.date == nil, holdsDates(column) {
      columns.date = column
    } else if isOfDay, columns.time == nil {
      columns.time = column
      columns.isNamed = true
      columns.zone = DateFinder.zone(in: Array(cell.slice))
    } else if isDate, columns.date == nil {
      columns.date = column
      var cursor = ByteCursor(Array(cell.slice.drop { !$0.isASCIIDigit }))
      columns.year = cursor.number(digits: 4...4)
      columns.zone = columns.zone ?? DateFinder.zone(in: Array(cell.slice))
    } else if isDuration || words == ["day"] || words == ["weekday"] || cell.words == "#" || words == ["no"] {
      columns.idle.insert(column)
    } else if words == ["type"] || words == ["phase"] || words == ["marker"] || words == ["event", "type"] {
      columns.marker = column
    }
  }
}

// MARK: Clocks of two zones
extension TimelineTable {
  /// Whether a column is named by nothing but its zone and holds clocks: `UTC`, `Local`.
  private func isClock(_ cell: Cell, _ column: Int) -> Bool {
    let words = cell.words.split { !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "/") }
    guard words.count <= 2, !words.contains(where: { Self.dateWords.contains($0.lowercased()) }),
      words.first?.lowercased() == "local" || DateFinder.zone(in: Array(cell.slice)) != nil
    else {
      return false
    }
    let filled = body.compactMap { column < $0.count && !$0[column].words.isEmpty ? $0[column] : nil }
    return filled.contains { Self.time(of: $0)?.clock != nil }
  }

  /// The same time again in another zone; the one whose zone is named counts.
  private mutating func readSecondClock(of cell: Cell, column: Int) {
    guard columns.zone == nil, let zone = DateFinder.zone(in: Array(cell.slice)), let first = columns.time else {
      columns.idle.insert(column)
      return
    }
    columns.idle.insert(first)
    columns.time = column
    columns.zone = zone
  }

  private func holdsDates(_ column: Int) -> Bool {
    let filled = body.compactMap { column < $0.count && !$0[column].words.isEmpty ? $0[column] : nil }
    let hasOther = header.contains { cell in
      cell.words.lowercased().split { !$0.isLetter }.contains { Self.dateWords.contains(String($0)) }
    }
    return !hasOther && !filled.isEmpty && filled.allSatisfy { Self.time(of: $0)?.date != nil }
  }
}

// MARK: Rows
extension TimelineTable {
  func rows() -> [TimelineRow] { body.compactMap(row) }

  private func row(_ cells: [Cell]) -> TimelineRow? {
    let date = columns.date.flatMap { $0 < cells.count ? cells[$0] : nil }
    let clock = columns.time.flatMap { $0 < cells.count ? cells[$0] : nil }
    guard let cell = clock ?? date, var time = merged(date: date, clock: clock) else { return nil }
    let others = cells.indices.filter { $0 != columns.date && $0 != columns.time && !columns.idle.contains($0) }
    let filled = others.filter { !cells[$0].words.isEmpty }
    let spill = cell.words.isEmpty ? nil : spill(of: time.rest, in: cell)
    if filled.isEmpty, spill == nil { return nil }
    time.rest = 0
    let place = place(of: time, date: date, clock: clock) ?? trimmed(cell.span)
    var row = TimelineRow(
      time: time, columnZone: columns.zone, columnYear: columns.year,
      span: SourceSpan(place.start, max(cells.last?.span.end ?? place.end, place.end)), timeSpan: place)
    row.text = (([spill] as [String?]).compactMap { $0 } + filled.map { cells[$0].words }).joined(separator: ": ")
    setMarkerAndContent(of: &row, cells: cells, filled: filled, hasSpill: spill != nil)
    return row
  }

  /// Words that an author put into the time's own cell.
  private func spill(of rest: Int, in cell: Cell) -> String? {
    guard rest > cell.bytes.lowerBound, rest < cell.bytes.upperBound else { return nil }
    let words = InlineText.oneLine(cell.text.bytes[rest..<cell.bytes.upperBound])
    return words.isEmpty ? nil : words
  }

  private func setMarkerAndContent(of row: inout TimelineRow, cells: [Cell], filled: [Int], hasSpill: Bool) {
    if let column = columns.marker, column < cells.count { row.marker = TimelineMarker.named(cells[column].slice) }
    guard filled.count == 1, !hasSpill, let only = filled.first else { return }
    let cell = cells[only]
    var start = cell.bytes.lowerBound
    if let (marker, rest) = TimelineMarker.read(cell.text, from: start, to: cell.bytes.upperBound) {
      row.marker = marker
      row.text = InlineText.oneLine(cell.text.bytes[rest..<cell.bytes.upperBound])
      start = rest
    }
    while start < cell.bytes.upperBound, cell.text.bytes[start] == 0x20 { start += 1 }
    if let end = cell.nodesEnd, start < cell.bytes.upperBound, let place = cell.text.place(of: start) {
      row.content = place.node..<end
      row.contentOffset = place.skipped
    }
  }

  /// The time of a row whose date and clock may stand in two cells; nil for an empty or wordy time cell.
  private func merged(date: Cell?, clock: Cell?) -> TimeExpression? {
    let day = date.flatMap(Self.time)
    guard var time = clock.flatMap(Self.time) ?? day else { return unreadable(clock ?? date) }
    if time.date == nil, time.isReadable { time.date = day?.date }
    if let day, day.date != nil, clock != nil, !time.isReadable { return day }
    return time
  }

  /// A time cell that holds anything but a time still makes its row an event; in a column that is called one so do a few
  /// words, `Morning` or `Same day`.
  private func unreadable(_ cell: Cell?) -> TimeExpression? {
    guard let cell else { return nil }
    let isNumbered = cell.slice.contains { $0.isASCIIDigit || $0 == UInt8(ascii: "?") }
    let isWordy = columns.isNamed && cell.slice.count <= 24 && cell.slice.contains(where: \.isASCIILetter)
    guard isNumbered || isWordy else { return nil }
    var time = TimeExpression()
    time.isReadable = false
    time.range = cell.bytes
    time.rest = cell.bytes.upperBound
    return time
  }

  /// Where the time stands in the source: from a date's cell to that of the clock, where they are neighbours.
  private func place(of time: TimeExpression, date: Cell?, clock: Cell?) -> SourceSpan? {
    let dated = date.flatMap { place(of: time, in: $0) }
    let clocked = clock.flatMap { place(of: time, in: $0) }
    guard let dated, let clocked else { return clocked ?? dated }
    let areNeighbours = columns.time.map { $0 - 1 } == columns.date
    return areNeighbours ? dated.union(clocked) : clocked
  }

  private func place(of time: TimeExpression, in cell: Cell) -> SourceSpan? {
    if !time.isReadable { return trimmed(cell.span) }
    let start = min(cell.span.start + cell.bytes.lowerBound, cell.span.end)
    let cursor = ByteCursor(document.source.bytes, from: start, to: cell.span.end)
    guard let found = TimeReader.read(cursor, bareNumber: true) else { return nil }
    let isSame = found.date != nil && found.date == time.date || found.clock != nil && found.clock == time.clock
    return isSame ? SourceSpan(found.range.lowerBound, found.range.upperBound) : trimmed(cell.span)
  }

  private func trimmed(_ span: SourceSpan) -> SourceSpan {
    var (start, end) = (span.start, span.end)
    let source = document.source.bytes
    while start < end, " \t|".utf8.contains(source[start]) { start += 1 }
    while end > start, " \t|\r\n".utf8.contains(source[end - 1]) { end -= 1 }
    return SourceSpan(start, end)
  }
}
