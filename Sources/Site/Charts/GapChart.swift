internal import Language
internal import Statistics

/// The days from each event to the next, in their order, with limits once there are enough.
struct GapChart: Chart {
  let title: String
  let description: String
  let gaps: [Double]
  /// What stands below the first and the last gap.
  let ends: (first: String, last: String)
  let limits: TChart.Limits?
  /// The days since the newest event, which may still grow.
  let running: Double?

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let (left, right, top, bottom) = (56.0, size.width - 10, 12.0, 200.0)
    let all = gaps + [running, limits?.upper].compactMap { $0 }
    let axis = CountAxis(upTo: all.max() ?? 1)
    let slot = (right - left) / Double(max(gaps.count + (running == nil ? 0 : 1), 1))
    func x(_ index: Int) -> Double { left + slot * (Double(index) + 0.5) }
    func y(_ days: Double) -> Double { bottom - days / axis.top * (bottom - top) }
    for tick in axis.ticks {
      canvas.line(from: (left, y(tick)), to: (right, y(tick)), class: tick == 0 ? "axis" : "grid")
      canvas.text(say("\(Int(tick)) d"), x: left - 5, y: y(tick) + 4, anchor: .end)
    }
    if let limits {
      canvas.line(from: (left, y(limits.centre)), to: (right, y(limits.centre)), class: "centre")
      canvas.line(from: (left, y(limits.upper)), to: (right, y(limits.upper)), class: "limit")
      if let lower = limits.lower {
        canvas.line(from: (left, y(lower)), to: (right, y(lower)), class: "limit")
      }
    }
    for (index, gap) in gaps.enumerated() {
      canvas.circle(x: x(index), y: y(gap), radius: min(4.5, max(slot * 0.4, 1.5)), class: "dot")
    }
    if let running { canvas.circle(x: x(gaps.count), y: y(running), radius: 4.5, class: "dot-open") }
    canvas.text(ends.first, x: left, y: bottom + 18)
    canvas.text(ends.last, x: right, y: bottom + 18, anchor: .end)
    return (canvas, bottom + 26)
  }
}
