import KnowledgeBase
import PostMortems
import Templates

/// Incidents on a date axis, a dot each, with the gaps between them.
struct OccurrenceChartView: TemplateView {
  let svg: [UInt8]
  let label: String
  /// Whether hollow dots for contributing uses are drawn.
  let hasContributions: Bool
  /// Whether ticks for finished action items are drawn.
  let hasActions: Bool

  static let schema = ViewSchema<Self>(
    .html("svg", \.svg), .text("label", \.label), .flag("hasContributions", \.hasContributions),
    .flag("hasActions", \.hasActions))
}

/// Draws when something happened, how gravely, and what was finished in between to stop it.
struct OccurrenceDrawing {
  private let incidents: [(day: Day, rank: Int, title: String)]
  private let contributions: [(day: Day, rank: Int, title: String)]
  private let completions: [Day]
  private let scale: DrawingScale
  private let years: ClosedRange<Int>

  /// Nil for fewer than two dated incidents: one dot says less than its date.
  init?(_ positions: [Int], contributions: [Int] = [], completions: [Day] = [], _ knowledgeBase: KnowledgeBase) {
    incidents = Self.dated(positions, knowledgeBase)
    self.contributions = Self.dated(contributions, knowledgeBase)
    self.completions = completions.filter { $0 <= knowledgeBase.asOf }.sorted()
    let days = (incidents + self.contributions).map(\.day)
    guard days.count > 1, let first = days.min(), let last = days.max() else { return nil }
    years = first.year...max(last.year, knowledgeBase.asOf.year)
    let start = Day(year: first.year, month: 1, day: 1) ?? first
    let end = max(last, knowledgeBase.asOf)
    scale = DrawingScale(low: Double(start.daysSinceEpoch), high: Double(end.daysSinceEpoch))
  }

  private static func dated(_ positions: [Int], _ knowledgeBase: KnowledgeBase) -> [(
    day: Day, rank: Int, title: String
  )] {
    positions.compactMap { position in
      let postMortem = knowledgeBase.postMortems[position]
      return postMortem.day.map { ($0, min(postMortem.severity?.rank ?? 6, 6), postMortem.title) }
    }.sorted { ($0.day, $0.title) < ($1.day, $1.title) }
  }

  func view() -> OccurrenceChartView {
    let words = CountWords.text(incidents.count, "incident")
    let dates = incidents.count <= 12 ? ": " + incidents.map { DateWords.long($0.day) }.joined(separator: "; ") : ""
    return OccurrenceChartView(
      svg: svg(), label: "\(words) on a date axis from \(years.lowerBound) to \(years.upperBound)\(dates).",
      hasContributions: !contributions.isEmpty, hasActions: !completions.isEmpty)
  }

  private func svg() -> [UInt8] {
    var drawing = Drawing()
    drawing.across(from: "0%", to: "100%", y: 66, class: "axis")
    drawYears(&drawing)
    drawGaps(&drawing)
    for day in completions { drawing.line(x: x(day), from: 66, to: 76, class: "completion") }
    var taken: [Double: Int] = [:]
    for incident in contributions { draw(incident, "ring", &taken, &drawing) }
    for incident in incidents { draw(incident, "dot", &taken, &drawing) }
    return drawing.bytes
  }

  /// Dots that would lie on one another are stacked.
  private func draw(
    _ incident: (day: Day, rank: Int, title: String), _ kind: String, _ taken: inout [Double: Int],
    _ drawing: inout Drawing
  ) {
    let percent = scale.percent(Double(incident.day.daysSinceEpoch))
    let slot = (percent / 2).rounded()
    let level = taken[slot, default: 0]
    taken[slot] = level + 1
    let radius = kind == "ring" ? 5 : 10 - incident.rank
    drawing.circle(
      x: DrawingScale.text(percent), y: max(52 - level * 13, 8), radius: max(radius, 5),
      class: "\(kind) sev-\(incident.rank)", title: "\(DateWords.long(incident.day)): \(incident.title)")
  }

  private func drawYears(_ drawing: inout Drawing) {
    let step = max(1, (years.count + 7) / 8)
    for (index, year) in years.enumerated() {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      drawing.line(x: x(day), from: 66, to: 71, class: "axis")
      guard index % step == 0 else { continue }
      let isMinor = years.count > 4 && (index / step) % 2 == 1
      drawing.text("\(year)", x: x(day), y: 88, anchor: index == 0 ? "start" : "middle", class: isMinor ? "minor" : "")
    }
  }

  /// The time between neighbours, where there is room to say it.
  private func drawGaps(_ drawing: inout Drawing) {
    for (before, after) in zip(incidents, incidents.dropFirst()) {
      let (start, end) = (before.day.daysSinceEpoch, after.day.daysSinceEpoch)
      let (left, right) = (scale.percent(Double(start)), scale.percent(Double(end)))
      guard right - left >= 12 else { continue }
      drawing.across(
        from: DrawingScale.text(left + 1.5), to: DrawingScale.text(right - 1.5), y: 52, class: "gap")
      drawing.text(
        DateWords.gap(days: end - start), x: DrawingScale.text((left + right) / 2), y: 45,
        class: right - left < 24 ? "gap-words minor" : "gap-words")
    }
  }

  private func x(_ day: Day) -> String { scale.x(Double(day.daysSinceEpoch)) }
}
