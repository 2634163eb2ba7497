internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Gathers what a digest says.
struct DigestSections {
  private let base: KnowledgeBase
  private let trends: Trends
  private let days: ClosedRange<Day>
  private let addresses: PageAddresses

  /// How far ahead a due date is worth a line, in days.
  private static let ahead = 14

  init(_ base: KnowledgeBase, days: ClosedRange<Day>, addresses: PageAddresses) {
    self.base = base
    trends = Trends(base)
    self.days = days
    self.addresses = addresses
  }

  var all: [DigestSection] { [published, returned, broken, overdue, soon, onThisDay] }

  private var published: DigestSection {
    let new = base.postMortems.filter { postMortem in
      let day = postMortem.fields.published?.value.day ?? postMortem.day
      return postMortem.status == .published && day.map(days.contains) ?? false
    }
    return DigestSection(
      id: "new", title: "New post-mortems", items: new.map { item($0, $0.title, detail: facts($0)) },
      address: addresses.incidents, command: "debrief build")
  }

  /// `SEV1, 2026-02-03, proxy and basket`.
  private func facts(_ postMortem: PostMortem) -> String {
    let kind = postMortem.kind == .incident ? nil : postMortem.kind.rawValue
    let parts = [kind, postMortem.severity?.name, postMortem.day?.iso].compactMap { $0 }
    return (parts + postMortem.services.prefix(4)).joined(separator: ", ")
  }

  /// Incidents of these days whose cause had struck before, newest first.
  private var returned: DigestSection {
    var strikes: [(day: Day, item: DigestItem)] = []
    for line in trends.timelines.lines {
      for (number, position) in line.incidents.enumerated().dropFirst() {
        let postMortem = base.postMortems[position]
        guard let day = postMortem.day, days.contains(day) else { continue }
        let earlier = base.postMortems[line.incidents[number - 1]]
        let gap = line.gaps[number - 1]
        let detail =
          "the \(DigestWords.ordinal(number + 1)) time: \(postMortem.title), "
          + "\(gap == 0 ? "on the same day as" : "\(DigestWords.days(gap)) after") \(earlier.title)"
        strikes.append((day, item(postMortem, line.title, detail: detail)))
      }
    }
    return DigestSection(
      id: "returned", title: "Causes that came back", items: newestFirst(strikes), address: addresses.causes,
      command: "debrief recurrences")
  }

  private var broken: DigestSection {
    let rows = trends.brokenPromises.rows.compactMap { row -> (day: Day, item: DigestItem)? in
      let (entry, incident) = (base.actions.entries[row.entry], base.postMortems[row.incident])
      guard let day = incident.day, days.contains(day) else { return nil }
      let owner = entry.item.owner.map { ", \($0.value)" } ?? ""
      let made = base.postMortems[entry.postMortem]
      let detail = "the cause struck again \(row.state.rawValue): \(incident.title); promised in \(made.title)\(owner)"
      return (day, item(incident, entry.item.text, detail: detail))
    }
    return DigestSection(
      id: "broken", title: "Promises that did not hold", items: newestFirst(rows), address: addresses.trends,
      command: "debrief recurrences")
  }

  private var overdue: DigestSection {
    DigestSection(
      id: "overdue", title: "Overdue action items",
      items: board.entries(.overdue).map { item($0, lead: "\(DigestWords.days($0.overdueDays ?? 0)) late") },
      address: addresses.actions, command: "debrief actions --overdue")
  }

  private var soon: DigestSection {
    let last = base.asOf.adding(days: Self.ahead)
    let entries = board.entries(.soon).filter { $0.due.map { $0.day <= last } ?? false }
    return DigestSection(
      id: "soon", title: "Due within \(Self.ahead) days",
      items: entries.map { item($0, lead: "due \($0.due?.day.iso ?? "")") }, address: addresses.actions,
      command: "debrief actions --state open")
  }

  private var board: ActionBoard { ActionBoard(base.actions.entries, asOf: base.asOf) }

  /// Incidents of earlier years on the last seven of these days.
  private var onThisDay: DigestSection {
    let recent = max(days.lowerBound, days.upperBound.adding(days: -6))...days.upperBound
    let rows = base.postMortems.compactMap { postMortem -> (day: Day, item: DigestItem)? in
      guard postMortem.status == .published, postMortem.kind == .incident, let day = postMortem.day,
        let anniversary = recent.first(where: { $0.month == day.month && $0.day == day.day }),
        anniversary.year > day.year
      else { return nil }
      let years = anniversary.year - day.year
      let detail = "\(years == 1 ? "1 year" : "\(years) years") ago: \(facts(postMortem))"
      return (day, item(postMortem, postMortem.title, detail: detail))
    }
    return DigestSection(
      id: "on-this-day", title: "On these days in earlier years", items: newestFirst(rows),
      address: addresses.incidents, command: "debrief search")
  }

  private func newestFirst(_ rows: [(day: Day, item: DigestItem)]) -> [DigestItem] {
    rows.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element.item)
  }

  private func item(_ postMortem: PostMortem, _ text: String, detail: String) -> DigestItem {
    DigestItem(text, detail: detail, address: addresses.postMortem(postMortem), file: postMortem.file)
  }

  private func item(_ entry: LedgerEntry, lead: String) -> DigestItem {
    let postMortem = base.postMortems[entry.postMortem]
    let parts = [
      lead, entry.item.owner?.value ?? "nobody is named", postMortem.severity?.name, entry.item.ticket?.value,
      postMortem.title,
    ]
    let reason = entry.due?.explanation.map { " (\($0))" } ?? ""
    return item(postMortem, entry.item.text, detail: parts.compactMap { $0 }.joined(separator: ", ") + reason)
  }
}

extension ClosedRange where Bound == Day {
  /// The first day that fits.
  fileprivate func first(where fits: (Day) -> Bool) -> Day? {
    (lowerBound.daysSinceEpoch...upperBound.daysSinceEpoch).lazy.map { Day(daysSinceEpoch: $0) }.first(where: fits)
  }
}
