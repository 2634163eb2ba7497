/// A drawing that can be made in each size; its height follows from its content.
protocol Chart: Sendable {
  /// The kind of chart and what it shows, for those who cannot see it.
  var title: String { get }
  /// What stands out, in a sentence or two.
  var description: String { get }
  /// The marks and the height that they need; `id` is unique on the page and begins the ids of what is defined.
  func draw(_ size: ChartSize, id: String) -> (canvas: SVGCanvas, height: Double)
}

extension Chart {
  /// Both sizes, one behind the other; the stylesheet shows the one that fits.
  func svg(id: String) -> [UInt8] { ChartSize.allCases.flatMap { svg($0, id: id) } }

  func svg(_ size: ChartSize, id: String) -> [UInt8] {
    let own = "\(id)-\(size.rawValue)"
    let (drawing, height) = draw(size, id: own)
    let (width, high) = (SVGCanvas.number(size.width), SVGCanvas.number(height))
    var canvas = SVGCanvas()
    canvas.write(
      "<svg class=\"trend-chart trend-\(size.rawValue)\" viewBox=\"0 0 \(width) \(high)\" width=\"\(width)\"")
    canvas.write(" height=\"\(high)\" role=\"img\" aria-labelledby=\"\(own)-t\" aria-describedby=\"\(own)-d\">")
    canvas.write("<title id=\"\(own)-t\">")
    canvas.escaped(title)
    canvas.write("</title><desc id=\"\(own)-d\">")
    canvas.escaped(description)
    canvas.write("</desc><g aria-hidden=\"true\">")
    canvas.append(drawing)
    canvas.write("</g></svg>")
    return canvas.bytes
  }
}
