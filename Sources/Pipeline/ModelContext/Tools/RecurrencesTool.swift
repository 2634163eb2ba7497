internal import Diagnostics
internal import KnowledgeBase
internal import Site

/// `recurrences`: what came back, and whether the promise held.
enum RecurrencesTool: Tool {
  static let name = "recurrences"
  static let title = "Causes that came back"
  static let summary = """
    List the causes that struck more than once: when, what had been promised to prevent it, and whether the promise held.
    """
  static let parameters = [
    ToolParameter(name: "cause", kind: .text, summary: "Only this cause, by name or alias."),
    ToolParameter(
      name: "suggested", kind: .flag, summary: "Also pairs of post-mortems that look like one cause and share none."),
    .limit,
  ]

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer {
    let base = session.base
    let pairs = arguments.flag("suggested") ? base.related.suggestions : []
    let limit = arguments.limit(standard: 20)
    var wanted: String?
    if let name = arguments.text("cause") {
      let document = try session.document("causes/\(name)")
      guard case .cause(let cause) = document else {
        throw ToolFailure("'\(Visible.text(name))' is no cause")
      }
      wanted = cause.slug
    }
    let data = base.recurrences.json(base, suggested: pairs)
    let causes = (data["causes"]?.items ?? []).filter { wanted == nil || $0["cause"]?.string == wanted }
    return ToolAnswer(
      .object([
        "total": .int(causes.count), "causes": .array(Array(causes.prefix(limit))),
        "suggested": .array(Array((data["suggested"]?.items ?? []).prefix(limit))),
      ]))
  }
}
