internal import Diagnostics
internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// What became of the promises.
  var stateFigure: Figure {
    let record = trends.promises
    let id = "action-items"
    let late = Set(record.overdue)
    let groups: [(String, [Int])] = [
      ("done", record.done), ("open, overdue", record.open.filter(late.contains)),
      ("open, not overdue", record.open.filter { !late.contains($0) }), ("declined", record.declined),
      ("superseded", record.superseded), ("state not stated", record.unstated),
    ].filter { !$0.1.isEmpty }
    return Figure(
      id: id, metric: .actionsAccepted,
      headline: record.all.isEmpty
        ? say("No action item on record")
        : say(
          """
          \(CountWords.text(record.accepted.count, "action item")) accepted, \
          \(CountWords.number(record.done.count)) done, \(CountWords.number(record.overdue.count)) overdue, \
          \(CountWords.number(record.declined.count)) declined
          """),
      subtitle: subtitle(
        say("Action items of all published post-mortems, drills and near misses included"), trends.sample.record),
      n: record.all.count, excluded: record.excluded,
      chart: BarChart(
        title: say("Action items by state"),
        description: say(
          "Horizontal bars: \(groups.map { "\(VocabularyWords.text($0.0)) \($0.1.count)" }.joined(separator: ", "))."),
        bars: groups.map { name, places in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [places.count], value: "\(places.count)",
            isUnknown: name == "state not stated")
        }, classes: ["cat1"]),
      table: DataTable(
        columns: [say("State"), say("Action items")],
        rows: groups.map { [DataTable.Cell(VocabularyWords.capitalised($0.0)), count($0.1.count, id, $0.0)] }),
      rows: RowSet(
        columns: ["due", "done"], rows: groups.lazy.flatMap { name, places in places.lazy.map { actionRow($0, name) } }),
      method:
        say(
          """
          The states as post-mortems give them on the as-of day. An item without a stated state counts as \
          neither done nor open.
          """)
    )
  }

  private func actionRow(_ place: Int, _ group: String) -> RowSet.Row {
    let item = base.actions.entries[place].item
    return RowSet.Row(group, .action(place), [item.due?.value.iso ?? "", item.done?.value.iso ?? ""])
  }

  /// How long promises stay open.
  var ageFigure: Figure {
    let ages = trends.ages
    let id = "action-age"
    return Figure(
      id: id, metric: .actionAge, headline: AgeWords.headline(ages),
      subtitle: subtitle(say("Days from the incident to the completion of its action items"), trends.sample.record),
      n: ages.rows.count, excluded: ages.excluded, chart: ages.isTelling ? ageChart : nil,
      legend: ages.presentation == .summary
        ? [
          LegendEntry("curve", say("share still open")), LegendEntry("band", say("its interval")),
          LegendEntry("censored", say("open today")),
        ]
        : [LegendEntry("dot", say("done")), LegendEntry("dot-open", say("still open"))],
      table: DataTable(
        columns: [say("Age"), say("Share still open"), say("Interval"), say("Items that old or older")],
        rows: ages.presentation == .summary && ages.isTelling ? PromiseAges.milestones.map(milestone) : []),
      rows: RowSet(
        columns: ["age_days"],
        rows: ages.rows.lazy.map { RowSet.Row($0.isOpen ? "open" : "done", .action($0.entry), ["\($0.days)"]) }),
      method:
        say(
          """
          Kaplan-Meier: an item that is still open counts as open for as long as it has been watched. The \
          median is the age at which half are done.
          """)
    )
  }

  private func milestone(_ days: Int) -> [DataTable.Cell] {
    let ages = trends.ages
    let survival = ages.survival
    let share = survival?.survival(at: Double(days)) ?? 1
    let interval = survival?.steps.last { $0.time <= Double(days) }?.interval
    return [
      DataTable.Cell(CountWords.text(days, "day")), DataTable.Cell(TrendWords.decimals(share, 2)),
      DataTable.Cell(
        interval.map { say("\(TrendWords.decimals($0.lower, 2)) to \(TrendWords.decimals($0.upper, 2))") } ?? ""),
      DataTable.Cell("\(ages.rows.count { $0.days >= days })"),
    ]
  }

  private var ageChart: (any Chart)? {
    let ages = trends.ages
    let (done, open) = (ages.rows.filter { !$0.isOpen }.map(\.days), ages.rows.filter(\.isOpen).map(\.days))
    guard ages.presentation == .summary, let survival = ages.survival else {
      return DotStripChart(
        title: say("Age of action items"),
        description: say("\(done.count) done and \(open.count) still open, a dot each."),
        rows: [
          DotStripChart.Row(label: say("Done"), values: done.sorted().map(Double.init)),
          DotStripChart.Row(label: say("Still open"), values: [], open: open.sorted().map(Double.init)),
        ], unit: .days)
    }
    let longest = Double((done + open).max() ?? 1)
    return SurvivalChart(
      title: say("Share of action items still open by age"),
      description: say("A falling step curve of \(ages.rows.count) action items. \(AgeWords.headline(ages))."),
      survival: survival, open: open, end: max(min(longest, 365), 30))
  }

  /// Done by the due date, by the quarter in which it fell.
  var punctualityFigure: Figure {
    let punctuality = trends.punctuality
    let id = "actions-on-time"
    return Figure(
      id: id, metric: .actionsOnTime,
      headline: PunctualityWords.headline(punctuality),
      subtitle: subtitle(say("Accepted action items by the quarter in which they fell due"), trends.sample.record),
      n: punctuality.rows.count, excluded: punctuality.excluded,
      chart: !punctuality.isTelling
        ? nil
        : BarChart(
          title: say("Action items by whether they were done by their due date, by quarter due"),
          description: say("Horizontal bars in two parts for \(punctuality.cohorts.count) quarters."),
          bars: punctuality.cohorts.map { cohort in
            BarChart.Bar(
              label: cohort.period.words + (cohort.isRunning ? "*" : ""),
              parts: [cohort.share.part, cohort.share.whole - cohort.share.part],
              value: say("\(cohort.share.part) of \(cohort.share.whole)"), isUnknown: false)
          }, classes: ["cat1", "cat-rest"]),
      legend: [
        LegendEntry("cat1", say("done by the due date")), LegendEntry("cat-rest", say("done later or still open")),
      ]
        + (punctuality.cohorts.contains { $0.isRunning } ? [LegendEntry("running", say("* not over yet"))] : []),
      table: DataTable(
        columns: [say("Quarter due"), say("Done in time"), say("Of"), say("Interval of the share")],
        rows: punctuality.cohorts.reversed().map { cohort in
          [
            DataTable.Cell(cohort.period.words + (cohort.isRunning ? say(" (not over)") : "")),
            count(cohort.share.part, id, cohort.period.id), DataTable.Cell(CountWords.number(cohort.share.whole)),
            DataTable.Cell(IntervalWords.share(cohort.share)),
          ]
        }),
      rows: RowSet(
        columns: ["due", "done", "in_time"],
        rows: punctuality.cohorts.reversed().flatMap { cohort in
          cohort.rows.map { row in
            let done = base.actions.entries[row.entry].item.done?.value.iso ?? ""
            return RowSet.Row(cohort.period.id, .action(row.entry), [row.due.iso, done, row.isOnTime ? "yes" : "no"])
          }
        }),
      method:
        say(
          """
          An item counts once its due date has passed. Wilson score intervals; quarters are not compared \
          with each other.
          """)
    )
  }

  /// How much the promises rely on memory.
  var strengthFigure: Figure {
    let id = "action-strength"
    let groups = ([.strong, .intermediate, .weak, nil] as [Strength?]).map {
      ($0?.rawValue ?? "not stated", trends.promises.places($0))
    }
    let total = trends.promises.all.count
    let stated = total - (groups.last?.1.count ?? 0)
    return Figure(
      id: id, metric: .actionStrength,
      headline: total == 0
        ? say("No action item on record")
        : stated == 0
          ? say("No action item tells how strong it is")
          : say(
            """
            \(ShareWords.text(Share(groups[0].1.count, of: stated), say("action items with a known strength"))) are \
            strong
            """),
      subtitle: subtitle(say("Action items by how much they rely on people remembering"), trends.sample.record),
      n: total,
      excluded: trends.promises.excluded,
      chart: BarChart(
        title: say("Action items by strength"),
        description: say(
          "Horizontal bars: \(groups.map { "\(VocabularyWords.text($0.0)) \($0.1.count)" }.joined(separator: ", "))."),
        bars: groups.map { name, places in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [places.count],
            value: "\(CountWords.part(places.count, of: total))",
            isUnknown: name == "not stated")
        }, classes: ["cat1"]),
      table: DataTable(
        columns: [say("Strength"), say("Action items")],
        rows: groups.map { [DataTable.Cell(VocabularyWords.capitalised($0.0)), count($0.1.count, id, $0.0)] }),
      rows: RowSet(
        columns: ["due", "done"], rows: groups.lazy.flatMap { name, places in places.lazy.map { actionRow($0, name) } }),
      method:
        say(
          """
          After the hierarchy of VA/RCA2: strong removes the hazard, intermediate alerts or checks by \
          machine, weak asks people to remember.
          """)
    )
  }
}

/// What may be said of due dates.
enum PunctualityWords {
  static func headline(_ punctuality: PromisePunctuality) -> String {
    guard punctuality.isTelling else {
      return
        say(
          """
          Whether due dates are kept cannot be told: \(CountWords.number(punctuality.undatedDone)) action \
          items are done and do not say when
          """)
    }
    return punctuality.rows.isEmpty
      ? say("No action item with a due date has fallen due")
      : say("\(ShareWords.text(punctuality.share, say("action items"))) were done by their due date")
  }
}

/// What may be said of the age of action items.
enum AgeWords {
  static func headline(_ ages: PromiseAges) -> String {
    guard !ages.rows.isEmpty else { return say("No action item with a known age") }
    guard ages.isTelling else {
      return
        say(
          """
          How long action items stay open cannot be told: \(CountWords.number(ages.undatedDone)) of those \
          done do not say when
          """)
    }
    let open = ages.rows.count { $0.isOpen }
    guard ages.presentation == .summary else {
      return say("\(ages.rows.count - open) of \(ages.rows.count) action items with a known age are done")
    }
    guard let median = ages.survival?.median else {
      return say("Fewer than half of \(ages.rows.count) action items are done, whatever their age")
    }
    let range = ages.survival?.medianInterval.map { say(", interval \($0.text())") } ?? ""
    return
      say(
        """
        Half of the action items are done after \(CountWords.text(Int(median), "day"))\(range); \(open) of \
        \(ages.rows.count) are still open
        """)
  }
}
