package import Diagnostics
internal import PostMortems

/// The form of every JSON document of the open data, as a JSON Schema.
package enum OpenDataSchema {
  package static let value = JSONValue.object(
    [
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .string("Open data of a Debrief knowledge base")),
      .init("description", .string(explanation)),
    ] + members
      + [.init("$defs", .object(shared + postMortemDefinitions + causeDefinitions))])

  private static let explanation =
    "The whole export, or a data file with one of its lists. Null means that nobody said, never zero. Times are UTC "
    + "and as exact as their author wrote them: a day, a minute or a second."

  private typealias Words = SchemaWords

  private static var members: [JSONValue.Member] {
    let document = Words.object(
      "",
      [
        .init("version", .object(["const": .int(KnowledgeBaseJSON.version)])),
        .init("as_of", Words.reference("day")),
        .init("post_mortems", Words.list(of: "post_mortem", "Newest first."), isRequired: false),
        .init("causes", Words.list(of: "cause", "The most frequent first."), isRequired: false),
        .init("plan", Words.list(of: "plan_page", "The response plan in its order."), isRequired: false),
        .init(
          "suggested_recurrences",
          Words.list(of: "suggestion", "Pairs that look like one cause and share no record."), isRequired: false),
        .init("action_items", Words.list(of: "listed_action_item"), isRequired: false),
        .init("timeline", Words.list(of: "listed_event"), isRequired: false),
        .init("recurrences", Words.list(of: "listed_recurrence"), isRequired: false),
      ])
    guard case .object(let members) = document else { return [] }
    return members
  }

  private static var shared: [JSONValue.Member] {
    [
      .init("day", .object(["type": .string("string"), "pattern": .string("^[0-9]{4,5}-[0-9]{2}-[0-9]{2}$")])),
      .init(
        "time",
        .object([
          "description": .string("A day, or a time in UTC to the minute or second."), "type": .string("string"),
          "pattern": .string("^[0-9]{4,5}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?$"),
        ])),
      .init("reason", Words.object("", [.init("kind", Words.text()), .init("text", Words.text())])),
      .init(
        "plan_page",
        Words.object(
          "",
          [
            .init("id", Words.text()), .init("title", Words.text()), .init("file", Words.text()),
            .init("order", Words.orNull(Words.whole())), .init("body", Words.text("Markdown.")),
          ])),
      .init(
        "suggestion",
        Words.object(
          "",
          [
            .init("later", Words.text()), .init("earlier", Words.text()),
            .init("score", Words.number("0 to 1, comparable between any two pairs.")),
            .init("reasons", Words.list(of: "reason")),
          ])),
    ]
  }
}
