import KnowledgeBase
import Language
import PostMortems
import Templates

/// Incidents on a date axis, a dot each with the gaps between them, or columns of many.
struct OccurrenceChartView: TemplateView {
  let svg: [UInt8]
  let label: String
  /// What a column is; nil where each incident has a dot.
  let columns: String?
  /// Whether hollow dots for contributing uses are drawn.
  let hasContributions: Bool
  /// Whether a bar is drawn of a promise that was kept, and of one that was not.
  let hasKept: Bool
  let hasPending: Bool
  /// Of the drawing, in pixels.
  let height: Int

  static let schema = ViewSchema<Self>(
    .html("svg", \.svg), .text("label", \.label), .text("columns", \.columns),
    .flag("hasContributions", \.hasContributions),
    .flag("hasKept", \.hasKept), .flag("hasPending", \.hasPending), .number("height", \.height))
}

/// Draws when something happened, how gravely, and what had been promised against it at each time.
struct OccurrenceDrawing {
  private let incidents: [(day: Day, rank: Int, title: String)]
  private let contributions: [(day: Day, rank: Int, title: String)]
  private let lanes: [PromiseLane]
  private let strikes: [Day]
  private let axis: DateAxis
  /// Counts by period, where a dot for each incident would leave no dot to be seen.
  private let columns: PeriodColumns?

  /// Nil for fewer than two dated incidents: one dot says less than its date.
  init?(_ positions: [Int], contributions: [Int] = [], lanes: [PromiseLane] = [], _ knowledgeBase: KnowledgeBase) {
    incidents = Self.dated(positions, knowledgeBase)
    self.contributions = Self.dated(contributions, knowledgeBase)
    self.lanes = lanes
    strikes = positions.map { knowledgeBase.postMortems[$0] }.filter { !$0.isExternal }.compactMap(\.day)
    let days = (incidents + self.contributions).map(\.day)
    guard days.count > 1, let first = days.min(), let last = days.max() else { return nil }
    axis = DateAxis(
      from: ([first] + lanes.map(\.start)).min() ?? first, to: max(last, knowledgeBase.asOf))
    columns =
      Self.isCrowded(incidents + self.contributions, axis)
      ? PeriodColumns(incidents.map { ($0.day, $0.rank) }, within: axis.days) : nil
  }

  /// Whether dots would be stacked higher than the drawing, and are too many for that to be seen through.
  private static func isCrowded(_ dots: [(day: Day, rank: Int, title: String)], _ axis: DateAxis) -> Bool {
    guard dots.count > mostDots else { return false }
    let stacks = Dictionary(grouping: dots) { slot(axis.scale.percent(Double($0.day.daysSinceEpoch))) }
    return stacks.values.contains { $0.count > mostInStack }
  }

  private static let mostDots = 60
  private static let mostInStack = 4

  /// Dots within two per cent of the width lie on one another.
  private static func slot(_ percent: Double) -> Double { (percent / 2).rounded() }

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
      svg: columns.map(svg) ?? svg(), label: say("\(words) on a date axis \(axis.words)\(dates).") + promises,
      columns: columns.map(Self.explanation), hasContributions: columns == nil && !contributions.isEmpty,
      hasKept: lanes.contains(where: \.isKept),
      hasPending: lanes.contains { !$0.isKept }, height: bottom)
  }

  /// The lanes in words, for those who cannot see them.
  private var promises: String {
    lanes.isEmpty ? "" : " " + say("Promises: \(lanes.map(\.words).joined(separator: "; ")).")
  }

  private var bottom: Int { 96 + lanes.count * PromiseLane.height }

  private static func explanation(_ columns: PeriodColumns) -> String {
    let most = CountWords.text(columns.highest, "incident")
    return switch columns.unit {
    case .month: say("A column is the incidents of a month, the gravest at its foot; the highest has \(most).")
    case .quarter: say("A column is the incidents of a quarter, the gravest at its foot; the highest has \(most).")
    case .year: say("A column is the incidents of a year, the gravest at its foot; the highest has \(most).")
    }
  }

  private func svg() -> [UInt8] {
    var drawing = Drawing()
    if !lanes.isEmpty {
      for day in strikes { drawing.line(x: x(day), from: 94, to: bottom, class: "strike") }
    }
    axis.draw(in: &drawing, y: Self.ground)
    drawGaps(&drawing)
    drawLanes(&drawing)
    var taken: [Double: Int] = [:]
    for incident in contributions { draw(incident, "ring", &taken, &drawing) }
    for incident in incidents { draw(incident, "dot", &taken, &drawing) }
    return drawing.bytes
  }

  /// Columns stand for the incidents; lines through the lanes would hide them.
  private func svg(_ columns: PeriodColumns) -> [UInt8] {
    var drawing = Drawing()
    axis.draw(in: &drawing, y: Self.ground)
    for column in columns.columns {
      let left = axis.scale.percent(Double(max(column.period.first, axis.days.lowerBound).daysSinceEpoch))
      let right = axis.scale.percent(Double(min(column.period.next.first, axis.days.upperBound).daysSinceEpoch))
      let (x, width) = (DrawingScale.text(left), DrawingScale.text(max((right - left) * 0.85, 0.3)))
      var below = 0
      for (rank, count) in column.ranks.enumerated() where count > 0 {
        let (top, bottom) = (height(below + count, columns), height(below, columns))
        drawing.rect(
          x: x, y: Self.ground - top, width: width, height: max(top - bottom, 1), class: "dot sev-\(rank)",
          title: "\(column.period.words): \(CountWords.text(column.count, "incident"))")
        below += count
      }
    }
    drawLanes(&drawing)
    return drawing.bytes
  }

  /// Of so many incidents, in pixels.
  private func height(_ count: Int, _ columns: PeriodColumns) -> Int {
    (count * (Self.ground - 4) + columns.highest / 2) / columns.highest
  }

  /// Where the axis lies, in pixels from the top.
  private static let ground = 66

  private func drawLanes(_ drawing: inout Drawing) {
    for (number, lane) in lanes.enumerated() {
      lane.draw(in: &drawing, top: 96 + number * PromiseLane.height, scale: axis.scale)
    }
  }

  /// Dots that would lie on one another are stacked.
  private func draw(
    _ incident: (day: Day, rank: Int, title: String), _ kind: String, _ taken: inout [Double: Int],
    _ drawing: inout Drawing
  ) {
    let percent = axis.scale.percent(Double(incident.day.daysSinceEpoch))
    let slot = Self.slot(percent)
    let level = taken[slot, default: 0]
    taken[slot] = level + 1
    let radius = kind == "ring" ? 5 : 10 - incident.rank
    drawing.circle(
      x: DrawingScale.text(percent), y: max(52 - level * 13, 8), radius: max(radius, 5),
      class: "\(kind) sev-\(incident.rank)", title: "\(DateWords.long(incident.day)): \(incident.title)")
  }

  /// The time between neighbours, where there is room to say it.
  private func drawGaps(_ drawing: inout Drawing) {
    for (before, after) in zip(incidents, incidents.dropFirst()) {
      let (start, end) = (before.day.daysSinceEpoch, after.day.daysSinceEpoch)
      let (left, right) = (axis.scale.percent(Double(start)), axis.scale.percent(Double(end)))
      guard right - left >= 12 else { continue }
      drawing.across(
        from: DrawingScale.text(left + 1.5), to: DrawingScale.text(right - 1.5), y: 52, class: "gap")
      drawing.text(
        DateWords.gap(days: end - start), x: DrawingScale.text((left + right) / 2), y: 45,
        class: right - left < 24 ? "gap-words minor" : "gap-words")
    }
  }

  private func x(_ day: Day) -> String { axis.scale.x(Double(day.daysSinceEpoch)) }
}
