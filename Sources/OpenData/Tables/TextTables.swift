internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// The text: rows of timelines, sections, pages of the response plan.
enum TextTables {
  private typealias Cell = RecordTable.Cell
  private typealias Column = RecordTable.Column

  static let rowMeaning = "A row of a timeline, in its author's order."

  static func timeline(_ base: KnowledgeBase) -> RecordTable {
    PostMortemTables.listed(
      "timeline", rowMeaning,
      [
        Column("at", isOptional: true), Column("until", isOptional: true), Column("approximate", .flag),
        Column("zone_stated", .flag), Column("marker", isOptional: true), Column("text"),
      ], base
    ) { post in
      (post.draft.timeline?.events ?? []).map { event in
        [
          Cell(event.at?.iso), Cell(event.until?.iso), .flag(event.isApproximate), .flag(event.hasZone),
          Cell(event.marker?.rawValue), .text(event.text),
        ]
      }
    }
  }

  static func planPages(_ base: KnowledgeBase) -> RecordTable {
    var taken: Set<String> = []
    let pages = base.plan.filter { taken.insert($0.slug).inserted }
    return RecordTable(
      name: "plan_pages", meaning: "A page of the response plan.",
      columns: [Column("id"), Column("title"), Column("file"), Column("body")], key: ["id"], links: [],
      rows: pages.lazy.map {
        [.text($0.slug), .text($0.title.value), .text($0.file), .text(DocumentText.body(of: $0.document))]
      })
  }

  /// Of post-mortems and of cause records: one of the two columns that name the document has a value.
  static func sections(_ base: KnowledgeBase) -> RecordTable {
    var rows: [[Cell]] = []
    func add(_ sections: [Section], _ document: Document, _ postMortem: String?, _ cause: String?) {
      let texts = DocumentText.ownTexts(of: sections, in: document)
      for (place, section) in sections.enumerated() {
        rows.append([
          .whole(rows.count + 1), Cell(postMortem), Cell(cause), .whole(place + 1), Cell(section.role?.rawValue),
          .text(section.title), .text(texts[place]),
        ])
      }
    }
    for post in base.postMortems { add(post.draft.sections, post.draft.document, post.id, nil) }
    for cause in base.causes.all {
      if let record = cause.record { add(record.sections, record.document, nil, cause.slug) }
    }
    let all = rows
    return RecordTable(
      name: "sections", meaning: "A section's words, without those of the sections within it.",
      columns: [
        Column("id", .whole), Column("post_mortem", isOptional: true), Column("cause", isOptional: true),
        Column("row", .whole), Column("role", isOptional: true), Column("title"), Column("text"),
      ], key: ["id"], links: [RecordLinks.postMortem, RecordLinks.cause], rows: all)
  }
}
