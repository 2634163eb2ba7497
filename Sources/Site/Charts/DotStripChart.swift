internal import Statistics

/// A dot for each value in rows on one logarithmic axis, with the median and its interval where there are enough.
struct DotStripChart: Chart {
  struct Row: Sendable {
    let label: String
    /// Ascending, in the unit of the axis.
    let values: [Double]
    /// Drawn hollow: values that are still growing.
    let open: [Double]
    let median: Double?
    let interval: Interval?
    let isRunning: Bool

    init(
      label: String, values: [Double], open: [Double] = [], median: Double? = nil, interval: Interval? = nil,
      isRunning: Bool = false
    ) {
      self.label = label
      self.values = values
      self.open = open
      self.median = median
      self.interval = interval
      self.isRunning = isRunning
    }
  }

  enum Unit: Sendable {
    case minutes, days
  }

  let title: String
  let description: String
  let rows: [Row]
  let unit: Unit

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let frame = Frame(self, size)
    if rows.contains(where: \.isRunning) { canvas.hatching(id: "\(id)-h") }
    for (index, tick) in frame.axis.ticks.enumerated() {
      let x = frame.x(tick.value)
      canvas.line(from: (x, frame.top), to: (x, frame.bottom), class: "grid")
      let isLast = index == frame.axis.ticks.count - 1
      if size == .wide || frame.axis.ticks.count <= 4 || index % 2 == 0 {
        canvas.text(tick.label, x: x, y: frame.bottom + 16, anchor: isLast ? .end : index == 0 ? .start : .middle)
      }
    }
    canvas.line(from: (frame.left, frame.bottom), to: (frame.right, frame.bottom), class: "axis")
    for (index, row) in rows.enumerated() { draw(row, at: frame.y(index), frame, id, &canvas) }
    return (canvas, frame.bottom + 24)
  }

  private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let axis: DurationAxis
    let isStacked: Bool
    let step: Double

    init(_ chart: DotStripChart, _ size: ChartSize) {
      let longest = Double(chart.rows.map(\.label.utf8.count).max() ?? 0) * ChartSize.letterWidth + 22
      // On a telephone the label stands above its row.
      isStacked = size == .narrow
      left = isStacked ? 6 : min(longest, 200)
      right = size.width - (isStacked ? 8 : 60)
      step = isStacked ? 46 : 34
      top = 4
      bottom = top + step * Double(chart.rows.count) + 4
      let values = chart.rows.flatMap { $0.values + $0.open }
      axis = chart.unit == .minutes ? .minutes(values) : .days(values)
    }

    func x(_ value: Double) -> Double { left + axis.position(value) * (right - left) }
    func y(_ row: Int) -> Double { top + step * (Double(row) + (isStacked ? 0.68 : 0.5)) }
  }

  private func draw(_ row: Row, at y: Double, _ frame: Frame, _ id: String, _ canvas: inout SVGCanvas) {
    let count = "n=\(row.values.count + row.open.count)"
    let label = row.label + (row.isRunning ? "*" : "")
    if frame.isStacked {
      canvas.text("\(label), \(count)", x: frame.left, y: y - 16)
    } else {
      canvas.text(label, x: frame.left - 8, y: y + 4, anchor: .end)
      canvas.text(count, x: frame.right + 6, y: y + 4)
    }
    if row.isRunning {
      canvas.hatched(x: frame.left, y: y - 11, width: frame.right - frame.left, height: 22, id: "\(id)-h")
    }
    if let interval = row.interval {
      let (low, high) = (frame.x(interval.lower), frame.x(interval.upper))
      canvas.rectangle(x: low, y: y - 11, width: max(high - low, 2), height: 22, class: "band")
    }
    for (index, value) in row.values.enumerated() {
      canvas.circle(x: frame.x(value), y: y + Self.offset(index), radius: 3.5, class: "dot")
    }
    for (index, value) in row.open.enumerated() {
      canvas.circle(x: frame.x(value), y: y + Self.offset(index), radius: 3.5, class: "dot-open")
    }
    if let median = row.median {
      canvas.line(from: (frame.x(median), y - 13), to: (frame.x(median), y + 13), class: "median")
    }
  }

  /// Moves neighbours apart, the same way each time.
  private static func offset(_ index: Int) -> Double { [0, -5, 5, -2.5, 2.5, -7.5, 7.5][index % 7] }
}
