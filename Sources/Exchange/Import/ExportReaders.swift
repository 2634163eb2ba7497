/// All readers, and which of them a file is for.
package enum ExportReaders {
  static let all: [any ExportReader.Type] = AlertReaders.all + IncidentReaders.all

  /// What files tell, each read by the first reader that knows its content; with `system` only by that system's.
  package static func read(_ files: [ExportDecoding.Result], from system: SourceSystem? = nil) -> ImportYield {
    var yield = ImportYield()
    yield.named = system
    for file in files {
      yield.problems += file.problems
      if let export = file.export { read(export, jsonFailure: file.jsonFailure, from: system, into: &yield) }
    }
    return yield
  }

  private static func read(
    _ export: Export, jsonFailure: String?, from system: SourceSystem?, into yield: inout ImportYield
  ) {
    let candidates = all.filter { system == nil || $0.system == system }
    let before = yield.size
    let problems = yield.problems.count
    if let reader = candidates.first(where: { $0.recognises(export) }) {
      reader.read(export, into: &yield)
      // A reader that found nothing and said why has said it.
      guard yield.size == before, yield.problems.count == problems else { return }
      return yield.report(
        export, "looks like an export of \(reader.system.title), but nothing in it has a time or a name to go by")
    }
    if system != nil {
      for reader in candidates where yield.size == before { reader.read(export, into: &yield) }
      if yield.size > before { return }
    }
    yield.report(export, jsonFailure ?? NearestForm.message(for: export, system: system))
  }
}

extension ImportYield {
  /// How much there is of everything that a reader can give.
  fileprivate var size: Int {
    incidents.count + alerts.count + experiments.count + tickets.count + looseEvents.count + looseActions.count
      + looseEvidence.count + people.count
  }

  fileprivate mutating func report(_ export: Export, _ message: String) {
    problems.append(ImportProblem(path: export.path, message: message, isFailure: true))
  }
}
