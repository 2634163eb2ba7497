internal import Diagnostics
internal import PostMortems

extension OpenDataSchema {
  private typealias Words = SchemaWords

  static var postMortemDefinitions: [JSONValue.Member] {
    [
      .init("post_mortem", Words.object("", identity + phases + fields + text)),
      .init("section", section), .init("event", Words.object("A row of a timeline, in its author's order.", event)),
      .init("listed_event", Words.object("A row of a timeline with its post-mortem.", key + event)),
      .init("action_item", Words.object("Something promised, as it stands on `as_of`.", actionItem)),
      .init(
        "listed_action_item",
        Words.object(
          "An action item with its post-mortem.",
          [key[0], .init("severity", nullText), .init("services", Words.texts())] + actionItem)),
    ]
  }

  private static var key: [SchemaWords.Property] {
    [
      .init("post_mortem", Words.text("The id of a post-mortem.")),
      .init("row", Words.whole("The place among the rows of its post-mortem, from 1.")),
    ]
  }

  private static var nullText: JSONValue { Words.orNull(Words.text()) }
  private static var nullTime: JSONValue { Words.orNull(Words.reference("time")) }
  private static var nullDay: JSONValue { Words.orNull(Words.reference("day")) }
  private static var nullFlag: JSONValue { Words.orNull(Words.flag()) }
  private static var nullNumber: JSONValue { Words.orNull(Words.number()) }
  private static var nullCount: JSONValue { Words.orNull(Words.count()) }

  private static var identity: [SchemaWords.Property] {
    [
      .init("id", Words.text("Never changes once published.")), .init("slug", Words.text("The id's form in paths.")),
      .init("aliases", Words.texts("Ids that it had before.")), .init("title", Words.text()),
      .init("file", Words.text("Relative to the input.")), .init("status", Words.word(BuiltInVocabulary.status)),
      .init("kind", Words.word(BuiltInVocabulary.kind)),
      .init("origin", Words.word(BuiltInVocabulary.origin, "`external`: another organisation's incident, retold.")),
      .init("audience", nullText), .init("severity", Words.orNull(Words.text("A step of the scale."))),
      .init("severity_rank", Words.orNull(Words.whole("1 is the gravest."))),
      .init("services", Words.texts()), .init("teams", Words.texts()), .init("tags", Words.texts()),
    ]
  }

  private static var phases: [SchemaWords.Property] {
    let names = ["started", "detected", "acknowledged", "mitigated", "resolved", "published", "reviewed"]
    return [.init("date", nullDay), .init("date_origin", nullText), .init("timezone", nullText)]
      + names.map { .init($0, nullTime) }
      + ["detect", "mitigate", "resolve"].map {
        .init("minutes_to_\($0)", Words.orNull(Words.number("From the start, where both times are exact.")))
      }
  }

  private static var fields: [SchemaWords.Property] {
    [
      .init(
        "detection",
        Words.orNull(
          Words.object(
            "", [.init("source", nullText), .init("alert", nullText), .init("first_seen_by", nullText)]))),
      .init("trigger", nullText), .init("root_causes", Words.texts("Ids of causes.")),
      .init(
        "contributing_factors",
        Words.list(
          of: Words.object(
            "", [.init("cause", nullText), .init("text", nullText), .init("introduced", nullTime)]))),
      .init(
        "mitigations",
        Words.list(
          of: Words.object(
            "",
            [
              .init("type", nullText), .init("at", nullTime), .init("automated", nullFlag), .init("worked", nullFlag),
            ]))),
      .init(
        "controls",
        Words.list(of: Words.object("", [.init("control", Words.text()), .init("state", Words.text())]))),
      .init("impact", Words.orNull(impact)), .init("responders", Words.orNull(responders)),
      .init(
        "links", Words.list(of: Words.object("", [.init("name", Words.text()), .init("address", Words.text())]))),
      .init("related", Words.texts("Ids of post-mortems; what leads nowhere as its author wrote it.")),
      .init("recurrence_of", Words.texts("As `related`.")), .init("sources", Words.texts()),
      .init(
        "imported_from",
        Words.list(
          of: Words.object(
            "", [.init("system", Words.text()), .init("id", Words.text()), .init("url", nullText)]))),
    ]
  }

  private static var impact: JSONValue {
    Words.object(
      "",
      [
        .init("users", nullNumber), .init("requests_failed", nullNumber), .init("minutes", nullNumber),
        .init("money", nullText), .init("data_loss", nullFlag), .init("slo", nullText),
      ])
  }

  private static var responders: JSONValue {
    Words.object("", [.init("count", nullNumber), .init("hours", nullNumber), .init("out_of_hours", nullFlag)])
  }

  /// Left out of data files, which have the facts.
  private static var text: [SchemaWords.Property] {
    let signature = Words.object(
      "", [.init("kind", Words.text()), .init("text", Words.text()), .init("hash", Words.text())])
    let similar = Words.object(
      "",
      [
        .init("post_mortem", Words.text()), .init("score", Words.number()), .init("reasons", Words.list(of: "reason")),
      ])
    return [
      .init("summary", Words.text(), isRequired: false),
      .init("sections", Words.list(of: "section"), isRequired: false),
      .init("timeline", Words.list(of: "event"), isRequired: false),
      .init("action_items", Words.list(of: "action_item"), isRequired: false),
      .init("signatures", Words.list(of: signature), isRequired: false),
      .init("recurrences", Words.list(of: "recurrence"), isRequired: false),
      .init("similar", Words.list(of: similar, "Best first."), isRequired: false),
      .init("body", Words.text("Markdown, without the front matter."), isRequired: false),
    ]
  }

  private static var section: JSONValue {
    Words.object(
      "",
      [
        .init("role", Words.orNull(Words.word(SectionRole.allCases.map(\.rawValue), "Null for a name of its own."))),
        .init("title", Words.text("As written.")),
        .init("opening", Words.word(["heading", "bold-line", "bold-label", "preamble"])),
        .init("level", Words.orNull(Words.whole("Of a heading."))),
        .init("parent", Words.orNull(Words.count("The place of the section around it, from 0."))),
        .init("text", Words.text("Without markup and without the sections within it.")),
      ])
  }

  private static var event: [SchemaWords.Property] {
    [
      .init("at", nullTime), .init("until", nullTime), .init("approximate", Words.flag()),
      .init("zone_stated", Words.flag("False where UTC was assumed.")), .init("marker", nullText),
      .init("text", Words.text()),
    ]
  }

  private static var actionItem: [SchemaWords.Property] {
    [
      .init("number", Words.whole("The place in its post-mortem, from 1.")), .init("text", Words.text()),
      .init("state", Words.word(ActionItem.State.allCases.map(\.rawValue))),
      .init(
        "standing",
        Words.word(
          ["promised", "draft", "reported"],
          "`promised` by a published post-mortem, in a `draft`, or `reported` by another organisation.")),
      .init("type", Words.orNull(Words.word(ActionType.allCases.map(\.rawValue)))),
      .init("strength", Words.orNull(Words.word(Strength.allCases.map(\.rawValue)))),
      .init("owner", nullText), .init("team", nullText), .init("due", nullDay),
      .init("due_by", Words.orNull(Words.word(["date", "service-level"], "Who set the day."))),
      .init("done", nullDay), .init("age_days", nullCount), .init("overdue_days", nullCount),
      .init("ticket", nullText), .init("addresses", Words.texts("Ids of causes.")), .init("done_when", nullText),
      .init("reason", nullText), .init("alternative_to", nullText),
    ]
  }
}
