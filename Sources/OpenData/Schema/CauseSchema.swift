internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

extension OpenDataSchema {
  private typealias Words = SchemaWords

  static var causeDefinitions: [JSONValue.Member] {
    [
      .init("cause", Words.object("", facts + text)),
      .init(
        "recurrence",
        Words.object("The incident as the repeat of a cause.", [.init("cause", Words.text())] + verdict)),
      .init(
        "listed_recurrence",
        Words.object(
          "A repeat of a cause, with both.",
          [.init("cause", Words.text()), .init("post_mortem", Words.text())] + verdict)),
      .init(
        "repeat",
        Words.object("A strike that was not the first.", [.init("post_mortem", Words.text())] + verdict)),
      .init("promise", promise),
    ]
  }

  private static var nullText: JSONValue { Words.orNull(Words.text()) }
  private static var nullDay: JSONValue { Words.orNull(Words.reference("day")) }

  private static var facts: [SchemaWords.Property] {
    [
      .init("id", Words.text()), .init("title", Words.text()),
      .init("file", Words.orNull(Words.text("Null for a cause without a record."))), .init("aliases", Words.texts()),
      .init("category", nullText), .init("status", nullText),
      .init("status_since", Words.orNull(Words.reference("time"))),
      .init("status_contradicted", Words.flag("Called fixed, and struck here since.")),
      .init("owner_team", nullText), .init("controls", Words.texts()), .init("tested_by", Words.texts()),
      .init("post_mortems", Words.texts("Whose root cause it is, newest first.")),
      .init("contributed_to", Words.texts("Newest first.")), .init("rehearsed_in", Words.texts("Drills.")),
      .init("first_seen", nullDay), .init("last_seen", nullDay),
      .init("gaps_days", Words.list(of: Words.count(), "Between occurrences, oldest first.")),
    ]
  }

  /// Left out of data files, which have the facts.
  private static var text: [SchemaWords.Property] {
    let place = Words.object("", [.init("post_mortem", Words.text()), .init("action_item", Words.whole())])
    return [
      .init("repeats", Words.list(of: "repeat", "Oldest first."), isRequired: false),
      .init("promises", Words.list(of: place, "The action items against it."), isRequired: false),
      .init("sections", Words.list(of: "section"), isRequired: false),
      .init("body", Words.orNull(Words.text("Markdown, without the front matter.")), isRequired: false),
    ]
  }

  private static var verdict: [SchemaWords.Property] {
    [
      .init("previous", Words.orNull(Words.text("The post-mortem of the strike before."))),
      .init("gap_days", Words.orNull(Words.count())),
      .init("verdict", Words.word(RecurrenceVerdict.allCases.map(\.rawValue))), .init("reason", Words.text()),
      .init("promises", Words.list(of: "promise", "Those that decided first.")),
      .init("promises_omitted", Words.count()),
    ]
  }

  private static var promise: JSONValue {
    Words.object(
      "How an action item stood on the day of the repeat.",
      [
        .init("post_mortem", Words.text()), .init("action_item", Words.whole("Its number in that post-mortem.")),
        .init("state", Words.word(ActionItem.State.allCases.map(\.rawValue))),
        .init(
          "days",
          Words.orNull(Words.whole("Since it was done, or past its due date; negative while it was not yet due."))),
        .init("bearing", Words.word(["against", "perhaps", "beside"])),
      ])
  }
}
