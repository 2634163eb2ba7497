internal import Site
internal import Diagnostics

/// `read`: one document, whole.
enum ReadTool: Tool {
  static let name = "read"
  static let title = "Read a document"
  static let summary = """
    Read one post-mortem, cause or page of the response plan: its text as Markdown and everything known of it as data.
    """
  static let parameters = [
    ToolParameter(
      name: "id", kind: .text,
      summary: "An id, alias or file of a post-mortem, the name of a cause or plan page, or causes/NAME, plan/NAME.",
      isRequired: true)
  ]

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer {
    let document = try session.document(arguments.text("id") ?? "")
    return ToolAnswer(text: session.twins.markdown(document), data: session.twins.data(document))
  }
}
