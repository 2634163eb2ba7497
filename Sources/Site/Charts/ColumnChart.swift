/// Stacked columns on a baseline of 0, one a period; a dot an incident instead while there are few.
struct ColumnChart: Chart {
  struct Column: Sendable {
    /// `Jan` or `Q3`.
    let label: String
    /// The year, under the first column and wherever it changes.
    let secondLabel: String?
    let isRunning: Bool
    /// By place in `classes`.
    let counts: [Int]

    var total: Int { counts.reduce(0, +) }
  }

  let title: String
  let description: String
  let columns: [Column]
  /// The classes of the stacked parts, lowest first.
  let classes: [String]
  /// Below twenty incidents a column would pretend a summary.
  let isDots: Bool

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let frame = Frame(size, columns: columns.count, maximum: columns.map(\.total).max() ?? 0, isDots: isDots)
    if columns.contains(where: \.isRunning) { canvas.hatching(id: "\(id)-h") }
    drawGrid(frame, &canvas)
    for (index, column) in columns.enumerated() {
      if isDots { drawDots(column, index, frame, &canvas) } else { drawParts(column, index, frame, id, &canvas) }
      drawLabels(column, index, frame, &canvas)
    }
    canvas.line(from: (frame.left, frame.bottom), to: (frame.right, frame.bottom), class: "axis")
    return (canvas, frame.bottom + 40)
  }

  /// Where the columns stand.
  private struct Frame {
    let left = 30.0
    let right: Double
    let top = 20.0
    let bottom: Double
    let slot: Double
    let axis: CountAxis
    let dotStep: Double
    /// How many columns share a label.
    let labelEvery: Int

    init(_ size: ChartSize, columns: Int, maximum: Int, isDots: Bool) {
      right = size.width - 4
      slot = (right - left) / Double(max(columns, 1))
      axis = CountAxis(upTo: Double(maximum))
      let height = isDots ? axis.top * 16 : 180.0
      bottom = top + max(height, 60)
      dotStep = (bottom - top) / axis.top
      labelEvery = max(1, Int((34 / slot).rounded(.up)))
    }

    func y(_ count: Double) -> Double { bottom - count / axis.top * (bottom - top) }
  }

  private func drawGrid(_ frame: Frame, _ canvas: inout SVGCanvas) {
    for tick in frame.axis.ticks.dropFirst() {
      canvas.line(from: (frame.left, frame.y(tick)), to: (frame.right, frame.y(tick)), class: "grid")
      canvas.text("\(Int(tick))", x: frame.left - 6, y: frame.y(tick) + 4, anchor: .end)
    }
    canvas.text("0", x: frame.left - 6, y: frame.bottom + 4, anchor: .end)
  }

  private func drawParts(_ column: Column, _ index: Int, _ frame: Frame, _ id: String, _ canvas: inout SVGCanvas) {
    let width = min(frame.slot * 0.72, 44)
    let x = frame.left + frame.slot * (Double(index) + 0.5) - width / 2
    var below = 0
    for (part, count) in column.counts.enumerated() where count > 0 {
      let (low, high) = (frame.y(Double(below)), frame.y(Double(below + count)))
      // A gap of a pixel keeps neighbours apart where colours cannot be told.
      canvas.rectangle(x: x, y: high, width: width, height: max(low - high - 1, 1), class: classes[part])
      below += count
    }
    if column.isRunning, below > 0 {
      canvas.hatched(
        x: x, y: frame.y(Double(below)), width: width, height: frame.bottom - frame.y(Double(below)), id: "\(id)-h")
    }
  }

  private func drawDots(_ column: Column, _ index: Int, _ frame: Frame, _ canvas: inout SVGCanvas) {
    var height = 0
    for (part, count) in column.counts.enumerated() {
      for _ in 0..<count {
        canvas.circle(
          x: frame.left + frame.slot * (Double(index) + 0.5), y: frame.y(Double(height) + 0.5),
          radius: min(6, frame.dotStep * 0.42, frame.slot * 0.4), class: classes[part])
        height += 1
      }
    }
  }

  private func drawLabels(_ column: Column, _ index: Int, _ frame: Frame, _ canvas: inout SVGCanvas) {
    let x = frame.left + frame.slot * (Double(index) + 0.5)
    let isLabelled = (columns.count - 1 - index) % frame.labelEvery == 0
    if column.total > 0, isLabelled || frame.slot >= 18 {
      canvas.text("\(column.total)", x: x, y: frame.y(Double(column.total)) - 5, anchor: .middle, class: "value")
    }
    guard isLabelled else { return }
    canvas.text(column.label + (column.isRunning ? "*" : ""), x: x, y: frame.bottom + 17, anchor: .middle)
    let earlier = columns[..<index].enumerated().last { (columns.count - 1 - $0.offset) % frame.labelEvery == 0 }
    if let year = column.secondLabel, earlier?.element.secondLabel != year {
      canvas.text(year, x: x, y: frame.bottom + 33, anchor: .middle, class: "label")
    }
  }
}
