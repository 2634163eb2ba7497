package import PostMortems

/// An incident as another system recorded it, with what the policy on post-mortems asks about; nil is unknown.
package struct IncidentRecord: Sendable {
  /// The records of the systems that tell of it, the one that names it first; at least one.
  package var sources: [ImportSource]
  package var title: String
  /// As the system words it.
  package var severity: String?
  package var started: Instant?
  package var ended: Instant?
  /// When the harm stopped, where that is told apart from the end.
  package var mitigated: Instant?
  /// The last moment that the system tells of.
  package var lastSign: Instant?
  package var services: [String] = []
  /// A word of the detection vocabulary.
  package var detection: String?
  /// How many people took part, as far as the record names them.
  package var responders: Int?
  /// The words that say that data was lost.
  package var dataLoss: String?
  /// The words that say that something was rolled back.
  package var rollback: String?
  package var isDrill = false

  package init(source: ImportSource, title: String) {
    sources = [source]
    self.title = title
  }

  /// The key that its first system gives it.
  package var id: String { sources.first?.id ?? title }

  /// When the time for writing begins: the end, else the last that is known.
  package var over: Instant? { ended ?? [mitigated, lastSign, started].compactMap { $0 }.max() }

  /// How long users were harmed, in whole minutes.
  package var downtimeMinutes: Int? {
    guard let started, let end = mitigated ?? ended, end > started else { return nil }
    return Int((end.seconds - started.seconds) / 60)
  }
}
