import Markdown

/// Writes inline SVG: presentation attributes and classes only, since the site's policy allows no `style`.
struct Drawing {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func text(_ words: String, x: String, y: Int, anchor: String = "middle", class name: String = "") {
    raw("<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\"\(name.isEmpty ? "" : " class=\"\(name)\"")>")
    HTMLEscaping.append(words.utf8, to: &bytes)
    raw("</text>")
  }

  mutating func rect(x: String, y: Int, width: String, height: Int, class name: String, title: String? = nil) {
    raw("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" class=\"\(name)\">")
    if let title { self.title(title) }
    raw("</rect>")
  }

  mutating func line(x: String, from top: Int, to bottom: Int, class name: String) {
    raw("<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(bottom)\" class=\"\(name)\"/>")
  }

  mutating func across(from start: String, to end: String, y: Int, class name: String) {
    raw("<line x1=\"\(start)\" y1=\"\(y)\" x2=\"\(end)\" y2=\"\(y)\" class=\"\(name)\"/>")
  }

  mutating func circle(x: String, y: Int, radius: Int, class name: String, title: String) {
    raw("<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" class=\"\(name)\">")
    self.title(title)
    raw("</circle>")
  }

  /// An outline that takes the whole width of the drawing, however wide that is.
  mutating func stretched(width: Int, height: Int, outline: String, class name: String) {
    raw("<svg width=\"100%\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" preserveAspectRatio=\"none\">")
    raw("<path class=\"\(name)\" d=\"\(outline)\"/></svg>")
  }

  private mutating func title(_ words: String) {
    raw("<title>")
    HTMLEscaping.append(words.utf8, to: &bytes)
    raw("</title>")
  }
}

/// A scale from values to percentages of a drawing's width, so that text keeps its size however wide the drawing is.
struct DrawingScale {
  let low: Double
  let high: Double
  /// Room at each end, in per cent.
  var margin = 2.0

  func percent(_ value: Double) -> Double {
    guard high > low else { return 50 }
    return margin + (100 - 2 * margin) * (min(max(value, low), high) - low) / (high - low)
  }

  func x(_ value: Double) -> String { Self.text(percent(value)) }

  func width(_ start: Double, _ end: Double) -> String { Self.text(max(percent(end) - percent(start), 0)) }

  /// Hundredths of a per cent, so that the same bytes come out on every machine.
  static func text(_ percent: Double) -> String {
    let hundredths = Int((percent * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }
}
