internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// What answering incidents costs.
  var responderFigure: Figure {
    let load = trends.load
    let rows = load.rows.filter { $0.people != nil || $0.hours != nil }
    let withHours = rows.count { $0.hours != nil }
    let people = rows.compactMap(\.people)
    return Figure(
      id: "responders", metric: .responders,
      headline: rows.isEmpty
        ? say("No incident says how many people answered it")
        : withHours > 0
          ? say("\(CountWords.number(load.hours)) hours went into \(CountWords.text(withHours, "incident"))")
          : say(
            rows.count, one: "\(CountWords.number(rows.count)) incident says how many people answered",
            other: "\(CountWords.number(rows.count)) incidents say how many people answered"),
      subtitle: subtitle(say("People and hours per incident, no person named"), load.days), n: rows.count,
      excluded: load.excluded,
      chart: BarChart(
        title: say("Incidents by how many people answered"),
        description: say("Horizontal bars of \(people.count) incidents."),
        bars: Self.crowd.map { name, range in
          let count = people.count { range.contains($0) }
          return BarChart.Bar(label: name, parts: [count], value: say("\(count) of \(people.count)"), isUnknown: false)
        }, classes: ["cat1"]),
      table: DataTable(
        columns: [say("Incident"), say("Date"), say("People"), say("Hours")],
        rows: rows.sorted {
          ($1.hours ?? 0, $1.people ?? 0, $0.position) < ($0.hours ?? 0, $0.people ?? 0, $1.position)
        }
        .prefix(40).map { row in
          [
            DataTable.Cell(trends.sample.postMortem(row.position).title, path: path(row.position)),
            DataTable.Cell(day(row.position)), DataTable.Cell(row.people.map { CountWords.number($0) } ?? ""),
            DataTable.Cell(row.hours.map { CountWords.number($0) } ?? ""),
          ]
        }),
      rows: RowSet(
        columns: ["people", "hours"],
        rows: rows.map {
          RowSet.Row(
            "all", .postMortem($0.position),
            [$0.people.map(MinuteWords.data) ?? "", $0.hours.map(MinuteWords.data) ?? ""])
        }),
      method: say("As the post-mortems state it. Nothing here is by person, and nothing ranks teams."))
  }

  private static var crowd: [(String, ClosedRange<Double>)] {
    [
      (say("1 person"), 0...1), (say("2 or 3"), 1.01...3), (say("4 to 6"), 3.01...6), (say("7 to 12"), 6.01...12),
      (say("More than 12"), 12.01...1e9),
    ]
  }

  /// How often people were called out of their own time.
  var outOfHoursFigure: Figure {
    let share = trends.load.outOfHours
    let rows = trends.load.rows.filter { $0.isOutOfHours != nil }
    let id = "out-of-hours"
    let groups = [("out of hours", true), ("in working hours", false)]
    return Figure(
      id: id, metric: .outOfHours,
      headline: share.whole == 0
        ? say("No incident says whether it was answered out of hours")
        : say("\(ShareWords.text(share, say("incidents"))) were answered out of hours"),
      subtitle: subtitle(say("Incidents that state it"), trends.load.days), n: share.whole,
      excluded: trends.load.excluded,
      chart: BarChart(
        title: say("Incidents answered out of hours"),
        description: say("Two bars: \(TrendWords.share(share)) out of hours."),
        bars: groups.map { name, isOut in
          let count = rows.count { $0.isOutOfHours == isOut }
          return BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [count], value: say("\(count) of \(share.whole)"),
            isUnknown: false)
        }, classes: ["cat1"]),
      table: DataTable(
        columns: [say("When"), say("Incidents")],
        rows: groups.map { name, isOut in
          [DataTable.Cell(VocabularyWords.capitalised(name)), count(rows.count { $0.isOutOfHours == isOut }, id, name)]
        }),
      rows: RowSet(
        columns: [],
        rows: groups.flatMap { name, isOut in
          rows.filter { $0.isOutOfHours == isOut }.map { RowSet.Row(name, .postMortem($0.position)) }
        }),
      method: say(
        """
        Wilson score interval. What counts as out of hours is for the author of each post-mortem to say.
        """))
  }

  /// When incidents begin.
  var hourFigure: Figure {
    let hours = trends.hours
    return Figure(
      id: "weekday-and-hour", metric: .incidents,
      headline: hours.isLargeEnough
        ? HourWords.headline(hours)
        : say(
          """
          \(CountWords.text(hours.count, "incident")) with a starting time: too few for a table by hour, \
          which needs \(HourTable.minimumCount)
          """),
      subtitle: subtitle(say("Incidents by weekday and hour of their start, UTC"), hours.days), n: hours.count,
      excluded: hours.excluded, grid: hours.isLargeEnough ? HourGrid(hours) : nil,
      table: DataTable(columns: [], rows: []),
      rows: RowSet(
        columns: ["weekday", "hour"],
        rows: hours.cells.enumerated().flatMap { weekday, day in
          day.enumerated().flatMap { hour, positions in
            positions.map {
              RowSet.Row(HourWords.days[weekday], .postMortem($0), [HourWords.days[weekday], "\(hour)"])
            }
          }
        }),
      method:
        say(
          """
          The count stands in every cell. 168 cells are 168 chances to be fooled: no cell is tested, and a \
          deep one is no proof of a pattern.
          """)
    )
  }
}

/// Weekdays and hours in words.
enum HourWords {
  /// From Monday on, as data files write them.
  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The share that begins outside Monday to Friday, 8 to 18 o'clock.
  static func headline(_ hours: HourTable) -> String {
    let inside = hours.cells[..<5].reduce(0) { $0 + $1[8..<18].reduce(0) { $0 + $1.count } }
    return
      say(
        """
        \(TrendWords.share(Share(hours.count - inside, of: hours.count))) incidents began outside Monday to \
        Friday, 8 to 18 h UTC
        """)
  }
}
