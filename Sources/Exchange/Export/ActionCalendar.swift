internal import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// The due dates of open promises as an iCalendar document (RFC 5545).
///
/// Days in the calendar rather than to-dos, which the calendars of Google and Microsoft leave out of a subscription.
package enum ActionCalendar: ExportFormat {
  package static let name = "ics"
  package static let summary = "due dates of open action items, to subscribe to"

  package static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8] {
    let entries = ActionSelection(team: options.team).entries(in: base).filter(\.isScheduled)
    let title = options.team.map { "\(base.settings.title): \($0)" } ?? base.settings.title
    var writer = CalendarWriter()
    writer.line("BEGIN", "VCALENDAR")
    writer.line("VERSION", "2.0")
    writer.line("PRODID", "-//Debrief//Action items//EN")
    writer.line("CALSCALE", "GREGORIAN")
    writer.text("X-WR-CALNAME", "Due: \(title)")
    var taken: [String: Int] = [:]
    for entry in entries { event(entry, base, options.addresses, &taken, &writer) }
    // A calendar has at least one component, and a subscription must not end when everything is done.
    if entries.isEmpty { zone(&writer) }
    writer.line("END", "VCALENDAR")
    return writer.bytes
  }

  private static func event(
    _ entry: LedgerEntry, _ base: KnowledgeBase, _ addresses: PageAddresses, _ taken: inout [String: Int],
    _ writer: inout CalendarWriter
  ) {
    guard let due = entry.due?.day else { return }
    let postMortem = base.postMortems[entry.postMortem]
    writer.line("BEGIN", "VEVENT")
    writer.text("UID", uid(entry, postMortem, &taken))
    writer.line("DTSTAMP", stamp(postMortem))
    writer.line("DTSTART;VALUE=DATE", compact(due))
    writer.line("DTEND;VALUE=DATE", compact(due.adding(days: 1)))
    writer.text("SUMMARY", "Due: \(entry.item.text)")
    writer.text("DESCRIPTION", description(entry, postMortem))
    if let team = entry.team { writer.text("CATEGORIES", team) }
    if let address = addresses.postMortem(postMortem) { writer.line("URL", address) }
    writer.line("TRANSP", "TRANSPARENT")
    writer.line("END", "VEVENT")
  }

  private static func description(_ entry: LedgerEntry, _ postMortem: PostMortem) -> String {
    let severity = postMortem.severity.map { " (\($0.name))" } ?? ""
    let lines = [
      "Owner: \(entry.item.owner?.value ?? "nobody is named")", entry.item.ticket.map { "Ticket: \($0.value)" },
      entry.due?.explanation.map { "The day: \($0)" }, entry.item.doneWhen.map { "Done when: \($0)" },
      "Promised in: \(postMortem.title)\(severity)",
    ]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// Made of the post-mortem's id and of the ticket, else of the words: another item before it does not change it.
  private static func uid(_ entry: LedgerEntry, _ postMortem: PostMortem, _ taken: inout [String: Int]) -> String {
    let key = entry.item.ticket?.value ?? entry.item.text
    let uid = "\(postMortem.slug)-\(ShortHash.of(key.lowercased()))"
    taken[uid, default: 0] += 1
    let number = taken[uid] ?? 1
    return "\(uid)\(number > 1 ? "-\(number)" : "")@debrief"
  }

  /// When the promise was made, so that the same input gives the same bytes.
  private static func stamp(_ postMortem: PostMortem) -> String {
    let instant = postMortem.fields.published?.value ?? postMortem.started ?? Instant(seconds: 0)
    let second = instant.seconds - Int64(instant.day.daysSinceEpoch) * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(compact(instant.day))T\(clock)Z"
  }

  private static func compact(_ day: Day) -> String { day.iso.split(separator: "-").joined() }

  private static func zone(_ writer: inout CalendarWriter) {
    let lines = [
      ("BEGIN", "VTIMEZONE"), ("TZID", "Etc/UTC"), ("BEGIN", "STANDARD"), ("DTSTART", "19700101T000000"),
      ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0000"), ("END", "STANDARD"), ("END", "VTIMEZONE"),
    ]
    for (name, value) in lines { writer.line(name, value) }
  }
}

/// Writes content lines: CRLF, values escaped, folded at 75 octets between characters.
struct CalendarWriter {
  private(set) var bytes: [UInt8] = []
  private static let longest = 75

  /// A property whose value is text.
  mutating func text(_ name: String, _ value: String) {
    var escaped: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        escaped.append(UInt8(ascii: "\\"))
        escaped.append(byte)
      case 0x0A: escaped += "\\n".utf8
      default: if byte >= 0x20, byte != 0x7F { escaped.append(byte) }
      }
    }
    line(name, escaped)
  }

  /// A property whose value is written as it is.
  mutating func line(_ name: String, _ value: String) { line(name, Array(value.utf8)) }

  private mutating func line(_ name: String, _ value: [UInt8]) {
    bytes += name.utf8
    bytes.append(UInt8(ascii: ":"))
    var width = name.utf8.count + 1
    for (index, byte) in value.enumerated() where byte != 0x0A && byte != 0x0D {
      // A character of several bytes stays on one line.
      if byte & 0xC0 != 0x80, width + Self.length(ofCharacter: index, in: value) > Self.longest {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes.append(byte)
      width += 1
    }
    bytes += [0x0D, 0x0A]
  }

  private static func length(ofCharacter start: Int, in value: [UInt8]) -> Int {
    var end = start + 1
    while end < value.count, value[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }
}
