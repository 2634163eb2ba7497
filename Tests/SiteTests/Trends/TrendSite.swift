import Diagnostics
import KnowledgeBase
import PostMortems
import Templates
import TestSupport
import Testing

@testable import Site

/// The day that an ISO text names.
func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

/// All that is planned about trends for a few incidents, by path.
struct TrendSite {
  let base: KnowledgeBase
  let figures: TrendFigures
  let plan: [String: PlannedPage]

  init(_ incidents: Incidents, asOf: String = "2026-01-15") throws {
    base = incidents.corpus.knowledgeBase(asOf: try day(asOf))
    figures = TrendFigures(trends: Trends(base), folder: TrendPaths.folder)
    var binder = TemplateBinder(TemplateLibrary())
    let pages = TrendPages(&binder)
    #expect(binder.diagnostics.isEmpty)
    let site = SiteSource(knowledgeBase: base, findings: DiagnosticsByFile(), options: SiteOptions())
    plan = Dictionary(uniqueKeysWithValues: pages.plan(site).flatMap { $0() }.map { ($0.path, $0) })
  }

  func text(_ path: String) throws -> String {
    var bytes: [UInt8] = []
    try #require(plan[path], "\(path) is planned").render(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between `<main` and `</main>`.
  func main(_ path: String) throws -> Substring {
    let page = try text(path)
    let start = try #require(page.ranges(of: "<main").first)
    let end = try #require(page.ranges(of: "</main>").first)
    return page[start.lowerBound..<end.upperBound]
  }

  func figure(_ id: String) throws -> Figure {
    try #require(Question.allCases.flatMap(figures.figures(of:)).first { $0.id == id })
  }

  /// The lines of a data file as dictionaries by column.
  func rows(_ id: String, in folder: String = TrendPaths.folder) throws -> [[String: String]] {
    let lines = CSVText.parse(try text("\(folder)\(id).csv"))
    let head = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }
}

/// Reads comma-separated values as a spreadsheet would.
enum CSVText {
  static func parse(_ text: String) -> [[String]] {
    var (lines, line, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted, previous == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        line.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A where !isQuoted:
        lines.append(line + [String(decoding: field, as: UTF8.self)])
        (line, field) = ([], [])
      case 0x0D where !isQuoted: break
      default: field.append(byte)
      }
      previous = byte
    }
    return lines
  }
}
