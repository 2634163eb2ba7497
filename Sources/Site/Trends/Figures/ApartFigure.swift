internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Near misses and drills, counted apart from incidents.
  var apartFigure: Figure {
    let id = "near-misses-and-drills"
    let (near, drills) = (trends.sample.nearMisses, trends.sample.drills)
    let columns = trends.quarters.columns
    return Figure(
      id: id, metric: .nearMisses,
      headline: near.isEmpty && drills.isEmpty
        ? say("No near miss and no drill recorded")
        : say(
          """
          \(CountWords.text(near.count, "near miss", plural: "near misses")) and \
          \(CountWords.text(drills.count, "drill")) recorded
          """),
      subtitle: subtitle(say("Near misses and drills, counted apart"), trends.sample.record),
      n: near.count + drills.count,
      excluded: [],
      table: DataTable(
        columns: [say("Quarter"), say("Near misses"), say("Drills")],
        rows: columns.reversed().map { column in
          [
            DataTable.Cell(column.period.words), count(column.nearMisses.count, id, "near-miss"),
            count(column.drills.count, id, "drill"),
          ]
        }),
      rows: RowSet(
        columns: ["quarter"],
        rows: [("near-miss", near), ("drill", drills)].flatMap { kind, positions in
          positions.reversed().map { position in
            let quarter = Period(.quarter, containing: trends.sample.day(position)).id
            return RowSet.Row(kind, .postMortem(position), [quarter])
          }
        }),
      method: say(
        """
        More near misses reported is good news: somebody looked, and wrote it down. They are in no other \
        number.
        """)
    )
  }
}
