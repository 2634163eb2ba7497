import KnowledgeBase
import PostMortems

/// When something happened, over all years of a knowledge base and small enough for a list: a dot each, or columns where
/// dots would hide each other.
enum StripDrawing {
  /// More dots than this lie on one another.
  private static let mostDots = 40
  private static let height = 18

  static func svg(_ positions: [Int], _ site: SiteSource) -> [UInt8] {
    let knowledgeBase = site.knowledgeBase
    guard let first = site.firstDay else { return [] }
    let days = first...max(knowledgeBase.asOf, first)
    let scale = DrawingScale(
      low: Double(days.lowerBound.daysSinceEpoch), high: Double(days.upperBound.daysSinceEpoch), margin: 4)
    let incidents = positions.reversed().compactMap { position -> (day: Day, rank: Int)? in
      let postMortem = knowledgeBase.postMortems[position]
      return postMortem.day.map { ($0, min(postMortem.severity?.rank ?? 6, 6)) }
    }
    var drawing = Drawing()
    if incidents.count > mostDots {
      draw(PeriodColumns(incidents, within: days), scale, &drawing)
    } else {
      draw(incidents, scale, &drawing)
    }
    return drawing.bytes
  }

  private static func draw(_ incidents: [(day: Day, rank: Int)], _ scale: DrawingScale, _ drawing: inout Drawing) {
    drawing.across(from: "0%", to: "100%", y: 9, class: "axis")
    for incident in incidents {
      drawing.circle(
        x: scale.x(Double(incident.day.daysSinceEpoch)), y: 9, radius: 5, class: "dot sev-\(incident.rank)",
        title: DateWords.long(incident.day))
    }
  }

  /// Columns as one outline; their heights are shares of the highest of this strip.
  private static func draw(_ counts: PeriodColumns, _ scale: DrawingScale, _ drawing: inout Drawing) {
    let (width, bottom) = (1000, height - 1)
    func x(_ day: Day) -> Int { Int((scale.percent(Double(day.daysSinceEpoch)) * Double(width) / 100).rounded()) }
    drawing.across(from: "0%", to: "100%", y: bottom, class: "axis")
    var outline = ""
    for column in counts.columns {
      let left = x(column.period.first)
      let right = max(x(column.period.next.first) - 3, left + 1)
      let top = bottom - max(1, (column.count * (bottom - 1) + counts.highest / 2) / counts.highest)
      outline += "M\(left) \(bottom)V\(top)H\(right)V\(bottom)z"
    }
    drawing.stretched(width: width, height: height, outline: outline, class: "columns-of-incidents")
  }
}
