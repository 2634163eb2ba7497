internal import Statistics

/// Writes the shapes of a chart as SVG; colours and fonts come from classes, never from inline styles.
struct SVGCanvas {
  private(set) var bytes: [UInt8] = []

  enum Anchor: String {
    case start, middle, end
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, class name: String) {
    open("rect", class: name)
    attributes([("x", x), ("y", y), ("width", max(width, 0)), ("height", max(height, 0))])
    write("/>")
  }

  mutating func circle(x: Double, y: Double, radius: Double, class name: String) {
    open("circle", class: name)
    attributes([("cx", x), ("cy", y), ("r", radius)])
    write("/>")
  }

  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), class name: String) {
    open("line", class: name)
    attributes([("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)])
    write("/>")
  }

  /// A line through points, without an area.
  mutating func path(_ points: [(x: Double, y: Double)], class name: String) {
    open("path", class: name)
    write(" d=\"")
    for (index, point) in points.enumerated() {
      write(index == 0 ? "M" : "L")
      write(Self.number(point.x))
      write(" ")
      write(Self.number(point.y))
    }
    write("\"/>")
  }

  mutating func text(_ words: String, x: Double, y: Double, anchor: Anchor = .start, class name: String = "label") {
    open("text", class: name)
    attributes([("x", x), ("y", y)])
    if anchor != .start { write(" text-anchor=\"\(anchor.rawValue)\"") }
    write(">")
    escaped(words)
    write("</text>")
  }

  /// A rectangle filled with the hatching that `hatching(id:)` has defined.
  mutating func hatched(x: Double, y: Double, width: Double, height: Double, id: String) {
    write("<rect fill=\"url(#\(id))\"")
    attributes([("x", x), ("y", y), ("width", max(width, 0)), ("height", max(height, 0))])
    write("/>")
  }

  mutating func hatching(id: String) {
    write("<defs><pattern id=\"\(id)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
    write(
      " patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>")
  }

  mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func append(_ other: SVGCanvas) { bytes.append(contentsOf: other.bytes) }

  mutating func escaped(_ words: String) {
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func open(_ element: String, class name: String) { write("<\(element) class=\"\(name)\"") }

  private mutating func attributes(_ values: [(String, Double)]) {
    for (name, value) in values { write(" \(name)=\"\(Self.number(value))\"") }
  }

  /// To a tenth of a pixel, without a closing `.0`.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
