package import PostMortems

/// Puts the parts of incidents that several files and systems tell together.
package enum IncidentMerge {
  /// One value an incident, in order of time; rows that belong to none are reported.
  package static func incidents(of yield: ImportYield, settings: Settings) -> (
    incidents: [MergedIncident], problems: [ImportProblem]
  ) {
    incidents(of: yield, drafts: [], settings: settings)
  }

  /// `drafts` are those of earlier imports, which take part as what they were made of.
  static func incidents(of yield: ImportYield, drafts: [KnownDraft], settings: Settings) -> (
    incidents: [MergedIncident], problems: [ImportProblem]
  ) {
    var gathering = IncidentGathering(parts: PartFolding.fold(yield.incidents), drafts: drafts)
    gathering.gather()
    let problems = gathering.place(yield)
    let merged = gathering.groups.filter { !$0.parts.isEmpty }.map {
      IncidentFields.merge($0, yield, settings: settings)
    }
    return (merged.sorted { ($0.firstSecond, $0.title) < ($1.firstSecond, $1.title) }, problems)
  }
}

extension MergedIncident {
  var firstSecond: Int64 { started?.seconds ?? rows.first?.at.seconds ?? .max }
}

/// Makes one part of those that name the same incident of the same system.
enum PartFolding {
  static func fold(_ parts: [ImportedIncident]) -> [ImportedIncident] {
    var result: [ImportedIncident] = []
    var places: [String: Int] = [:]
    var folded: Set<Int> = []
    for part in parts {
      var part = part
      part.id = oneLine(part.id)
      let key = "\(part.system.rawValue) \(part.id)"
      if !part.id.isEmpty, let place = places[key] {
        result[place].fold(part)
        folded.insert(place)
      } else {
        places[key] = result.count
        result.append(part)
      }
    }
    for place in folded { result[place].removeRepeats() }
    for place in result.indices { result[place].addPhaseEvents() }
    return result
  }
}

extension ImportedIncident {
  /// Takes over what another part of the same incident adds.
  mutating func fold(_ other: ImportedIncident) {
    url = url ?? other.url
    title = title ?? other.title
    severity = severity ?? other.severity
    summary = summary ?? other.summary
    impact = impact ?? other.impact
    isAlert = isAlert && other.isAlert
    isDrill = isDrill || other.isDrill
    started = [started, other.started].compactMap { $0 }.min()
    detected = [detected, other.detected].compactMap { $0 }.min()
    acknowledged = [acknowledged, other.acknowledged].compactMap { $0 }.min()
    mitigated = mitigated ?? other.mitigated
    resolved = [resolved, other.resolved].compactMap { $0 }.max()
    detection = detection ?? other.detection
    alert = alert ?? other.alert
    services += other.services
    teams += other.teams
    labels += other.labels
    events += other.events
    actions += other.actions
    links += other.links
    evidence += other.evidence
    notes += other.notes
    people.merge(other.people) { own, _ in own }
  }

  /// What several parts told counts once; done when all are folded, since some incidents come in thousands of parts.
  fileprivate mutating func removeRepeats() {
    services = [].appendingNew(services)
    teams = [].appendingNew(teams)
    labels = [].appendingNew(labels)
    events = [].appendingNew(events)
    actions = [].appendingNew(actions)
    links = [].appendingNew(links)
    evidence = [].appendingNew(evidence)
    notes = [].appendingNew(notes)
  }

  /// Every moment that a system states has its row, even where no message was written at it.
  fileprivate mutating func addPhaseEvents() {
    guard !isAlert, !id.isEmpty else { return }
    let words = [
      ("Incident started", started), ("Incident detected", detected), ("Incident acknowledged", acknowledged),
      ("Incident mitigated", mitigated), ("Incident resolved", resolved),
    ]
    var taken = Set(events.map(\.at.seconds))
    for (text, at) in words {
      // A system writes down a moment twice, some seconds apart.
      guard let at, at.precision != .day, !(at.seconds - 5...at.seconds + 5).contains(where: taken.contains) else {
        continue
      }
      taken.insert(at.seconds)
      events.append(ImportedEvent(at: at, text: text, system: system, url: url))
    }
  }

  /// From the first to the last moment that is told, in seconds; nil where none is.
  var told: ClosedRange<Int64>? {
    let moments = ([started, detected, acknowledged, mitigated, resolved].compactMap { $0 } + events.map(\.at)).map(
      \.seconds)
    guard let first = moments.min(), let last = moments.max() else { return nil }
    return first...last
  }

  /// When it went on; one without an end is taken to go on for some hours.
  var window: ClosedRange<Int64>? {
    guard let told else { return nil }
    let end = resolved?.seconds ?? max(told.upperBound, told.lowerBound + 4 * 3600)
    return told.lowerBound...max(told.lowerBound, end)
  }
}

extension Array where Element: Hashable {
  mutating func appendNew(_ others: [Element]) {
    guard !others.isEmpty else { return }
    var seen = Set(self)
    for other in others where seen.insert(other).inserted { append(other) }
  }

  fileprivate func appendingNew(_ others: [Element]) -> [Element] {
    var result = self
    result.appendNew(others)
    return result
  }
}
