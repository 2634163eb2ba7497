internal import Statistics

/// The share still open by age, in steps, with its interval and a tick for each that is open now.
struct SurvivalChart: Chart {
  let title: String
  let description: String
  let survival: KaplanMeier
  /// Ages, in days, of those still open.
  let open: [Int]
  /// The oldest age shown, in days.
  let end: Double

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let (left, right, top, bottom) = (44.0, size.width - 10, 8.0, 200.0)
    func x(_ day: Double) -> Double { left + min(day, end) / end * (right - left) }
    func y(_ share: Double) -> Double { bottom - share * (bottom - top) }
    for tick in [0, 0.25, 0.5, 0.75, 1.0] {
      canvas.line(from: (left, y(tick)), to: (right, y(tick)), class: tick == 0 ? "axis" : "grid")
      let label = tick == 0 ? "none" : tick == 1 ? "all" : tick == 0.5 ? "half" : ""
      if !label.isEmpty { canvas.text(label, x: left - 6, y: y(tick) + 4, anchor: .end) }
    }
    for tick in CountAxis(upTo: end, about: size == .wide ? 8 : 4).ticks where tick <= end {
      canvas.text(
        "\(Int(tick)) d", x: x(tick), y: bottom + 17, anchor: tick == 0 ? .start : x(tick) > right - 20 ? .end : .middle
      )
    }
    let steps = survival.steps.filter { $0.time <= end }
    for (step, next) in zip(steps, steps.dropFirst().map(\.time) + [end]) {
      guard let interval = step.interval else { continue }
      canvas.rectangle(
        x: x(step.time), y: y(interval.upper), width: x(next) - x(step.time),
        height: y(interval.lower) - y(interval.upper), class: "band")
    }
    var points = [(x: x(0), y: y(1))]
    for step in steps {
      points.append((x(step.time), points.last?.y ?? y(1)))
      points.append((x(step.time), y(step.survival)))
    }
    points.append((x(end), points.last?.y ?? y(1)))
    canvas.path(points, class: "curve")
    for day in open where Double(day) <= end {
      let share = survival.survival(at: Double(day))
      canvas.line(from: (x(Double(day)), y(share) - 4), to: (x(Double(day)), y(share) + 4), class: "censored")
    }
    return (canvas, bottom + 26)
  }
}
