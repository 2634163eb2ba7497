package import KnowledgeBase
internal import PostMortems

/// Merged incidents of exports → what the policy on post-mortems asks about.
package enum IncidentRecords {
  /// One record an incident, people by their roles, and how many groups of rows no system names as an incident.
  package static func records(of incidents: [MergedIncident]) -> (records: [IncidentRecord], unnamed: Int) {
    let named = incidents.filter(isNamed)
    return (named.compactMap { record(of: $0) }, incidents.count - named.count)
  }

  /// Rows that belong to no incident are put together under the second of the first of them.
  private static func isNamed(_ incident: MergedIncident) -> Bool {
    incident.parts.contains { part in
      !part.id.isEmpty && part.id != part.told.map { "\($0.lowerBound)" } && part.system != .traceback
    }
  }

  private static func record(of merged: MergedIncident) -> IncidentRecord? {
    guard let first = merged.sources.first else { return nil }
    let incident = merged.labelled().incident
    var record = IncidentRecord(source: first, title: incident.title)
    record.sources = merged.sources
    record.severity = incident.severity
    record.started = incident.started
    record.ended = incident.resolved
    record.mitigated = incident.mitigated
    record.lastSign = (incident.rows.map(\.at) + incident.phases.compactMap(\.at)).max()
    record.services = incident.services
    record.detection = incident.detection
    record.responders = merged.persons.isEmpty ? nil : merged.persons.count
    record.isDrill = incident.isDrill
    let texts = [incident.title] + (incident.summaries + incident.impacts).map(\.text) + incident.rows.map(\.text)
    record.dataLoss = TellingWords.dataLoss.sentence(in: texts, labels: incident.labels)
    record.rollback = TellingWords.rollback.sentence(in: texts, labels: incident.labels)
    return record
  }
}

/// Words by which people say in passing what no field of an export holds.
struct TellingWords {
  let phrases: [String]
  /// A tag that says the same.
  let label: String

  static let dataLoss = TellingWords(
    phrases: ["data loss", "lost data", "data was lost", "data were lost", "unrecoverable data"], label: "data-loss")
  static let rollback = TellingWords(
    phrases: ["rolled back", "rolling back", "reverted", "reverting", "rollback completed", "rollback done"],
    label: "rollback")

  /// The first text that says it, shortened; nil where none does, or all deny it.
  func sentence(in texts: [String], labels: [String]) -> String? {
    if labels.contains(where: { $0.lowercased().contains(label) }) { return label }
    for text in texts {
      for sentence in text.split(whereSeparator: { $0 == "." || $0.isNewline || $0 == ";" }) where says(sentence) {
        let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 100 ? words.prefix(99) + "…" : words
      }
    }
    return nil
  }

  private static let denials: Set<Substring> = [
    "no", "not", "without", "never", "zero", "nor", "any", "possible", "potential", "risk", "avoid", "prevent", "if",
    "whether",
    "consider", "considering", "may", "might", "could", "should", "need", "nothing", "cannot", "wasn't", "weren't",
  ]

  private func says(_ sentence: Substring) -> Bool {
    let lower = sentence.lowercased()
    guard let phrase = phrases.first(where: { lower.contains($0) }), let place = lower.firstRange(of: phrase) else {
      return false
    }
    let before = lower[..<place.lowerBound].split { !$0.isLetter && $0 != "'" }.suffix(4)
    return !before.contains { Self.denials.contains($0) }
  }
}
