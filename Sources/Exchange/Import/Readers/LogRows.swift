internal import PostMortems

/// Gathers lines of logs into a few rows: errors shown, the rest on request, what repeats counted.
struct LogRows {
  /// How many different lines a file gives.
  static let limit = 200
  private let system: SourceSystem
  private var rows: [(event: ImportedEvent, count: Int)] = []
  private var places: [String: Int] = [:]
  private var evidence: [String] = []
  private var seenSignatures: Set<String> = []
  /// Messages in their order, since some shippers make each line of a traceback a record.
  private var lines: [String] = []
  private var omitted = 0

  init(system: SourceSystem) { self.system = system }

  mutating func add(at: Instant, message: String, isError: Bool, service: String?, trace: String?) {
    if let trace { keep(trace) }
    lines.append(message)
    let row = (service.map { "\($0): " } ?? "") + Evidence.row(message)
    if let place = places[row] { return rows[place].count += 1 }
    guard rows.count < Self.limit else { return omitted += 1 }
    places[row] = rows.count
    rows.append((ImportedEvent(at: at, text: row, system: system, isChatter: !isError), 1))
  }

  /// Keeps a trace unless one of the same failure is kept.
  private mutating func keep(_ trace: String) {
    let tracebacks = Evidence.tracebacks(in: trace)
    for piece in tracebacks.isEmpty ? [String(decoding: trace.utf8.prefix(4096), as: UTF8.self)] : tracebacks {
      let signatures = FailureSignatureReader.signatures(inText: piece).map(\.hash)
      let key = signatures.isEmpty ? piece : signatures.joined()
      if seenSignatures.insert(key).inserted { evidence.append(piece) }
    }
  }

  mutating func finish(path: String, into yield: inout ImportYield) {
    for piece in Evidence.tracebacks(in: lines.joined(separator: "\n")) { keep(piece) }
    yield.looseEvidence += evidence
    yield.looseEvents += rows.map { row in
      var event = row.event
      if row.count > 1 { event.text += " (\(row.count) times)" }
      return event
    }
    if omitted > 0 {
      yield.problems.append(
        ImportProblem(
          path: path,
          message: "holds more than \(Self.limit) different lines; the \(omitted) behind these were left out"))
    }
  }
}
