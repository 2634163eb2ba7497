/// The front-matter keys of a post-mortem, as they are read, published and completed, in the order of the format.
package enum PostMortemFormat {
  package static let keys: [KeyDescription] = [
    .init("schema", .text, "The version of the format: 1."),
    .init(
      "id", .text,
      "The id by which others refer to it, such as PM-2019-014; otherwise made of the file's name. Never changes once "
        + "published."),
    .init("title", .text, "What happened, in one line."),
    .init("status", .word(.status), "How far the document is; published where it does not say."),
    .init("kind", .word(.kind), "Whether harm was done, was only near, or was rehearsed."),
    .init("severity", .word(.severity), "How grave the incident was, on the scale of the settings."),
    .init("services", .list(.word(.service)), "The services that were touched."),
    .init("teams", .list(.word(.team)), "The teams that answered; those of the services where it does not say."),
    .init("timezone", .word(.zone), "Zone of the times in this document that are written without one."),
    .init("started", .time, "When the harm began: 2019-07-02T13:42Z."),
    .init("detected", .time, "When somebody or something noticed."),
    .init("acknowledged", .time, "When somebody took it on."),
    .init("mitigated", .time, "When the harm stopped."),
    .init("resolved", .time, "When its cause was gone."),
    .init("published", .time, "When the post-mortem was published."),
    .init("reviewed", .time, "When somebody who did not write it had read it."),
    .init("detection", .either([.map(detection), .word(.detection)]), "How the incident was noticed."),
    .init("trigger", .word(.trigger), "What set it off, which is not why it could happen."),
    .init(
      "root_causes", .list(.word(.cause)), "The underlying causes, by the names of their records in causes/."),
    .init(
      "contributing_factors", .list(.either([.word(.cause), .map(factor)])),
      "What made it likelier or worse: names of causes, or free words."),
    .init(
      "mitigations", .list(.either([.word(.mitigation), .map(mitigation)])),
      "The acts that stopped the harm, or were to."),
    .init(
      "controls", .entries(.control, .word(.controlState)), "How the controls did that were, or might have been, there."
    ),
    .init("impact", .map(impact), "What it did to users and to the business; what is not there is unknown, not zero."),
    .init("responders", .map(responders), "How many people answered, and for how long."),
    .init(
      "links", .entries(nil, .text), "Addresses by name: ticket, chat, dashboard, logs, pull_request, status_page."),
    .init("related", .list(.word(.postMortem)), "Post-mortems that a reader of this one should know."),
    .init("recurrence_of", .list(.word(.postMortem)), "Earlier post-mortems of the same failure."),
    .init("audience", .word(.audience), "Who may read it."),
    .init("origin", .word(.origin), "Whether it is ours or a report on another organisation's incident."),
    .init("sources", .list(.text), "Addresses of what it was written from."),
    .init("source", .list(.map(source)), "The records of other systems that it was imported from."),
    .init("aliases", .list(.text), "Other names by which it can be referred to."),
    .init("tags", .list(.text), "Free words."),
  ]

  private static let detection: [KeyDescription] = [
    .init("source", .word(.detection), "Who or what noticed."),
    .init("alert", .text, "The name of the alert."),
    .init("first_seen_by", .text, "Who saw it first, as a role."),
  ]

  private static let factor: [KeyDescription] = [
    .init("cause", .word(.cause), "The name of its cause record."),
    .init("slug", .word(.cause), "The same as 'cause'."),
    .init("text", .text, "The factor in words."),
    .init("introduced", .time, "When it came into being."),
  ]

  private static let mitigation: [KeyDescription] = [
    .init("type", .word(.mitigation), "The kind of act."),
    .init("at", .time, "When it was done."),
    .init("automated", .flag, "Whether no person had to act."),
    .init("worked", .flag, "Whether it helped."),
  ]

  private static let impact: [KeyDescription] = [
    .init("users", .number, "Users who were touched."),
    .init("requests_failed", .number, "Requests that failed."),
    .init("minutes", .number, "Minutes of harm."),
    .init("money", .text, "What it cost, with the currency: USD 12000."),
    .init("data_loss", .flag, "Whether data was lost."),
    .init("slo", .text, "The service level objective that it used up."),
  ]

  private static let responders: [KeyDescription] = [
    .init("count", .number, "How many people answered."),
    .init("hours", .number, "Hours of all of them together."),
    .init("out_of_hours", .flag, "Whether it fell outside working hours."),
  ]

  private static let source: [KeyDescription] = [
    .init("system", .text, "The system's name."), .init("id", .text, "Its own key."),
    .init("url", .text, "Its address."),
  ]

  /// The names of the keys below one of them; of the top ones without.
  package static func names(under key: String? = nil) -> [String] {
    (key.map { ValueForm.map(keys).form(under: $0)?.keys ?? [] } ?? keys).map(\.name)
  }
}

/// The front-matter keys of a cause record.
package enum CauseFormat {
  package static let keys: [KeyDescription] = [
    .init("schema", .text, "The version of the format: 1."),
    .init("title", .text, "The cause in words."),
    .init("aliases", .list(.text), "Other names under which post-mortems know it."),
    .init("category", .word(.causeCategory), "Where it belongs."),
    .init("status", .word(.causeStatus), "How far its removal is: open, understood, mitigated, fixed, verified."),
    .init("status_since", .time, "The day on which the status came to hold."),
    .init("owner_team", .word(.team), "The team that is to remove it."),
    .init(
      "controls", .either([.list(.word(.control)), .entries(.control, .word(.controlState))]),
      "The controls that hold it back."),
    .init("tested_by", .list(.text), "Experiments that test the controls."),
    .init("sources", .list(.text), "Addresses of what it was written from."),
    .init("related", .list(.word(.cause)), "Causes that a reader of this one should know."),
    .init("audience", .word(.audience), "Who may read it."),
  ]
}
