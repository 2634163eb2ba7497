/// Horizontal bars from 0, in the order given, each with its number at its end.
struct BarChart: Chart {
  struct Bar: Sendable {
    let label: String
    /// Values of the parts by place in `classes`.
    let parts: [Int]
    /// What stands at the end: `12 of 40`.
    let value: String
    /// What is not known is drawn as an outline and stands last.
    let isUnknown: Bool
  }

  let title: String
  let description: String
  let bars: [Bar]
  let classes: [String]

  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let isStacked = size == .narrow
    let longest = Double(bars.map(\.label.utf8.count).max() ?? 0) * ChartSize.letterWidth + 12
    let left = isStacked ? 1 : min(longest, 260)
    let room = Double(bars.map(\.value.utf8.count).max() ?? 0) * ChartSize.letterWidth + 8
    let scale = max(size.width - left - room, 40) / Double(max(bars.map { $0.parts.reduce(0, +) }.max() ?? 1, 1))
    let step = isStacked ? 44.0 : 28.0
    for (index, bar) in bars.enumerated() {
      let y = 4 + step * Double(index) + (isStacked ? 18 : 0)
      let letters = Int((isStacked ? size.width : left - 8) / ChartSize.letterWidth)
      let label = Self.shortened(bar.label, to: letters)
      if isStacked {
        canvas.text(label, x: left, y: y - 5)
      } else {
        canvas.text(label, x: left - 8, y: y + 14, anchor: .end)
      }
      var x = left
      for (part, count) in bar.parts.enumerated() where count > 0 {
        let width = Double(count) * scale
        let name = bar.isUnknown ? "unknown" : classes[part]
        canvas.rectangle(x: x, y: y, width: max(width - 1, 1), height: 20, class: name)
        x += width
      }
      canvas.text(bar.value, x: x + 6, y: y + 14, class: "value")
    }
    canvas.line(from: (left, 0), to: (left, 4 + step * Double(bars.count)), class: "axis")
    return (canvas, 8 + step * Double(bars.count))
  }

  /// Cut with an ellipsis; the table twin has the whole.
  static func shortened(_ label: String, to letters: Int) -> String {
    label.count <= letters ? label : label.prefix(max(letters - 1, 1)) + "…"
  }
}
