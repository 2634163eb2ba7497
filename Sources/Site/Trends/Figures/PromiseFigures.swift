internal import Diagnostics
internal import KnowledgeBase
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
        ? "No action item on record"
        : "\(CountWords.text(record.accepted.count, "action item")) accepted, \(CountWords.number(record.done.count)) done, "
          + "\(CountWords.number(record.overdue.count)) overdue, \(CountWords.number(record.declined.count)) declined",
      subtitle: subtitle(
        "Action items of all published post-mortems, drills and near misses included", trends.sample.record),
      n: record.all.count, excluded: record.excluded,
      chart: BarChart(
        title: "Action items by state",
        description: "Horizontal bars: " + groups.map { "\($0.0) \($0.1.count)" }.joined(separator: ", ") + ".",
        bars: groups.map { name, places in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [places.count], value: "\(places.count)",
            isUnknown: name == "state not stated")
        }, classes: ["cat1"]),
      table: DataTable(
        columns: ["State", "Action items"],
        rows: groups.map { [DataTable.Cell(VocabularyWords.capitalised($0.0)), count($0.1.count, id, $0.0)] }),
      rows: RowSet(
        columns: ["due", "done"], rows: groups.flatMap { name, places in places.map { actionRow($0, name) } }),
      method:
        "The states as post-mortems give them on the as-of day. An item without a stated state counts as neither "
        + "done nor open."
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
      subtitle: subtitle("Days from the incident to the completion of its action items", trends.sample.record),
      n: ages.rows.count, excluded: ages.excluded, chart: ages.isTelling ? ageChart : nil,
      legend: ages.presentation == .summary
        ? [
          LegendEntry("curve", "share still open"), LegendEntry("band", "its interval"),
          LegendEntry("censored", "open today"),
        ]
        : [LegendEntry("dot", "done"), LegendEntry("dot-open", "still open")],
      table: DataTable(
        columns: ["Age", "Share still open", "Interval", "Items that old or older"],
        rows: ages.presentation == .summary && ages.isTelling ? PromiseAges.milestones.map(milestone) : []),
      rows: RowSet(
        columns: ["age_days"],
        rows: ages.rows.map { RowSet.Row($0.isOpen ? "open" : "done", .action($0.entry), ["\($0.days)"]) }),
      method:
        "Kaplan-Meier: an item that is still open counts as open for as long as it has been watched. The median is "
        + "the age at which half are done."
    )
  }

  private func milestone(_ days: Int) -> [DataTable.Cell] {
    let ages = trends.ages
    let survival = ages.survival
    let share = survival?.survival(at: Double(days)) ?? 1
    let interval = survival?.steps.last { $0.time <= Double(days) }?.interval
    return [
      DataTable.Cell("\(days) days"), DataTable.Cell(FixedFormat.decimals(share, 2)),
      DataTable.Cell(
        interval.map { "\(FixedFormat.decimals($0.lower, 2)) to \(FixedFormat.decimals($0.upper, 2))" } ?? ""),
      DataTable.Cell("\(ages.rows.count { $0.days >= days })"),
    ]
  }

  private var ageChart: (any Chart)? {
    let ages = trends.ages
    let (done, open) = (ages.rows.filter { !$0.isOpen }.map(\.days), ages.rows.filter(\.isOpen).map(\.days))
    guard ages.presentation == .summary, let survival = ages.survival else {
      return DotStripChart(
        title: "Age of action items", description: "\(done.count) done and \(open.count) still open, a dot each.",
        rows: [
          DotStripChart.Row(label: "Done", values: done.sorted().map(Double.init)),
          DotStripChart.Row(label: "Still open", values: [], open: open.sorted().map(Double.init)),
        ], unit: .days)
    }
    let longest = Double((done + open).max() ?? 1)
    return SurvivalChart(
      title: "Share of action items still open by age",
      description: "A falling step curve of \(ages.rows.count) action items. \(AgeWords.headline(ages)).",
      survival: survival, open: open, end: max(min(longest, 365), 30))
  }

  /// Done by the due date, by the quarter in which it fell.
  var punctualityFigure: Figure {
    let punctuality = trends.punctuality
    let id = "actions-on-time"
    return Figure(
      id: id, metric: .actionsOnTime,
      headline: PunctualityWords.headline(punctuality),
      subtitle: subtitle("Accepted action items by the quarter in which they fell due", trends.sample.record),
      n: punctuality.rows.count, excluded: punctuality.excluded,
      chart: !punctuality.isTelling
        ? nil
        : BarChart(
          title: "Action items by whether they were done by their due date, by quarter due",
          description: "Horizontal bars in two parts for \(punctuality.cohorts.count) quarters.",
          bars: punctuality.cohorts.map { cohort in
            BarChart.Bar(
              label: cohort.period.label + (cohort.isRunning ? "*" : ""),
              parts: [cohort.share.part, cohort.share.whole - cohort.share.part],
              value: "\(cohort.share.part) of \(cohort.share.whole)", isUnknown: false)
          }, classes: ["cat1", "cat-rest"]),
      legend: [LegendEntry("cat1", "done by the due date"), LegendEntry("cat-rest", "done later or still open")]
        + (punctuality.cohorts.contains { $0.isRunning } ? [LegendEntry("running", "* not over yet")] : []),
      table: DataTable(
        columns: ["Quarter due", "Done in time", "Of", "Interval of the share"],
        rows: punctuality.cohorts.reversed().map { cohort in
          [
            DataTable.Cell(cohort.period.label + (cohort.isRunning ? " (not over)" : "")),
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
        "An item counts once its due date has passed. Wilson score intervals; quarters are not compared with each "
        + "other."
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
        ? "No action item on record"
        : stated == 0
          ? "No action item tells how strong it is"
          : "\(ShareWords.text(Share(groups[0].1.count, of: stated), "action items with a known strength")) are strong",
      subtitle: subtitle("Action items by how much they rely on people remembering", trends.sample.record), n: total,
      excluded: trends.promises.excluded,
      chart: BarChart(
        title: "Action items by strength",
        description: "Horizontal bars: " + groups.map { "\($0.0) \($0.1.count)" }.joined(separator: ", ") + ".",
        bars: groups.map { name, places in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [places.count],
            value: "\(CountWords.part(places.count, of: total))",
            isUnknown: name == "not stated")
        }, classes: ["cat1"]),
      table: DataTable(
        columns: ["Strength", "Action items"],
        rows: groups.map { [DataTable.Cell(VocabularyWords.capitalised($0.0)), count($0.1.count, id, $0.0)] }),
      rows: RowSet(
        columns: ["due", "done"], rows: groups.flatMap { name, places in places.map { actionRow($0, name) } }),
      method:
        "After the hierarchy of VA/RCA2: strong removes the hazard, intermediate alerts or checks by machine, weak "
        + "asks people to remember."
    )
  }
}

/// What may be said of due dates.
enum PunctualityWords {
  static func headline(_ punctuality: PromisePunctuality) -> String {
    guard punctuality.isTelling else {
      return
        "Whether due dates are kept cannot be told: \(CountWords.number(punctuality.undatedDone)) action items are "
        + "done and do not say when"
    }
    return punctuality.rows.isEmpty
      ? "No action item with a due date has fallen due"
      : "\(ShareWords.text(punctuality.share, "action items")) were done by their due date"
  }
}

/// What may be said of the age of action items.
enum AgeWords {
  static func headline(_ ages: PromiseAges) -> String {
    guard !ages.rows.isEmpty else { return "No action item with a known age" }
    guard ages.isTelling else {
      return
        "How long action items stay open cannot be told: \(CountWords.number(ages.undatedDone)) of those done do "
        + "not say when"
    }
    let open = ages.rows.count { $0.isOpen }
    guard ages.presentation == .summary else {
      return "\(ages.rows.count - open) of \(ages.rows.count) action items with a known age are done"
    }
    guard let median = ages.survival?.median else {
      return "Fewer than half of \(ages.rows.count) action items are done, whatever their age"
    }
    let range = ages.survival?.medianInterval.map { ", interval \($0.text())" } ?? ""
    return
      "Half of the action items are done after \(CountWords.text(Int(median), "day"))\(range); \(open) of "
      + "\(ages.rows.count) are still open"
  }
}
