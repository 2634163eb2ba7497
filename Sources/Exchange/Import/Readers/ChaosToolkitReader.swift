internal import Diagnostics
internal import PostMortems

/// Chaos Toolkit's experiments and the journals of their runs.
///
/// Only titles, names of activities, states and times are read: a configuration, secrets, arguments and outputs may hold
/// what nobody may see.
enum ChaosToolkitReader: ExportReader {
  static let system = SourceSystem.chaosToolkit

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["data", "journal"]) { isJournal($0) || isExperiment($0) }
  }

  private static func isJournal(_ record: JSONValue) -> Bool {
    record.has("experiment") && record.has(anyOf: ["chaoslib-version", "steady_states", "run", "deviated"])
  }

  private static func isExperiment(_ record: JSONValue) -> Bool {
    record.has("method") && record.has("title")
      && record.has(anyOf: ["steady-state-hypothesis", "version", "rollbacks"])
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) {
      yield.experiments.append(isJournal(record) ? run(record) : experiment(record))
    }
  }

  private static func experiment(_ record: JSONValue) -> ImportedExperiment {
    var experiment = ImportedExperiment(title: record.member("title")?.text.map { LineText.line($0) } ?? "")
    experiment.summary = record.member("description")?.text.map { LineText.line($0) }
    return experiment
  }

  private static func run(_ journal: JSONValue) -> ImportedExperiment {
    var experiment = experiment(journal.member("experiment") ?? .null)
    experiment.started = journal.member("start")?.instant
    experiment.ended = journal.member("end")?.instant
    experiment.status = journal.member("status")?.text
    experiment.hasDeviated = journal.member("deviated")?.flag
    let states = journal.member("steady_states")
    experiment.steps =
      hypothesis(states?.member("before"), "before") + steps(journal.member("run"), "")
      + hypothesis(states?.member("after"), "after") + steps(journal.member("rollbacks"), "rollback ")
    experiment.steps.sort { $0.at < $1.at }
    return experiment
  }

  private static func steps(_ list: JSONValue?, _ prefix: String) -> [ImportedEvent] {
    (list?.elements ?? []).compactMap { step in
      guard let at = step.member("start")?.instant else { return nil }
      let activity = step.member("activity")
      let words = prefix + (activity?.member("type")?.text ?? "activity") + " " + (activity?.name ?? "")
      let status = step.member("status")?.text ?? "unknown"
      return ImportedEvent(at: at, text: LineText.line("\(words): \(status)"), system: system)
    }
  }

  /// The probes of the steady state on one side of the method, as one row.
  private static func hypothesis(_ state: JSONValue?, _ side: String) -> [ImportedEvent] {
    guard let state, let met = state.member("steady_state_met")?.flag,
      let at = state.member("probes")?.elements.lazy.compactMap({ $0.member("start")?.instant }).first
    else { return [] }
    return [ImportedEvent(at: at, text: "steady state \(side): \(met ? "met" : "not met")", system: system)]
  }
}
