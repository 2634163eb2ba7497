internal import Diagnostics
internal import Exchange
internal import Markdown
internal import PostMortems

/// Writes what exports hold beside incidents: the catalogue of alerts, the states of tickets, the results of experiments.
struct ImportedRecords {
  let input: InputOptions
  let settings: Settings
  let isDryRun: Bool
  /// What was done, a line a file.
  private(set) var messages: [String] = []
  private(set) var problems: [ImportProblem] = []

  init(input: InputOptions, settings: Settings, isDryRun: Bool) {
    self.input = input
    self.settings = settings
    self.isDryRun = isDryRun
  }

  /// The catalogue of alerts, with new ones written to its page.
  mutating func write(alerts: [CataloguedAlert]) throws -> AlertPage {
    let old = text(of: AlertPage.file)
    var page = AlertPage(old ?? "")
    guard !alerts.isEmpty else { return page }
    page.add(alerts.map { IncidentImport.cleaned($0, settings: settings) })
    try put(
      page.text(updating: old), at: AlertPage.file, over: old, what: count(Set(alerts.map(\.name)).count, "alert"))
    return page
  }

  /// States of tickets, for the action items that name them; an assignee is known by role or not at all.
  mutating func write(tickets: [TicketState]) throws {
    guard !tickets.isEmpty else { return }
    let old = text(of: TrackedTickets.fileName)
    let known = old.flatMap { try? JSONParser.parse(Array($0.utf8)) }.flatMap { TrackedTickets(json: $0) }
    guard known != nil || FileSystem.kind(of: "\(input.input)/\(TrackedTickets.fileName)") == .missing else {
      return problems.append(
        ImportProblem(
          path: TrackedTickets.fileName,
          message: "is no list of tickets as imports write it, and stays as it is; mend or remove it first",
          isFailure: true))
    }
    var tracked = known ?? TrackedTickets()
    for ticket in tickets {
      var ticket = ticket
      ticket.owner = ticket.owner.flatMap(role)
      tracked.add(IncidentImport.cleaned(ticket, settings: settings))
    }
    tracked.asOf = input.asOf
    try put(tracked.json.text, at: TrackedTickets.fileName, over: old, what: count(tickets.count, "ticket"))
  }

  /// A team of the settings, or the role that they give a person.
  private func role(of owner: String) -> String? {
    if let team = settings.teams.first(where: { $0.slug == owner || $0.title == owner }) { return team.slug }
    let role = settings.people[owner] ?? settings.people["@\(owner)"]
    return role.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Results go to the cause that an experiment tests, else they become drills.
  mutating func write(experiments yield: inout ImportYield) throws {
    guard !yield.experiments.isEmpty else { return }
    var causes = try self.causes()
    for experiment in yield.experiments {
      guard let line = ExperimentEvidence.line(of: experiment) else {
        messages.append(
          "left out the experiment '\(experiment.title)': it was not run; its journal tells what it showed")
        continue
      }
      if let cause = ExperimentEvidence.cause(of: experiment, in: causes) {
        let old = cause.document.source.text(cause.document.source.wholeSpan)
        let new = ExperimentEvidence.text(adding: line, to: cause) ?? old
        try put(new, at: cause.file, over: old, what: "the experiment '\(experiment.title)'")
        causes = isDryRun ? causes : try self.causes()
      } else if let drill = ExperimentEvidence.drill(experiment) {
        yield.incidents.append(drill)
      }
    }
  }

  private func causes() throws -> [CauseRecord] {
    guard FileSystem.isFolder(input.input) else { return [] }
    let listing = try InputScanner.scan(input.input)
    return SourceReader(root: input.input, workers: Workers(count: input.jobs)).read(listing.causes) {
      CauseRecord(document: $0, settings: settings)
    }.values
  }

  // MARK: Files

  private func text(of file: String) -> String? {
    (try? FileSystem.read("\(input.input)/\(file)", limit: 16 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func put(_ text: String, at file: String, over old: String?, what: String) throws {
    guard text != old else { return messages.append("unchanged \(file): \(what)") }
    messages.append("\(isDryRun ? "would write" : "wrote") \(file): \(what)")
    guard !isDryRun else { return }
    let path = "\(input.input)/\(file)"
    try FileSystem.createFolder(FileSystem.parent(of: path) ?? ".")
    try AtomicFile.replace(path, with: Array(text.utf8))
  }

  private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
