/// Strikes of causes on one axis of dates, and below each line when a promise against it was done.
struct CauseTimelineChart: Chart {
  struct Strike: Sendable {
    /// Days since any fixed date.
    let day: Int
    /// 1 for the gravest severity, 0 where it is not stated.
    let rank: Int
  }

  struct Line: Sendable {
    let label: String
    let strikes: [Strike]
    let completions: [Int]
  }

  struct Mark: Sendable {
    let day: Int
    let label: String
  }

  let title: String
  let description: String
  let lines: [Line]
  let days: ClosedRange<Int>
  /// The beginnings of years or quarters.
  let marks: [Mark]

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let longest = Double(lines.map(\.label.utf8.count).max() ?? 0) * ChartSize.letterWidth + 12
    let isStacked = size == .narrow
    let (left, right) = (isStacked ? 10 : min(longest, 240), size.width - 12)
    let step = isStacked ? 54.0 : 40.0
    let bottom = 4 + step * Double(lines.count)
    let span = Double(max(days.count - 1, 1))
    func x(_ day: Int) -> Double { left + Double(day - days.lowerBound) / span * (right - left) }
    let every = max(1, Int((Double(marks.count) * 44 / (right - left)).rounded(.up)))
    for (index, mark) in marks.enumerated() {
      canvas.line(from: (x(mark.day), 0), to: (x(mark.day), bottom), class: "grid")
      if index % every == 0, x(mark.day) < right - 14 {
        canvas.text(mark.label, x: x(mark.day), y: bottom + 16, anchor: x(mark.day) < left + 18 ? .start : .middle)
      }
    }
    for (index, line) in lines.enumerated() {
      let y = 4 + step * (Double(index) + (isStacked ? 0.62 : 0.45))
      let letters = Int((isStacked ? size.width - 20 : left - 8) / ChartSize.letterWidth)
      let label = BarChart.shortened(line.label, to: letters)
      if isStacked {
        canvas.text(label, x: 1, y: y - 14)
      } else {
        canvas.text(label, x: left - 12, y: y + 4, anchor: .end)
      }
      canvas.line(from: (left, y), to: (right, y), class: "axis")
      for strike in line.strikes {
        let name = "sev\(strike.rank) mark"
        canvas.circle(x: x(strike.day), y: y, radius: Self.radius(strike.rank), class: name)
      }
      for day in line.completions {
        canvas.path([(x(day) - 5, y + 17), (x(day), y + 9), (x(day) + 5, y + 17), (x(day) - 5, y + 17)], class: "done")
      }
    }
    canvas.line(from: (left, bottom), to: (right, bottom), class: "axis")
    return (canvas, bottom + 24)
  }

  /// The graver, the larger.
  private static func radius(_ rank: Int) -> Double { rank == 0 ? 4 : max(8.5 - Double(rank) * 1.25, 3.5) }
}
