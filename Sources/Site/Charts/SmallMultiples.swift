/// Many small column charts on one scale, so that their heights can be compared from panel to panel.
struct SmallMultiples: Chart {
  struct Panel: Sendable {
    let label: String
    /// One a period, oldest first.
    let counts: [Int]

    var total: Int { counts.reduce(0, +) }
  }

  let title: String
  let description: String
  let panels: [Panel]
  /// What stands under the first and the last column of each panel of the lowest row.
  let ends: (first: String, last: String)
  /// Whether the newest period is not over.
  let isLastRunning: Bool

  private static let height = 56.0
  private static let head = 22.0
  private static let gap = 20.0

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    if isLastRunning { canvas.hatching(id: "\(id)-h") }
    let perRow = size == .wide ? 4 : 2
    let width = (size.width - Self.gap * Double(perRow - 1)) / Double(perRow)
    let top = Double(max(panels.flatMap(\.counts).max() ?? 1, 1))
    let rowHeight = Self.head + Self.height + Self.gap
    for (index, panel) in panels.enumerated() {
      let origin = (
        x: Double(index % perRow) * (width + Self.gap), y: Double(index / perRow) * rowHeight
      )
      draw(panel, at: origin, width: width, top: top, id: id, &canvas)
    }
    let rows = (panels.count + perRow - 1) / perRow
    let bottom = Double(rows) * rowHeight
    let isAlone = perRow * (rows - 1)
    for column in 0..<min(perRow, panels.count - isAlone) {
      let x = Double(column) * (width + Self.gap)
      canvas.text(ends.first, x: x, y: bottom - 2)
      canvas.text(ends.last, x: x + width, y: bottom - 2, anchor: .end)
    }
    return (canvas, bottom + 6)
  }

  private func draw(
    _ panel: Panel, at origin: (x: Double, y: Double), width: Double, top: Double, id: String,
    _ canvas: inout SVGCanvas
  ) {
    let base = origin.y + Self.head + Self.height
    let letters = Int(width / ChartSize.letterWidth) - 5
    let label = panel.label.count > letters ? panel.label.prefix(letters - 1) + "…" : panel.label[...]
    canvas.text(String(label), x: origin.x, y: origin.y + 14)
    canvas.text("\(panel.total)", x: origin.x + width, y: origin.y + 14, anchor: .end, class: "value")
    let slot = width / Double(max(panel.counts.count, 1))
    for (index, count) in panel.counts.enumerated() where count > 0 {
      let high = Double(count) / top * Self.height
      let x = origin.x + slot * Double(index) + slot * 0.12
      canvas.rectangle(x: x, y: base - high, width: slot * 0.76, height: high, class: "cat1")
      if isLastRunning, index == panel.counts.count - 1 {
        canvas.hatched(x: x, y: base - high, width: slot * 0.76, height: high, id: "\(id)-h")
      }
    }
    canvas.line(from: (origin.x, base), to: (origin.x + width, base), class: "axis")
  }
}
