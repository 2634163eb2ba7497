import KnowledgeBase
import PostMortems

/// A line of dots over all years of a knowledge base, small enough for a list.
enum StripDrawing {
  static func svg(_ positions: [Int], _ knowledgeBase: KnowledgeBase) -> [UInt8] {
    let all = knowledgeBase.postMortems.compactMap(\.day)
    guard let first = all.min() else { return [] }
    let scale = DrawingScale(
      low: Double(first.daysSinceEpoch), high: Double(max(knowledgeBase.asOf, first).daysSinceEpoch), margin: 4)
    var drawing = Drawing()
    drawing.across(from: "0%", to: "100%", y: 9, class: "axis")
    for position in positions.reversed() {
      let postMortem = knowledgeBase.postMortems[position]
      guard let day = postMortem.day else { continue }
      drawing.circle(
        x: scale.x(Double(day.daysSinceEpoch)), y: 9, radius: 5,
        class: "dot sev-\(min(postMortem.severity?.rank ?? 6, 6))",
        title: DateWords.long(day))
    }
    return drawing.bytes
  }
}
