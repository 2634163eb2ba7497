internal import PostMortems

/// Decides which part's word counts for each field of a merged incident.
enum IncidentFields {
  /// Systems in which people keep an incident's record come before those that page, and those before the public page.
  private static let rank: [SourceSystem] = [
    .incidentIO, .firehydrant, .rootly, .datadog, .servicenow, .grafana, .squadcast, .pagerduty, .opsgenie, .victorops,
    .jira, .statuspage, .cstate,
  ]

  /// `yield` has the people whom rows of their own brought along.
  static func merge(_ group: IncidentGroup, _ yield: ImportYield, settings: Settings) -> MergedIncident {
    let everybody = group.parts.reduce(into: yield.people) { $0.merge($1.people) { own, _ in own } }
    var redaction = Redaction(people: everybody, identities: yield.identities, settings: settings)
    var merged = merge(IncidentRedaction.redact(ordered(told(group)), with: &redaction))
    merged.persons = redaction.persons
    merged.masked = redaction.masked
    merged.draft = group.draft
    return merged
  }

  /// The parts that exports tell now before those that the draft tells: a record that is told again has its new title.
  private static func told(_ group: IncidentGroup) -> [ImportedIncident] {
    let known = group.known.map { known in
      var known = known
      let again = group.parts.first { $0.system == known.system && $0.id == known.id }
      if again?.title != nil { known.title = nil }
      return known
    }
    return group.parts + known
  }

  private static func merge(_ parts: [ImportedIncident]) -> MergedIncident {
    let events = parts.flatMap(\.events)
    var merged = MergedIncident(parts: parts, title: title(of: parts, events))
    let declared = parts.filter { !$0.isAlert && !$0.isLoose }
    let graded = parts.first { $0.severity != nil }
    merged.severity = graded?.severity
    merged.severitySystem = graded?.system
    merged.isDrill = parts.contains(where: \.isDrill)
    merged.detected = parts.compactMap(\.detected).min()
    merged.acknowledged = parts.compactMap(\.acknowledged).min()
    merged.mitigated = parts.lazy.compactMap(\.mitigated).first
    // That the alerts are silent does not say that people hold the incident for resolved.
    merged.resolved = declared.isEmpty ? parts.compactMap(\.resolved).max() : declared.lazy.compactMap(\.resolved).first
    merged.detection = parts.contains(where: \.isAlert) ? "alert" : parts.lazy.compactMap(\.detection).first
    merged.alert = parts.first { $0.isAlert && $0.alert != nil }?.alert ?? parts.lazy.compactMap(\.alert).first
    merged.rows = TimelineMerge.rows(of: events)
    readStart(parts, into: &merged)
    readLists(parts, into: &merged)
    return merged
  }

  private static func ordered(_ group: [ImportedIncident]) -> [ImportedIncident] {
    group.enumerated().sorted { left, right in
      func key(_ part: EnumeratedSequence<[ImportedIncident]>.Element) -> (Int, Int, Int) {
        let isBare = part.element.title == nil
        return (
          (part.element.isAlert ? 1 : 0) + (isBare ? 2 : 0) + (part.element.isLoose ? 4 : 0),
          rank.firstIndex(of: part.element.system) ?? rank.count,
          part.offset
        )
      }
      return key(left) < key(right)
    }.map(\.element)
  }

  private static func title(of parts: [ImportedIncident], _ events: [ImportedEvent]) -> String {
    let title = parts.lazy.compactMap(\.title).first { $0.contains { $0.isLetter || $0.isNumber } }
    if let title { return Person.cut(oneLine(title), to: 100) }
    return "\(parts[0].system.title) incident \(parts[0].id)"
  }

  /// The stated start; else the first sign, which the author is asked about.
  private static func readStart(_ parts: [ImportedIncident], into merged: inout MergedIncident) {
    let stated = parts.lazy.compactMap(\.started).first
    let first = [merged.detected, merged.rows.first?.at].compactMap { $0 }.min()
    merged.started = [stated, merged.detected].compactMap { $0 }.min() ?? first
    merged.isStartFirstSign = merged.started != nil && merged.started != stated
  }

  private static func readLists(_ parts: [ImportedIncident], into merged: inout MergedIncident) {
    for part in parts {
      merged.services.appendNew(part.services)
      merged.teams.appendNew(part.teams)
      merged.labels.appendNew(part.labels)
      merged.actions.appendNew(part.actions)
      merged.evidence.appendNew(part.evidence)
      merged.notes.appendNew(part.notes)
      for link in part.links where !merged.links.contains(where: { $0.key == link.key }) { merged.links.append(link) }
      if let text = part.summary, !merged.summaries.contains(where: { $0.text == text }) {
        merged.summaries.append((part.system, text))
      }
      if let text = part.impact { merged.impacts.append((part.system, text)) }
      guard !part.id.isEmpty else { continue }
      let source = ImportSource(system: part.system.rawValue, id: part.id, url: part.url)
      if !merged.sources.contains(where: { $0.isSame(as: source) }) { merged.sources.append(source) }
    }
  }
}
