internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Post-mortems and what their front matter lists.
enum PostMortemTables {
  private typealias Cell = RecordTable.Cell
  private typealias Column = RecordTable.Column

  static let meaning = "What a post-mortem says in its front matter, and its summary."

  static func postMortems(_ base: KnowledgeBase) -> RecordTable {
    let fields = identity + times + circumstances + harm
    return RecordTable(
      name: "post_mortems", meaning: meaning,
      columns: fields.map(\.column), key: ["id"], links: [],
      rows: base.postMortems.lazy.map { postMortem in fields.map { $0.cell(postMortem, base) } })
  }

  /// A column with what its cells hold.
  private struct Field: Sendable {
    let column: Column
    let cell: @Sendable (PostMortem, KnowledgeBase) -> Cell

    init(
      _ name: String, _ kind: Column.Kind = .text, isOptional: Bool = true,
      _ cell: @escaping @Sendable (PostMortem, KnowledgeBase) -> Cell
    ) {
      column = Column(name, kind, isOptional: isOptional)
      self.cell = cell
    }
  }

  private static var identity: [Field] {
    [
      Field("id", isOptional: false) { post, _ in .text(post.id) },
      Field("slug", isOptional: false) { post, _ in .text(post.slug) },
      Field("title", isOptional: false) { post, _ in .text(post.title) },
      Field("file", isOptional: false) { post, _ in .text(post.file) },
      Field("status", isOptional: false) { post, _ in .text(post.status.rawValue) },
      Field("kind", isOptional: false) { post, _ in .text(post.kind.rawValue) },
      Field("origin", isOptional: false) { post, _ in .text(post.isExternal ? "external" : "own") },
      Field("audience") { post, _ in Cell(post.fields.audience?.value) },
      Field("severity") { post, _ in Cell(post.severity?.name) },
      Field("severity_rank", .whole) { post, _ in Cell(post.severity?.rank) },
      Field("services", isOptional: false) { post, _ in Cell(joined: post.services) },
      Field("teams", isOptional: false) { post, _ in Cell(joined: post.teams) },
      Field("tags", isOptional: false) { post, _ in Cell(joined: post.fields.tags.map(\.value)) },
    ]
  }

  private static var times: [Field] {
    let phases = ["started", "detected", "acknowledged", "mitigated", "resolved"].enumerated()
    return [
      Field("date") { post, _ in Cell(post.day?.iso) },
      Field("date_origin") { post, _ in Cell(post.draft.date?.origin.rawValue) },
      Field("timezone") { post, _ in Cell(post.fields.timezone?.value) },
    ]
      + phases.map { place, name in Field(name) { post, _ in Cell(post.fields.phases[place].instant?.value.iso) } }
      + [
        Field("published") { post, _ in Cell(post.fields.published?.value.iso) },
        Field("reviewed") { post, _ in Cell(post.fields.reviewed?.value.iso) },
      ]
      + Phase.allCases.map { phase in
        Field("minutes_to_\(phase.rawValue)", .real) { post, _ in Cell(PhaseJSON.minutes(phase, post)) }
      }
  }

  private static var circumstances: [Field] {
    [
      Field("detection_source") { post, _ in Cell(post.fields.detection?.source?.value) },
      Field("detection_alert") { post, _ in Cell(post.fields.detection?.alert?.value) },
      Field("first_seen_by") { post, _ in Cell(post.fields.detection?.firstSeenBy?.value) },
      Field("trigger") { post, _ in Cell(post.fields.trigger?.value) },
      Field("root_causes", isOptional: false) { post, base in Cell(joined: CauseNames.rootCauses(of: post, base)) },
      Field("related", isOptional: false) { post, base in
        Cell(joined: post.fields.related.map { FieldsJSON.reference($0.value, base) })
      },
      Field("recurrence_of", isOptional: false) { post, base in
        Cell(joined: post.fields.recurrenceOf.map { FieldsJSON.reference($0.value, base) })
      },
    ]
  }

  private static var harm: [Field] {
    [
      Field("users", .real) { post, _ in Cell(post.fields.impact?.users) },
      Field("requests_failed", .real) { post, _ in Cell(post.fields.impact?.requestsFailed) },
      Field("impact_minutes", .real) { post, _ in Cell(post.fields.impact?.minutes) },
      Field("money") { post, _ in Cell(post.fields.impact?.money) },
      Field("data_loss", .flag) { post, _ in Cell(post.fields.impact?.dataLoss) },
      Field("slo") { post, _ in Cell(post.fields.impact?.slo) },
      Field("responders", .real) { post, _ in Cell(post.fields.responders?.count) },
      Field("responder_hours", .real) { post, _ in Cell(post.fields.responders?.hours) },
      Field("out_of_hours", .flag) { post, _ in Cell(post.fields.responders?.outOfHours) },
      Field("summary", isOptional: false) { post, _ in .text(post.summary) },
    ]
  }
}

// MARK: - What a post-mortem lists

extension PostMortemTables {
  static func services(_ base: KnowledgeBase) -> RecordTable {
    words("post_mortem_services", "A service that an incident touched.", "service", base) { $0.services }
  }

  static func teams(_ base: KnowledgeBase) -> RecordTable {
    words("post_mortem_teams", "A team whose incident it was.", "team", base) { $0.teams }
  }

  static func mitigations(_ base: KnowledgeBase) -> RecordTable {
    listed(
      "mitigations", "An act that stopped the harm, or was to.",
      [
        Column("type", isOptional: true), Column("at", isOptional: true), Column("automated", .flag, isOptional: true),
        Column("worked", .flag, isOptional: true),
      ], base
    ) { post in
      post.fields.mitigations.map {
        [Cell($0.type?.value), Cell($0.at?.value.iso), Cell($0.isAutomated), Cell($0.worked)]
      }
    }
  }

  static func controls(_ base: KnowledgeBase) -> RecordTable {
    listed("controls", "Whether a control was there and worked.", [Column("control"), Column("state")], base) { post in
      post.fields.controls.map { [.text($0.control.value), .text($0.state.value)] }
    }
  }

  /// Links, sources and the records of other systems.
  static func addresses(_ base: KnowledgeBase) -> RecordTable {
    listed(
      "addresses", "A link, a source or the record of another system.",
      [Column("kind"), Column("name", isOptional: true), Column("address", isOptional: true)], base
    ) { post in
      post.fields.links.map { [.text("link"), .text($0.name.value), .text($0.address.value)] }
        + post.fields.sources.map { [.text("source"), .none, .text($0.value)] }
        + post.fields.importSources.map { [.text("import"), .text("\($0.system) \($0.id)"), Cell($0.url)] }
    }
  }

  static func signatures(_ base: KnowledgeBase) -> RecordTable {
    listed(
      "signatures", "The fingerprint of a failure: a traceback, an alert, an error code.",
      [Column("kind"), Column("text"), Column("hash")], base
    ) { post in
      post.draft.signatures.map { [.text($0.kind.rawValue), .text($0.text), .text($0.hash)] }
    }
  }

  /// Rows that are numbered within their post-mortem, from 1.
  static func listed(
    _ name: String, _ meaning: String, _ columns: [RecordTable.Column], _ base: KnowledgeBase,
    _ cells: @escaping @Sendable (PostMortem) -> [[RecordTable.Cell]]
  ) -> RecordTable {
    RecordTable(
      name: name, meaning: meaning, columns: [Column("post_mortem"), Column("row", .whole)] + columns,
      key: ["post_mortem", "row"], links: [RecordLinks.postMortem],
      rows: base.postMortems.lazy.flatMap { post in
        cells(post).enumerated().map { [.text(post.id), .whole($0 + 1)] + $1 }
      })
  }

  private static func words(
    _ name: String, _ meaning: String, _ column: String, _ base: KnowledgeBase,
    _ words: @escaping @Sendable (PostMortem) -> [String]
  ) -> RecordTable {
    RecordTable(
      name: name, meaning: meaning, columns: [Column("post_mortem"), Column(column)], key: ["post_mortem", column],
      links: [RecordLinks.postMortem],
      rows: base.postMortems.lazy.flatMap { post in words(post).map { [.text(post.id), .text($0)] } })
  }
}
