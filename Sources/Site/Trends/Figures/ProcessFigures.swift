internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// What post-mortems state of what the numbers need.
  var coverageFigure: Figure {
    let coverage = trends.coverage
    let id = "field-coverage"
    let n = coverage.incidents.count
    let required = coverage.fields.filter(\.isRequired)
    let complete = required.count { $0.missingCount == 0 }
    return Figure(
      id: id, metric: .fieldCoverage,
      headline: n == 0
        ? say("No incident on record")
        : say(
          """
          \(complete) of \(required.count) required fields are stated by all \
          \(CountWords.text(n, "post-mortem"))
          """),
      subtitle: subtitle(say("Post-mortems that state what the numbers need"), coverage.days), n: n, excluded: [],
      chart: BarChart(
        title: say("Post-mortems that state each field"),
        description: say("Horizontal bars in two parts, stated and missing. The table below has every value."),
        bars: coverage.fields.map { field in
          BarChart.Bar(
            label: Self.fieldName(field), parts: [field.statedCount, field.missingCount],
            value: "\(CountWords.part(field.statedCount, of: n))", isUnknown: false)
        }, classes: ["cat1", "cat-rest"]),
      legend: [LegendEntry("cat1", say("stated")), LegendEntry("cat-rest", say("missing"))],
      table: DataTable(
        columns: [
          say("Field"), say("Stated"), say("Missing"), say("Interval of the share stated"), say("Numbers that suffer"),
        ],
        rows: coverage.fields.map { field in
          [
            DataTable.Cell(Self.fieldName(field)), DataTable.Cell(CountWords.number(field.statedCount)),
            count(field.missingCount, id, field.name), DataTable.Cell(IntervalWords.share(field.share)),
            DataTable.Cell(CountWords.list(field.metrics.map { VocabularyWords.text($0.rawValue) })),
          ]
        }),
      rows: RowSet(
        columns: ["state"],
        rows: coverage.fields.lazy.flatMap { field in
          [(field.missing, "missing"), (field.stated, "stated")].lazy.flatMap { positions, state in
            positions.lazy.map { RowSet.Row(field.name, .postMortem($0), [state]) }
          }
        }),
      method: say(
        """
        A field is stated when it has a usable value. What is missing never counts as a value anywhere.
        """))
  }

  private static func fieldName(_ field: FieldCoverage.Field) -> String {
    VocabularyWords.capitalised(field.name.split { $0 == "_" || $0 == "." }.joined(separator: " "))
      + (field.isRequired ? say(" (required)") : "")
  }

  /// How long it takes until a post-mortem can be read.
  var publicationFigure: Figure {
    let publication = trends.publication
    let days = publication.rows.map { Double($0.days) }.sorted()
    let summary = Presentation(count: days.count) == .summary ? publication.statistics : nil
    return Figure(
      id: "days-to-published", metric: .daysToPublished,
      headline: publication.rows.isEmpty
        ? say("No post-mortem says when it was published")
        : summary.map {
          say(
            """
            Half of the post-mortems are published within \(CountWords.text(Int($0.median.rounded()), "day"))
            """)
        }
          ?? say(
            """
            \(CountWords.text(days.count, "post-mortem")) with a day of publication, the slowest after \
            \(CountWords.text(publication.rows[0].days, "day"))
            """),
      subtitle: subtitle(say("Days from the incident to its published post-mortem"), publication.days), n: days.count,
      excluded: publication.excluded,
      chart: DotStripChart(
        title: say("Days from the incident to its published post-mortem"),
        description: say("A dot a post-mortem on a logarithmic axis, \(days.count) in all."),
        rows: [
          DotStripChart.Row(
            label: say("Published"), values: days, median: summary?.median, interval: summary?.medianInterval())
        ], unit: .days),
      legend: [LegendEntry("dot", say("a post-mortem"))]
        + (summary == nil ? [] : [LegendEntry("median", say("median")), LegendEntry("band", say("its interval"))]),
      table: DataTable(
        columns: [say("Post-mortem"), say("Incident"), say("Published"), say("Days")],
        rows: publication.rows.prefix(40).map { row in
          [
            DataTable.Cell(trends.sample.postMortem(row.position).title, path: path(row.position)),
            DataTable.Cell(day(row.position)), DataTable.Cell(DateWords.short(row.published)),
            DataTable.Cell("\(row.days)"),
          ]
        }),
      rows: RowSet(
        columns: ["published", "days"],
        rows: publication.rows.map { RowSet.Row("all", .postMortem($0.position), [$0.published.iso, "\($0.days)"]) }),
      method:
        say(
          """
          By the day of publication that the post-mortem states. Median with order-statistic interval from \
          twenty on. The table shows the 40 slowest.
          """)
    )
  }

  /// What was begun and not published.
  var unpublishedFigure: Figure {
    let positions = trends.publication.unpublished
    return Figure(
      id: "unpublished", metric: .unpublished,
      headline: positions.isEmpty
        ? say("No post-mortem waits for publication")
        : say("\(CountWords.text(positions.count, "post-mortem")) begun and not published"),
      subtitle: subtitle(say("Drafts and reviews"), trends.sample.record), n: positions.count, excluded: [],
      table: DataTable(
        columns: [say("Post-mortem"), say("Incident"), say("Status")],
        rows: positions.prefix(40).map { position in
          let postMortem = trends.sample.postMortem(position)
          return [
            DataTable.Cell(postMortem.title, path: path(position)), DataTable.Cell(day(position)),
            DataTable.Cell(VocabularyWords.text(postMortem.status.rawValue)),
          ]
        }),
      rows: RowSet(
        columns: ["status"],
        rows: positions.map {
          RowSet.Row("all", .postMortem($0), [trends.sample.postMortem($0).status.rawValue])
        }),
      method: say("In no number but this one until they are published."))
  }
}
