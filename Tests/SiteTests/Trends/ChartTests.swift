import Statistics
import Testing

@testable import Site

/// One small example of each chart, drawn narrow; only the marks, not the frame around them.
struct ChartTests {
  private func marks(_ chart: some Chart) -> [String] {
    let text = String(decoding: chart.draw(.narrow, id: "x").canvas.bytes, as: UTF8.self)
    return text.split(separator: "<").map(String.init).filter { mark in
      ["class=\"axis", "class=\"grid", "/text", "class=\"label"].allSatisfy { !mark.contains($0) }
    }
  }

  @Test func aChartIsAnImageWithATitleAndADescription() {
    let chart = BarChart(title: "A & B", description: "Two <bars>.", bars: [], classes: [])
    let svg = String(decoding: chart.svg(.narrow, id: "c"), as: UTF8.self)
    #expect(
      svg.hasPrefix(
        "<svg class=\"trend-chart trend-narrow\" viewBox=\"0 0 320 8\" width=\"320\" height=\"8\" role=\"img\" "
          + "aria-labelledby=\"c-narrow-t\" aria-describedby=\"c-narrow-d\"><title id=\"c-narrow-t\">A &amp; B</title>"
          + "<desc id=\"c-narrow-d\">Two &lt;bars&gt;.</desc><g aria-hidden=\"true\">"))
  }

  @Test func columnsStackFromZeroAndHatchTheRunningPeriod() {
    let columns = [
      ColumnChart.Column(label: "Q1", secondLabel: "2025", isRunning: false, counts: [1, 3]),
      ColumnChart.Column(label: "Q2", secondLabel: "2025", isRunning: true, counts: [2, 0]),
    ]
    let chart = ColumnChart(title: "t", description: "d", columns: columns, classes: ["sev1", "sev2"], isDots: false)
    #expect(
      marks(chart) == [
        "defs>",
        "pattern id=\"x-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
          + "patternTransform=\"rotate(45)\">",
        "line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/>", "/pattern>", "/defs>",
        "rect class=\"sev1\" x=\"79.5\" y=\"155\" width=\"44\" height=\"44\"/>",
        "rect class=\"sev2\" x=\"79.5\" y=\"20\" width=\"44\" height=\"134\"/>",
        "text class=\"value\" x=\"101.5\" y=\"15\" text-anchor=\"middle\">4",
        "rect class=\"sev1\" x=\"222.5\" y=\"110\" width=\"44\" height=\"89\"/>",
        "rect fill=\"url(#x-h)\" x=\"222.5\" y=\"110\" width=\"44\" height=\"90\"/>",
        "text class=\"value\" x=\"244.5\" y=\"105\" text-anchor=\"middle\">2",
      ])
  }

  @Test func dotsLieOnALogarithmicAxis() {
    let axis = DurationAxis.minutes([1, 100])
    #expect(axis.ticks.map(\.label) == ["1 min", "10 min", "1 h", "10 h"])
    #expect(axis.position(1) == 0)
    #expect(abs(axis.position(600) - 1) < 1e-12)
    #expect(axis.position(0) == 0)
  }

  @Test func aStripHasDotsAMedianAndItsInterval() {
    let row = DotStripChart.Row(
      label: "2025 Q4", values: [1, 600], median: 10, interval: Interval(lower: 1, upper: 600, coverage: 0.95))
    let chart = DotStripChart(title: "t", description: "d", rows: [row], unit: .minutes)
    #expect(
      marks(chart) == [
        "rect class=\"band\" x=\"6\" y=\"24.3\" width=\"306\" height=\"22\"/>",
        "circle class=\"dot\" cx=\"6\" cy=\"35.3\" r=\"3.5\"/>",
        "circle class=\"dot\" cx=\"312\" cy=\"30.3\" r=\"3.5\"/>",
        "line class=\"median\" x1=\"116.1\" y1=\"22.3\" x2=\"116.1\" y2=\"48.3\"/>",
      ])
  }

  @Test func barsBeginAtZeroAndTheUnknownIsAnOutline() {
    let chart = BarChart(
      title: "t", description: "d",
      bars: [
        BarChart.Bar(label: "Deploy", parts: [4], value: "4 of 6", isUnknown: false),
        BarChart.Bar(label: "Unknown", parts: [2], value: "2", isUnknown: true),
      ], classes: ["cat1"])
    #expect(
      marks(chart) == [
        "rect class=\"cat1\" x=\"1\" y=\"22\" width=\"262\" height=\"20\"/>",
        "text class=\"value\" x=\"270\" y=\"36\">4 of 6",
        "rect class=\"unknown\" x=\"1\" y=\"66\" width=\"130.5\" height=\"20\"/>",
        "text class=\"value\" x=\"138.5\" y=\"80\">2",
      ])
  }

  @Test func aTimelineHasADotAStrikeAndATriangleACompletion() {
    let line = CauseTimelineChart.Line(
      label: "Leak",
      strikes: [CauseTimelineChart.Strike(day: 0, rank: 1), CauseTimelineChart.Strike(day: 100, rank: 4)],
      completions: [50])
    let chart = CauseTimelineChart(title: "t", description: "d", lines: [line], days: 0...100, marks: [])
    #expect(
      marks(chart) == [
        "circle class=\"sev1 mark\" cx=\"10\" cy=\"37.5\" r=\"7.3\"/>",
        "circle class=\"sev4 mark\" cx=\"308\" cy=\"37.5\" r=\"3.5\"/>",
        "path class=\"done\" d=\"M154 54.5L159 46.5L164 54.5L154 54.5\"/>",
      ])
  }

  @Test func aSurvivalCurveFallsInStepsAndTicksTheOpen() throws {
    let survival = try #require(
      KaplanMeier([10, 20].map { KaplanMeier.Observation(time: $0, isCensored: $0 == 20) }))
    let chart = SurvivalChart(title: "t", description: "d", survival: survival, open: [20], end: 40)
    #expect(
      marks(chart).suffix(2) == [
        "path class=\"curve\" d=\"M44 8L110.5 8L110.5 104L310 104\"/>",
        "line class=\"censored\" x1=\"177\" y1=\"100\" x2=\"177\" y2=\"108\"/>",
      ])
  }

  @Test func gapsStandInTheirOrderAndTheRunningOneIsHollow() {
    let chart = GapChart(
      title: "t", description: "d", gaps: [10, 20], ends: ("a", "b"), limits: nil, running: 20)
    #expect(
      marks(chart) == [
        "circle class=\"dot\" cx=\"98.3\" cy=\"106\" r=\"4.5\"/>",
        "circle class=\"dot\" cx=\"183\" cy=\"12\" r=\"4.5\"/>",
        "circle class=\"dot-open\" cx=\"267.7\" cy=\"12\" r=\"4.5\"/>",
      ])
  }

  @Test func anAxisOfCountsHasWholeSteps() {
    #expect(CountAxis(upTo: 0).ticks == [0, 1])
    #expect(CountAxis(upTo: 3).ticks == [0, 1, 2, 3])
    #expect(CountAxis(upTo: 37).ticks == [0, 10, 20, 30, 40])
    #expect(CountAxis(upTo: 1234).ticks == [0, 500, 1000, 1500])
  }

  @Test func theDeepestCellIsTheLastStepAndOneIsTheFirst() {
    #expect((0...6).map { HourGrid.step($0, of: 6) } == [0, 1, 2, 3, 4, 5, 5])
    #expect(HourGrid.step(1, of: 1) == 5)
  }
}
