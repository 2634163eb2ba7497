internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// The incidents that struck although their prevention had been promised.
  var brokenPromiseFigure: Figure {
    let broken = trends.brokenPromises
    let id = "repeats-despite-action-items"
    let (open, done) = (broken.incidents(.open), broken.incidents(.done))
    return Figure(
      id: id, metric: .repeatsAfterDone,
      headline: broken.rows.isEmpty
        ? say("No incident struck again against an action item that was to prevent it")
        : say(
          """
          \(CountWords.text(open.count, "incident")) struck while an action item against the cause was open, \
          \(CountWords.number(done.count)) after one was done
          """),
      subtitle: subtitle(say("Incidents whose cause an earlier action item addresses"), trends.sample.record),
      n: Set(open + done).count, excluded: broken.excluded,
      table: DataTable(
        columns: [say("Incident"), say("Date"), say("Action item of"), say("Action item"), say("It struck")],
        rows: broken.rows.reversed().prefix(60).map { row in
          let entry = base.actions.entries[row.entry]
          return [
            DataTable.Cell(trends.sample.postMortem(row.incident).title, path: path(row.incident)),
            DataTable.Cell(day(row.incident)), DataTable.Cell(day(entry.postMortem), path: path(entry.postMortem)),
            DataTable.Cell(entry.item.text), DataTable.Cell(VocabularyWords.text(row.state.rawValue)),
          ]
        }),
      rows: RowSet(
        columns: ["cause", "promised_in", "action_item_number"],
        rows: broken.rows.lazy.map { [facts = trends.sample.facts] row in
          let entry = base.actions.entries[row.entry]
          return RowSet.Row(
            row.state.rawValue, .postMortem(row.incident),
            [row.cause(in: facts), base.postMortems[entry.postMortem].id, "\(entry.number)"])
        }),
      method:
        say(
          """
          An action item is against the causes that it addresses; one that names none and is to prevent is \
          against the only root cause of its post-mortem; what was to detect or to mitigate is against none. \
          Its state is that of the morning of the incident. A repeat after completion asks whether the \
          action was strong enough, not who did it.
          """)
    )
  }
}
