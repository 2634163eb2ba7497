internal import Diagnostics
internal import Markdown

/// What a section's heading and sentences say about all of its times.
struct TimelineStatements {
  var zone: Zone?
  /// A date in the heading or in a sentence on all times: the day of rows without one.
  var date: DateExpression?
  /// Whether that day holds for every row without a date, as `unless otherwise noted` has it.
  var isDateForAll = false
  /// `All times approximate`.
  var isApproximate = false
  /// The dates written with slashes or without a year's place, which together tell their order.
  var numericDates: [DateExpression] = []
  /// The first date that is complete.
  var firstDay: Day?

  init(document: Document, section: Section) {
    let title = Array(section.title.utf8)
    zone = DateFinder.zone(in: title)
    readApproximation(title)
    readDates(title)
    date = DateFinder.dates(in: title).first?.date
    readSection(document, section.content)
    if zone == nil { readPreamble(document, before: section.content) }
    if !numericDates.isEmpty {
      for index in document.nodes.indices where !section.content.contains(index) { readText(document, index) }
    }
  }

  private mutating func readSection(_ document: Document, _ content: Range<Int>) {
    for index in content {
      switch document.nodes[index].kind {
      case .paragraph:
        let nodes = index + 1..<min(document.nodes[index].end, content.upperBound)
        readSentence(InlineText(document, nodes: nodes).bytes)
      case .text: readText(document, index)
      default: break
      }
    }
  }

  private mutating func readText(_ document: Document, _ index: Int) {
    guard case .text(let run) = document.nodes[index].kind else { return }
    readDates(Array(document.bytes(run)))
  }

  private mutating func readDates(_ text: [UInt8]) {
    guard text.contains(where: \.isASCIIDigit) else { return }
    for (date, _) in DateFinder.dates(in: text) {
      switch date {
      case .numeric: numericDates.append(date)
      case .day(let day): firstDay = firstDay ?? day
      default: break
      }
    }
  }

  private mutating func readApproximation(_ text: [UInt8]) {
    guard DateFinder.firstIndex(of: Array("times".utf8), in: text) != nil else { return }
    if DateFinder.firstIndex(of: Array("approx".utf8), in: text) != nil { isApproximate = true }
  }

  /// `All times in PST, on February 5th 2019`.
  private mutating func readSentence(_ text: [UInt8]) {
    guard text.count < 400, TimeReader.read(ByteCursor(text)) == nil else { return }
    let isOnTimes = DateFinder.firstIndex(of: Array("times".utf8), in: text) != nil
    if zone == nil { zone = DateFinder.statedZone(in: text) }
    guard isOnTimes else { return }
    readApproximation(text)
    if date == nil, let first = DateFinder.dates(in: text).first {
      date = first.date
      isDateForAll = DateFinder.firstIndex(of: Array("unless".utf8), in: text) != nil
    }
  }

  /// The document's own `All times in PDT (UTC-7).`, above the section.
  private mutating func readPreamble(_ document: Document, before content: Range<Int>) {
    for index in 0..<content.lowerBound {
      guard document.nodes[index].kind == .paragraph else { continue }
      let text = InlineText(document, nodes: index + 1..<document.nodes[index].end).bytes
      guard let place = DateFinder.firstIndex(of: Array("all times".utf8), in: text.count < 400 ? text : []) else {
        continue
      }
      zone = DateFinder.statedZone(in: Array(text[place...]))
      if zone != nil { return }
    }
  }
}
