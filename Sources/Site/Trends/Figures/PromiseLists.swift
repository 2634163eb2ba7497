internal import Diagnostics
internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// What is late, longest first, by team and never by person.
  var overdueFigure: Figure {
    let places = trends.promises.overdue
    return list(
      "actions-overdue", .actionsOverdue, places,
      headline: places.isEmpty
        ? say("No action item is overdue")
        : say(
          """
          \(CountWords.text(places.count, "action item")) overdue, the latest by \
          \(CountWords.text(base.actions.entries[places[0]].overdueDays ?? 0, "day"))
          """),
      what: say("Open action items past their due date"), last: say("Days late"), column: "days_late"
    ) { "\($0.overdueDays ?? 0)" }
  }

  /// What was declined, with the reason.
  var declinedFigure: Figure {
    let places = trends.promises.declined
    return list(
      "actions-declined", .actionsDeclined, places,
      headline: places.isEmpty
        ? say("No action item was declined")
        : say(
          """
          \(CountWords.text(places.count, "action item")) declined, \
          \(places.count { base.actions.entries[$0].item.reason != nil }) with a reason
          """),
      what: say("Action items that were declined"), last: say("Reason"), column: "reason"
    ) { $0.item.reason ?? "not stated" }
  }

  private func list(
    _ id: String, _ metric: MetricID, _ places: [Int], headline: String, what: String, last: String,
    column: String,
    value: @escaping @Sendable (LedgerEntry) -> String
  ) -> Figure {
    let ledger = base.actions.entries
    return Figure(
      id: id, metric: metric, headline: headline, subtitle: subtitle(what, trends.sample.record), n: places.count,
      excluded: trends.promises.excluded,
      table: DataTable(
        columns: [say("Action item"), say("Incident"), say("Team"), say("Due"), last],
        rows: places.prefix(40).map { place in
          let entry = ledger[place]
          return [
            DataTable.Cell(entry.item.text, path: path(entry.postMortem)), DataTable.Cell(day(entry.postMortem)),
            DataTable.Cell(entry.team ?? ""), DataTable.Cell(entry.item.due?.value.iso ?? ""),
            DataTable.Cell(TrendWords.value(value(entry))),
          ]
        }),
      rows: RowSet(
        columns: ["team", "due", column],
        rows: places.map { place in
          let entry = ledger[place]
          return RowSet.Row("all", .action(place), [entry.team ?? "", entry.item.due?.value.iso ?? "", value(entry)])
        }),
      method: places.count > 40 ? say("The first 40 are shown; the data file has all.") : say("All are shown."))
  }
}
