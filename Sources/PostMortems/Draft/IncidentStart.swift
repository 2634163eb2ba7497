internal import Diagnostics
internal import Markdown

/// Decides on which day an incident began, from all that a document says of it.
///
/// Each source of a day speaks once, with a weight: a label that dates the incident most, then the title, a sentence of
/// the summary and the first row of the timeline; a file's name and a bare `date` in the front matter least, because they
/// often are the day of publication. The day with the greatest sum wins; of two less than a fortnight apart the earlier, else the one whose source comes first.
struct IncidentStart {
  private struct Vote {
    let date: IncidentDate
    let weight: Double
  }

  private var votes: [Vote] = []
  /// The day near which dates without a year are read.
  private let reference: Day?
  /// The day of a label that does not say whether it is the incident's or the document's.
  private var bareLabel: Day?

  init(
    _ document: Document, fields: PostMortemFields, title: Located<String>, sections: [Section], labels: [DatedLabel]
  ) {
    let file = FileNameDate.day(inPath: document.source.path)
    let zone = fields.timezone.flatMap { Zone($0.value) }
    let written = fields.started.map { start in
      IncidentDate(day: Self.day(of: start.value, in: zone), origin: .frontMatter, span: start.span)
    }
    reference = file ?? written?.day
    readLabels(labels, in: document)
    readTitle(title, document)
    readProse(document, sections)
    readHeadings(sections)
    if let written { add(written, Self.isDayOfStart(document) ? 100 : 2.5) }
    if let file { add(IncidentDate(day: file, origin: .fileName, span: .fileStart), file == written?.day ? 0 : 2) }
    readAddress(document)
  }

  /// The day of an instant on the calendar of the document's zone, which is that of its rows.
  private static func day(of instant: Instant, in zone: Zone?) -> Day {
    guard let zone, instant.precision > .day else { return instant.day }
    let second = Int(instant.seconds - Int64(instant.day.daysSinceEpoch) * 86_400)
    return Instant(seconds: instant.seconds + Int64(zone.offset(day: instant.day, second: second))).day
  }

  /// Adds what the timeline says: the day of its first row, and the one that its heading names.
  mutating func read(_ timeline: TimelineReading?) {
    if let first = timeline?.firstStatedDay {
      let isBeforeDocument = isBefore(first.value, timeline?.events ?? [])
      add(IncidentDate(day: first.value, origin: .timeline, span: first.span), isBeforeDocument ? 8.5 : 3)
      if (timeline?.events.count ?? 0) >= 3 { doubtLabel(after: first.value) }
    }
    if let named = timeline?.namedDay { add(IncidentDate(day: named.value, origin: .timeline, span: named.span), 2) }
  }

  /// Whether all rows lie in the month before the day that a bare `Date:` gives, which then is that of the document.
  private func isBefore(_ first: Day, _ events: [TimelineEvent]) -> Bool {
    guard let bareLabel, let last = events.compactMap({ $0.at?.day }).max(), events.count >= 3 else { return false }
    return last < bareLabel && (1...31).contains(bareLabel.daysSinceEpoch - first.daysSinceEpoch)
  }

  /// A bare `Date:` is the day of the writing where both what is told and the first row are of an earlier day, one within
  /// two of the other and of the fortnight before it.
  private mutating func doubtLabel(after first: Day) {
    guard let bareLabel, (1...14).contains(bareLabel.daysSinceEpoch - first.daysSinceEpoch) else { return }
    let isTold = votes.contains { vote in
      vote.date.origin == .prose && vote.weight >= 3 && vote.date.day.daysSinceEpoch < bareLabel.daysSinceEpoch
        && abs(vote.date.day.daysSinceEpoch - first.daysSinceEpoch) <= 2
    }
    guard isTold else { return }
    for index in votes.indices where votes[index].date.origin == .label {
      votes[index] = Vote(date: votes[index].date, weight: 1.5)
    }
  }

  /// The day that most speaks for, and how sure that is, 0…1.
  var best: (date: IncidentDate, confidence: Double)? {
    var sums: [Day: Double] = [:]
    for vote in votes { sums[vote.date.day, default: 0] += vote.weight }
    guard let most = sums.values.max(), let first = votes.first(where: { sums[$0.date.day] == most }) else {
      return nil
    }
    // Of two days for which as much speaks, an incident that went on for days began on the earlier one.
    let winner =
      votes.filter {
        sums[$0.date.day] == most && (0...14).contains(first.date.day.daysSinceEpoch - $0.date.day.daysSinceEpoch)
      }
      .min { $0.date.day.daysSinceEpoch < $1.date.day.daysSinceEpoch } ?? first
    let supporters = Set(votes.filter { $0.date.day == winner.date.day }.map(\.date.origin)).count - 1
    let rivals = votes.filter { $0.date.day != winner.date.day && contradicts($0, winner.date.day) }.count
    let isTelling = winner.weight >= 3 || winner.date.origin == .frontMatter
    let certainty = Self.certainty(of: winner.date.origin) - (isTelling ? 0 : 0.2) + 0.05 * Double(supporters)
    return (winner.date, min(max(certainty - 0.1 * Double(rivals), 0.3), 0.97))
  }

  private static func certainty(of origin: IncidentDate.Origin) -> Double {
    switch origin {
    case .label: 0.9
    case .title: 0.85
    case .timeline: 0.8
    // A lone date in running text may as well be that of the publication, or of what went before.
    case .prose: 0.7
    case .fileName: 0.85
    case .frontMatter: 0.7
    case .address: 0.6
    }
  }

  /// Whether a vote speaks against a day; a file's name does not that is at most two months later, as one with the day of
  /// publication is.
  private func contradicts(_ vote: Vote, _ day: Day) -> Bool {
    let isWeak = vote.weight < 3 && vote.date.origin != .prose
    return !(isWeak && (0...60).contains(vote.date.day.daysSinceEpoch - day.daysSinceEpoch))
  }

  private mutating func add(_ date: IncidentDate, _ weight: Double) { votes.append(Vote(date: date, weight: weight)) }

  /// Whether the front matter names a start, and not only a `date`, which may be that of the publication.
  private static func isDayOfStart(_ document: Document) -> Bool {
    document.frontMatter?.entries.contains { $0.key.value.hasPrefix("start") || $0.key.value == "incident_date" }
      ?? false
  }

  private mutating func readLabels(_ labels: [DatedLabel], in document: Document) {
    guard let meaning = labels.map(\.meaning).min(), let label = labels.first(where: { $0.meaning == meaning }) else {
      return
    }
    let order = DateOrder.decide(labels.map(\.date), near: reference) ?? DateOrder.of(document)
    guard case .day(let day) = label.date.resolved(order: order, near: reference)
    else { return }
    if label.isBare { bareLabel = day }
    let weight = meaning == .detection ? 3 : label.isBare && Self.isMail(document) ? 2 : 5.0
    add(IncidentDate(day: day, origin: .label, span: label.span), weight)
  }

  /// Whether the document begins as a mail does, whose `Date:` is the day on which it was sent.
  private static func isMail(_ document: Document) -> Bool {
    let source = document.source
    let heads = (1...min(12, max(source.lineStarts.count, 1))).map { line -> ArraySlice<UInt8> in
      let span = source.lineSpan(line)
      return source.bytes[span.start..<span.end]
    }
    return ["From:", "Subject:"].allSatisfy { name in heads.contains { $0.starts(with: name.utf8) } }
  }

  private mutating func readTitle(_ title: Located<String>, _ document: Document) {
    guard title.span != .fileStart, let day = day(in: Array(title.value.utf8)) else { return }
    add(IncidentDate(day: day, origin: .title, span: title.span), 4)
  }

  private func day(in text: [UInt8]) -> Day? {
    let dates = DateFinder.dates(in: text).map(\.date)
    guard let first = dates.first,
      case .day(let day) = first.resolved(order: DateOrder.decide(dates, near: reference), near: reference)
    else { return nil }
    return day
  }

  /// The first heading that is a date with a clock, as reports on several incidents have one for each.
  private mutating func readHeadings(_ sections: [Section]) {
    let isSettled = votes.contains { $0.weight >= 3 } || sections.contains { $0.role == .timeline }
    guard !isSettled else { return }
    for section in sections where section.isHeading {
      guard let time = TimeReader.read(section.title), time.isReadable, time.hasClock, let date = time.date,
        case .day(let day) = date.resolved(order: nil, near: reference)
      else { continue }
      return add(IncidentDate(day: day, origin: .title, span: section.titleSpan), 3)
    }
  }

  /// The first sentence with a date among the paragraphs that open the document and its summary.
  private mutating func readProse(_ document: Document, _ sections: [Section]) {
    let opening = sections.first.map(\.content) ?? 0..<0
    let ranges = [opening, sections.first { $0.role == .summary }?.content].compactMap { $0 }
    var paragraphs: [Int] = []
    for range in ranges {
      let excluded = sections.filter { $0.role == .timeline || $0.role == .actionItems }
      let own = range.filter { index in
        guard case .paragraph = document.nodes[index].kind else { return false }
        return !excluded.contains { $0.content.contains(index) }
      }
      paragraphs += own.prefix(4)
    }
    for paragraph in paragraphs {
      let text = Array(Self.words(document.plainText(of: paragraph)).utf8.prefix(1200))
      guard let (day, isTelling) = ProseDate.first(in: text, near: reference) else { continue }
      add(IncidentDate(day: day, origin: .prose, span: document.nodes[paragraph].span), isTelling ? 3 : 1)
      if isTelling { return }
    }
  }

  /// A paragraph's words; of a mail's head, those of its subject.
  private static func words(_ text: String) -> Substring {
    guard text.hasPrefix("From:"), let subject = text.firstRange(of: "Subject:") else { return text[...] }
    return text[subject.upperBound...]
  }

  /// The day in an address that the front matter gives to the page: when it was published.
  private mutating func readAddress(_ document: Document) {
    guard votes.isEmpty, let frontMatter = document.frontMatter else { return }
    for key in ["path", "permalink", "url", "slug"] {
      guard let entry = frontMatter.entry(key), let text = entry.value.value.text,
        let day = FileNameDate.day(inPath: text)
      else { continue }
      return add(IncidentDate(day: day, origin: .address, span: entry.value.span), 1)
    }
  }
}

/// A day that a sentence gives to what it tells of.
enum ProseDate {
  /// The first date of a text and whether the sentence says that something happened then: `On 31st July 2018`,
  /// `yesterday (2017-11-20)`, `at 01:38 UTC, 2019-10-21`, rather than `since 2019-03-01` or `version of 2019-03-01`.
  static func first(in text: [UInt8], near reference: Day?) -> (day: Day, isTelling: Bool)? {
    let dates = DateFinder.dates(in: text)
    let order = DateOrder.decide(dates.map(\.date), near: reference)
    var other: Day?
    for (date, range) in dates {
      guard case .day(let day) = date.resolved(order: order, near: reference) else { continue }
      // A line that is nothing but a date is a byline.
      if range.lowerBound == 0, text[range.upperBound...].allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ".") }) {
        return (day, false)
      }
      if isTelling(text, range) { return (day, true) }
      other = other ?? day
    }
    return other.map { ($0, false) }
  }

  private static func isTelling(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var behind = ByteCursor(text, from: range.upperBound)
    behind.skipGap()
    for word in ["at", "around", "between"] where behind.takeWord(word) { behind.skipGap() }
    _ = behind.take(",")
    behind.skipGap()
    if behind.clock() != nil { return true }
    let before = text[..<range.lowerBound].split { !($0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ":")) }
      .suffix(4).map { String(decoding: $0, as: UTF8.self) }
    guard let last = before.last else { return true }
    let words = before.map { $0.lowercased() }
    if telling.contains(last.lowercased()) || last == "On" { return true }
    if CalendarWords.weekday(last.lowercased()) != nil { return !words.contains("next") }
    return words.contains { $0 == "utc" || $0.contains(":") && $0.contains { $0.isNumber } }
      || words.contains("morning") || words.contains("afternoon") || words.contains("evening")
      || words.contains("night")
  }

  private static let telling: Set<String> = [
    "on", "yesterday", "today", "am", "le", "el", "op", "began", "started", "starting", "the", "of", "beginning",
  ]
}
