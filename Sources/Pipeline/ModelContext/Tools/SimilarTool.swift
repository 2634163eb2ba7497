internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// `similar`: what happened before that is like this.
enum SimilarTool: Tool {
  static let name = "similar"
  static let title = "Find similar incidents"
  static let summary = """
    List the post-mortems that are like one, or like the text of a new one, each with the reasons and with what stopped \
    it then. Give either 'id' or 'text'. Scores run from 0 to 1.
    """
  static let parameters = [
    ToolParameter(name: "id", kind: .text, summary: "An id, alias or file of a post-mortem."),
    ToolParameter(name: "text", kind: .text, summary: "A draft or description of an incident, as Markdown."), .limit,
  ]

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer {
    let limit = arguments.limit(standard: 5)
    let relations: [Relation]
    switch (arguments.text("id"), arguments.text("text")) {
    case (let id?, nil): relations = session.base.related.similar(to: try session.postMortem(id), limit: limit)
    case (nil, let text?): relations = session.relations(toText: text, limit: limit)
    default: throw ToolFailure("give either 'id' or 'text'")
    }
    return ToolAnswer(.object(["results": .array(relations.map { value($0, session.base) })]))
  }

  private static func value(_ relation: Relation, _ base: KnowledgeBase) -> JSONValue {
    let postMortem = base.postMortems[relation.postMortem]
    return .object([
      "id": .string(postMortem.id), "file": .string(postMortem.file), "title": .string(postMortem.title),
      "date": .optional(postMortem.day?.iso), "score": .double(relation.score),
      "reasons": .array(
        relation.reasons.map { .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)]) }),
      "stopped_by": .optional(PastMitigation.text(postMortem)),
    ])
  }
}
