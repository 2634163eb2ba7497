/// The keys of `debrief.yml`, as they are read, published and completed.
package enum SettingsFormat {
  package static let keys: [KeyDescription] = [
    .init("title", .text, "The title of the knowledge base."),
    .init("description", .text, "What the knowledge base is about, in a few sentences for its first page."),
    .init("base_url", .text, "Absolute address of the published site, for feeds, the site map and links in messages."),
    .init("edit_url", .text, "Address template for editing a page's source; '{file}' stands for its path."),
    .init(
      "input", .text,
      "The folder of the post-mortems, relative to this file, where a command is told none: "
        + "'postmortems' by default."),
    .init(
      "language", .text,
      "The language of the site's own words: 'en', 'de', 'fr', a file of templates/language, or the path of a file."),
    .init("timezone", .word(.zone), "Zone of every time that is written without one, such as 'Europe/London'."),
    .init(
      "audience", .word(.audience),
      "For whom the site is where no edition is named, and every document that does not say."),
    .init("editions", .entries(nil, .map(edition)), "Sites for several audiences, by name."),
    .init("severities", names, "The severity scale, worst first: names, or a map of names with their meanings."),
    .init(
      "teams", catalogue(service: false),
      "The teams by the name that documents use. Once listed, any other is an error."),
    .init(
      "services", catalogue(service: true),
      "The services by the name that documents use. Once listed, any other is an error."),
    .init("vocabularies", .map(vocabularies), "Closed lists of words in place of the built-in ones."),
    .init("keys", .entries(nil, .word(.postMortemKey)), "Front-matter keys of another house, each with ours."),
    .init("required", .list(.word(.postMortemKey)), "The fields that every post-mortem must have."),
    .init("sections", .map(sections), "The sections that a post-mortem must have."),
    .init("skeletons", .map(skeletons), "Which skeleton 'debrief new' takes."),
    .init(
      "policy", .map(policy), "When post-mortems and action items are due, and which ones somebody else has to read."),
    .init(
      "waivers", .entries(nil, .text),
      "Incidents that need no post-mortem although the policy asks for one, by their key, each with the reason."),
    .init(
      "incidents", .text, "A saved list of incidents, relative to this file: the site shows who owes a post-mortem."),
    .init(
      "exposure", .entries(nil, .entries(.month, .number)),
      "How much of something that can fail there was, by month: '{deploys: {2025-07: 310}}'."),
    .init("rules", .entries(.rule, .word(.level)), "Levels of rules other than their own; 'debrief rules' lists them."),
    .init("people", names, "People by name or handle, each with the role that stands for them."),
    .init("customers", names, "Customers by name, each with the words that stand for them in a public edition."),
    .init("forbidden", .list(.text), "What must be nowhere in a public edition, in any letter case."),
  ]

  private static let names = ValueForm.either([.entries(nil, .text), .list(.text)])

  private static let edition: [KeyDescription] = [
    .init("audience", .word(.audience), "For whom this edition is."),
    .init("title", .text, "Its title."), .init("description", .text, "What it is about."),
    .init("base_url", .text, "Absolute address of its site."),
    .init("edit_url", .text, "Address template for editing a page's source, '{file}' being its path."),
    .init("people", .word(.fixed(["roles", "names"])), "Whether people appear by their roles or by their names."),
    .init(
      "customers", .word(.fixed(["labels", "names"])), "Whether customers appear by their labels or by their names."),
    .init("forbidden", .list(.text), "What must be nowhere in this edition, in any letter case."),
  ]

  private static func catalogue(service: Bool) -> ValueForm {
    let fields: [KeyDescription] = [
      .init("title", .text, "The name in words."), .init("description", .text, "What it is, in a sentence."),
      .init("team", .word(.team), "The team that owns the service."),
      .init("tier", .text, "How much depends on the service, in the house's own words."),
    ]
    let shown = service ? fields : fields.filter { $0.name == "title" || $0.name == "description" }
    return .either([.entries(nil, .either([.text, .map(shown)])), .list(.text)])
  }

  private static let vocabularies: [KeyDescription] = [
    .init("detection", .list(.text), "The ways in which incidents are found."),
    .init("trigger", .list(.text), "What sets incidents off."),
    .init("mitigation", .list(.text), "The acts that stop the harm."),
    .init("control", .list(.text), "The controls that can hold or fail."),
    .init("cause_category", .list(.text), "The categories of cause records."),
  ]

  private static let sections: [KeyDescription] = [
    .init("required", .list(.word(.section)), "Asked for in every post-mortem."),
    .init("severity", .entries(.severity, .list(.word(.section))), "Asked for beside 'required', by severity."),
    .init("kind", .entries(.kind, .list(.word(.section))), "Asked for instead of 'required', by kind."),
  ]

  private static let skeletons: [KeyDescription] = [
    .init("severity", .entries(.severity, .text), "By severity of an incident."),
    .init("kind", .entries(.kind, .text), "By kind: incident, near-miss, drill."),
  ]

  private static let policy: [KeyDescription] = [
    .init(
      "publish_within_days", .whole(0...3650),
      "Days from the end of an incident within which its post-mortem is to be published."),
    .init("review", .list(.word(.severity)), "Severities whose post-mortems somebody else has to read."),
    .init(
      "action_weeks", .entries(.severity, .whole(1...520)),
      "Weeks within which an action item without a date is to be done, by severity."),
    .init("due", .map(due), "Which incidents owe a post-mortem: those that meet at least one of these."),
    .init("waivers", .entries(nil, .text), "The same as 'waivers' at the top."),
  ]

  private static let due: [KeyDescription] = [
    .init("severity", .list(.text), "Severities, of the scale or in the words of another system."),
    .init("downtime_minutes", .whole(0...1_000_000), "Minutes of harm, at least."),
    .init("data_loss", .flag, "Whether lost data asks for a post-mortem."),
    .init("responders", .whole(1...100_000), "People who took part, at least."),
    .init("rollback", .flag, "Whether a rollback asks for a post-mortem."),
    .init("found_by", .list(.word(.detection)), "Who found it, in the words of the detection vocabulary."),
    .init("tier", .list(.text), "Tiers of the services that it touched."),
    .init("within_days", .whole(0...3650), "Days from the end of the incident within which it is due."),
  ]

  /// The names of the keys below a path of keys; of the top ones for an empty path.
  package static func names(under path: String...) -> [String] {
    var form = ValueForm.map(keys)
    for key in path { form = form.form(under: key) ?? .text }
    return form.keys.map(\.name)
  }
}
