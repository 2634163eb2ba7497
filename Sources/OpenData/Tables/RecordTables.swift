package import KnowledgeBase

/// The knowledge base as tables that name each other's rows.
package struct RecordTables: Sendable {
  /// Each behind those that it names.
  package let all: [RecordTable]

  package init(_ base: KnowledgeBase) {
    all = [
      CauseTables.causes(base), PostMortemTables.postMortems(base), PostMortemTables.services(base),
      PostMortemTables.teams(base), CauseTables.uses(base), PostMortemTables.mitigations(base),
      PostMortemTables.controls(base), PostMortemTables.addresses(base), PostMortemTables.signatures(base),
      TextTables.timeline(base), ActionTables.items(base), ActionTables.causes(base), CauseTables.recurrences(base),
      SimilarTable.table(base), TextTables.planPages(base), TextTables.sections(base),
    ]
  }
}

/// What the tables of one knowledge base share.
enum RecordLinks {
  static let postMortem = RecordTable.Link(["post_mortem"], to: "post_mortems", ["id"])
  static let cause = RecordTable.Link(["cause"], to: "causes", ["id"])
}
