internal import KnowledgeBase
internal import Language

/// Counts by hour and weekday as a table whose cells deepen with their number; hours run down, so that it fits a
/// telephone.
struct HourGrid: Sendable {
  let html: [UInt8]

  init(_ hours: HourTable) {
    var canvas = SVGCanvas()
    canvas.write(
      "<table class=\"heat\"><caption class=\"hidden\">\(say("Incidents by hour and weekday, UTC"))</caption>")
    canvas.write("<thead><tr><th scope=\"col\">\(say("Hour"))</th>")
    for day in HourWords.days { canvas.write("<th scope=\"col\">\(TrendWords.value(day))</th>") }
    canvas.write("</tr></thead><tbody>")
    for hour in 0..<24 {
      canvas.write("<tr><th scope=\"row\">\(hour)</th>")
      for day in hours.cells {
        let count = day[hour].count
        canvas.write("<td class=\"heat\(Self.step(count, of: hours.peak))\">\(count)</td>")
      }
      canvas.write("</tr>")
    }
    canvas.write("</tbody></table>")
    html = canvas.bytes
  }

  /// 0 for nothing, then five steps up to the peak.
  static func step(_ count: Int, of peak: Int) -> Int {
    count == 0 || peak == 0 ? 0 : min(1 + (count * 5 - 1) / peak, 5)
  }
}
