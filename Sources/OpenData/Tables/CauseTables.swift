internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Causes, who named them, and how they came back.
enum CauseTables {
  private typealias Cell = RecordTable.Cell
  private typealias Column = RecordTable.Column

  static let meaning = "A cause, with its record where somebody wrote one."
  static let repeatMeaning = "A repeat of a cause, and what had been promised against it."

  static func causes(_ base: KnowledgeBase) -> RecordTable {
    RecordTable(
      name: "causes", meaning: meaning,
      columns: [
        Column("id"), Column("title"), Column("file", isOptional: true), Column("aliases"),
        Column("category", isOptional: true), Column("status", isOptional: true),
        Column("status_since", isOptional: true), Column("owner_team", isOptional: true), Column("controls"),
        Column("occurrences", .whole), Column("contributions", .whole), Column("rehearsals", .whole),
        Column("first_seen", isOptional: true), Column("last_seen", isOptional: true),
      ], key: ["id"], links: [],
      rows: base.causes.all.map { cause in
        let record = cause.record
        let days = cause.occurrences.compactMap { base.postMortems[$0].day }
        return [
          .text(cause.slug), .text(cause.title), Cell(record?.file),
          Cell(joined: record?.aliases.map(\.value) ?? []), Cell(record?.category?.value), Cell(record?.status?.value),
          Cell(record?.statusSince?.value.iso), Cell(record?.ownerTeam?.value),
          Cell(joined: record?.controls.map(\.value) ?? []), .whole(cause.occurrences.count),
          .whole(cause.contributions.count), .whole(cause.rehearsals.count), Cell(days.min()?.iso),
          Cell(days.max()?.iso),
        ]
      })
  }

  /// Root causes, contributing factors with a record's name, and what drills rehearsed.
  static func uses(_ base: KnowledgeBase) -> RecordTable {
    var rows: [[Cell]] = []
    for cause in base.causes.all {
      for (role, positions) in [
        ("root-cause", cause.occurrences), ("contributing-factor", cause.contributions),
        ("rehearsed", cause.rehearsals),
      ] {
        rows += positions.map { [.text(base.postMortems[$0].id), .text(cause.slug), .text(role)] }
      }
    }
    let all = rows
    return RecordTable(
      name: "post_mortem_causes", meaning: "A cause that a post-mortem names, and as what.",
      columns: [Column("post_mortem"), Column("cause"), Column("role")], key: ["post_mortem", "cause"],
      links: [RecordLinks.postMortem, RecordLinks.cause], rows: all)
  }

  static func recurrences(_ base: KnowledgeBase) -> RecordTable {
    RecordTable(
      name: "recurrences", meaning: repeatMeaning,
      columns: [
        Column("cause"), Column("post_mortem"), Column("previous", isOptional: true),
        Column("gap_days", .whole, isOptional: true), Column("verdict"), Column("reason"),
      ], key: ["cause", "post_mortem"],
      links: [
        RecordLinks.cause, RecordLinks.postMortem, RecordTable.Link(["previous"], to: "post_mortems", ["id"]),
      ],
      rows: base.recurrences.causes.lazy.flatMap { recurrence in
        recurrence.repeats.lazy.map { again in
          [
            .text(recurrence.cause.slug), .text(base.postMortems[again.postMortem].id),
            Cell(again.previous.map { base.postMortems[$0].id }), Cell(again.gapDays),
            .text(again.verdict.rawValue), .text(RecurrenceWords.reason(again, base)),
          ]
        }
      })
  }
}

/// Which post-mortems are like which.
enum SimilarTable {
  static func table(_ base: KnowledgeBase) -> RecordTable {
    RecordTable(
      name: "similar", meaning: "A post-mortem that the reader of another should know; scores are from 0 to 1.",
      columns: [
        RecordTable.Column("post_mortem"), RecordTable.Column("other"), RecordTable.Column("score", .real),
        RecordTable.Column("reasons"),
      ], key: ["post_mortem", "other"],
      links: [RecordLinks.postMortem, RecordTable.Link(["other"], to: "post_mortems", ["id"])],
      rows: base.postMortems.indices.lazy.flatMap { position in
        base.related.of(position).map { relation in
          [
            .text(base.postMortems[position].id), .text(base.postMortems[relation.postMortem].id),
            .real(relation.score), RecordTable.Cell(joined: relation.reasons.map(\.text)),
          ]
        }
      })
  }
}
