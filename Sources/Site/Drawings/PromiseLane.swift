import Diagnostics
import KnowledgeBase
import Language
import PostMortems

/// A promise against a cause as a bar below the strikes: from the incident after which it was made to the day on which
/// it was kept, or to today. A strike that crosses the bar came while it was open, one beyond its end after it was kept.
struct PromiseLane {
  let words: String
  let start: Day
  let end: Day
  let isKept: Bool

  /// The most lanes that one drawing has room for.
  static let limit = 6
  static let height = 38

  /// Oldest promise first; of many, those that were to hold at the newest repeats.
  static func lanes(of cause: Cause, _ knowledgeBase: KnowledgeBase) -> [PromiseLane] {
    let recurrence = knowledgeBase.recurrences.recurrence(of: cause.slug)
    let tested = (recurrence?.repeats ?? []).reversed().flatMap(\.promises).filter { $0.bearing == .against }
    var seen: Set<Int> = []
    let places = (tested.map(\.entry) + knowledgeBase.promises.entries(for: cause.slug)).filter {
      seen.count < 400 && seen.insert($0).inserted
    }
    return places.lazy.compactMap { lane(knowledgeBase.actions.entries[$0], knowledgeBase) }.prefix(limit)
      .sorted { ($0.start, $0.end, $0.words) < ($1.start, $1.end, $1.words) }
  }

  private static func lane(_ entry: LedgerEntry, _ knowledgeBase: KnowledgeBase) -> PromiseLane? {
    guard entry.isPromise, let start = knowledgeBase.postMortems[entry.postMortem].day else { return nil }
    let text = BarChart.shortened(entry.item.text, to: 34)
    switch entry.item.state {
    case .done:
      guard let done = entry.item.done?.value, done >= start, done <= knowledgeBase.asOf else { return nil }
      return PromiseLane(words: say("\(text): done \(DateWords.short(done))"), start: start, end: done, isKept: true)
    case .open:
      guard start <= knowledgeBase.asOf else { return nil }
      let state = entry.overdueDays.map { say("\(CountWords.text($0, "day")) late") } ?? say("open")
      return PromiseLane(words: "\(text): \(state)", start: start, end: knowledgeBase.asOf, isKept: false)
    case .declined, .superseded, .unknown: return nil
    }
  }

  func draw(in drawing: inout Drawing, top: Int, scale: DrawingScale) {
    let (from, to) = (Double(start.daysSinceEpoch), Double(end.daysSinceEpoch))
    drawing.text(words, x: "0%", y: top + 13, anchor: "start", class: "lane-words")
    drawing.rect(
      x: scale.x(from), y: top + 20, width: scale.width(from, to), height: 8, class: isKept ? "kept" : "pending")
    if isKept { drawing.line(x: scale.x(to), from: top + 16, to: top + 32, class: "completion") }
  }
}
