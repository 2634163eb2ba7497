internal import Diagnostics

/// `search`: the ranking of the site.
enum SearchTool: Tool {
  static let name = "search"
  static let title = "Search post-mortems"
  static let summary = """
    Find post-mortems by what was seen: an error message, an alert, a service, a pasted traceback or log lines. \
    Quote a phrase, leave a word out with -word, narrow with service:name. Best first.
    """
  static let parameters = [
    ToolParameter(name: "query", kind: .text, summary: "What to look for.", isRequired: true), .limit,
  ]

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer {
    let query = arguments.text("query") ?? ""
    let isPaste = query.contains { $0.isNewline }
    let answer = session.search.answer(query, limit: arguments.limit(standard: 10), isPaste: isPaste)
    return ToolAnswer(
      .object([
        "total": .int(answer.total), "did_you_mean": .optional(answer.suggestion),
        "results": .array(answer.results.map(value)),
      ]))
  }

  private static func value(_ result: TerminalSearch.Result) -> JSONValue {
    .object([
      "id": .string(result.id), "file": .string(result.file), "title": .string(result.title),
      "date": .optional(result.date), "severity": .optional(result.severity),
      "stopped_by": .optional(result.mitigation), "score": .int(result.score), "why": .string(result.why),
    ])
  }
}
