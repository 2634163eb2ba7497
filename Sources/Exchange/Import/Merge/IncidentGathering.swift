internal import PostMortems

/// Decides which parts are one incident: by what they share, and by when they happened.
struct IncidentGathering {
  private let parts: [ImportedIncident]
  /// The parts of each incident.
  private(set) var groups: [[ImportedIncident]] = []

  /// How far outside an incident's time an alert or a message may lie and still belong to it, in seconds.
  private static let before: Int64 = 30 * 60
  private static let after: Int64 = 60 * 60

  init(parts: [ImportedIncident]) {
    self.parts = parts
  }

  mutating func gather() {
    for part in parts where !part.isAlert && !part.id.isEmpty { join(part, mayBeSole: isSole(part)) }
    for part in parts where part.isAlert && !part.id.isEmpty { join(part, mayBeSole: true) }
    for part in parts where part.id.isEmpty { joinNameless(part) }
  }

  /// Whether a system tells of one incident only, so that another system's at the same time can hardly be another.
  private func isSole(_ part: ImportedIncident) -> Bool {
    parts.count { $0.system == part.system && $0.isAlert == part.isAlert && !$0.id.isEmpty } == 1
  }

  private mutating func join(_ part: ImportedIncident, mayBeSole: Bool) {
    let candidates = groups.indices.filter { canHold(groups[$0], part) }
    if let sharing = candidates.first(where: { groups[$0].contains { $0.shares(with: part) } }) {
      return groups[sharing].append(part)
    }
    if mayBeSole, candidates.count == 1, let only = candidates.first, isOpen(groups[only], to: part) {
      return groups[only].append(part)
    }
    groups.append([part])
  }

  /// Whether a group's time touches a part's, and it holds no other incident of the part's system.
  private func canHold(_ group: [ImportedIncident], _ part: ImportedIncident) -> Bool {
    guard overlaps(group, part) else { return false }
    return !group.contains { other in
      guard other.system == part.system, other.isAlert == part.isAlert else { return false }
      // An alert that fires again, or under a further key, is the same alert.
      return !(part.isAlert && other.alert == part.alert)
    }
  }

  /// Without anything shared, only a lone incident takes a lone one of another system; a declared one takes any alert.
  private func isOpen(_ group: [ImportedIncident], to part: ImportedIncident) -> Bool {
    if part.isAlert, group.contains(where: { !$0.isAlert }) { return true }
    return isSole(part) && group.allSatisfy { isSole($0) && $0.system != part.system }
  }

  private func overlaps(_ group: [ImportedIncident], _ part: ImportedIncident) -> Bool {
    guard let own = part.window, let window = Self.window(of: group) else { return false }
    return own.lowerBound <= window.upperBound + Self.after && own.upperBound >= window.lowerBound - Self.before
  }

  private static func window(of group: [ImportedIncident]) -> ClosedRange<Int64>? {
    let windows = group.compactMap(\.window)
    guard let start = windows.map(\.lowerBound).min(), let end = windows.map(\.upperBound).max() else { return nil }
    return start...end
  }

  /// Log entries without their incident join the one of their system that they fall into, else the only one there is.
  private mutating func joinNameless(_ part: ImportedIncident) {
    guard let told = part.told else { return }
    let candidates = groups.indices.filter { index in
      guard let window = Self.window(of: groups[index]) else { return false }
      return told.lowerBound >= window.lowerBound - Self.before && told.lowerBound <= window.upperBound + Self.after
    }
    let own = candidates.filter { groups[$0].contains { $0.system == part.system } }
    if let index = own.count == 1 ? own.first : candidates.count == 1 ? candidates.first : nil {
      groups[index].append(part)
    } else {
      var part = part
      part.id = "\(told.lowerBound)"
      if part.title == nil {
        part.title = part.events.min { $0.at < $1.at }.map(\.text)
      }
      groups.append([part])
    }
  }
}

// MARK: - What belongs to no incident by its own account

extension IncidentGathering {
  /// Puts rows into the incidents whose time they fall into; without any incident they are one of their own.
  mutating func place(_ yield: ImportYield) -> [ImportProblem] {
    var problems: [ImportProblem] = []
    if groups.isEmpty { startFromLoose(yield) } else { problems += placeEvents(yield.looseEvents) }
    guard !yield.looseActions.isEmpty || !yield.looseEvidence.isEmpty else { return problems }
    guard groups.count == 1 else {
      return problems + [
        ImportProblem(
          path: "",
          message:
            "\(yield.looseActions.count + yield.looseEvidence.count) follow-ups, tracebacks or error lines name no incident; "
            + "give them together with the export of one")
      ]
    }
    groups[0][0].actions.appendNew(yield.looseActions)
    groups[0][0].evidence.appendNew(yield.looseEvidence)
    return problems
  }

  private mutating func startFromLoose(_ yield: ImportYield) {
    let events = yield.looseEvents.sorted { $0.at < $1.at }
    guard let system = events.first?.system ?? (yield.looseEvidence.isEmpty ? nil : .traceback) else { return }
    var part = ImportedIncident(system: system, id: events.first.map { "\($0.at.seconds)" } ?? "")
    if let first = yield.looseEvidence.first {
      part.title = Self.lastLine(of: first)
      if part.id.isEmpty { part.id = ShortHash.of(first) }
    } else if let first = events.first {
      part.title = first.text
    }
    part.events = events
    groups.append([part])
  }

  /// A traceback ends with what was raised.
  private static func lastLine(of text: String) -> String? {
    text.split(whereSeparator: \.isNewline).last.map { oneLine(String($0)) }
  }

  private mutating func placeEvents(_ events: [ImportedEvent]) -> [ImportProblem] {
    let windows = groups.map { Self.window(of: $0) }
    var lost: [SourceSystem: Int] = [:]
    for event in events {
      let second = event.at.seconds
      let candidates = windows.indices.filter { index in
        guard let window = windows[index] else { return false }
        return second >= window.lowerBound - Self.before && second <= window.upperBound + Self.after
      }
      // Of two that go on at once, the one that began last before the row.
      let best = candidates.max { left, right in
        let (left, right) = (windows[left]?.lowerBound ?? 0, windows[right]?.lowerBound ?? 0)
        return (left <= second ? 1 : 0, left) < (right <= second ? 1 : 0, right)
      }
      if let best { groups[best][0].events.append(event) } else { lost[event.system, default: 0] += 1 }
    }
    return lost.sorted { $0.key < $1.key }.map { system, count in
      let rows = count == 1 ? "1 row of \(system.title) falls" : "\(count) rows of \(system.title) fall"
      return ImportProblem(
        path: "", message: "\(rows) into no incident's time and \(count == 1 ? "is" : "are") left out")
    }
  }
}

extension ImportedIncident {
  /// Whether two parts have a service, an alert or the words of a title in common.
  func shares(with other: ImportedIncident) -> Bool {
    let services = Set(services.map(Slug.make))
    if other.services.contains(where: { services.contains(Slug.make($0)) }) { return true }
    // One rule fires for many services; two alerts of it that name different ones are two stories.
    if isAlert, other.isAlert, !services.isEmpty, !other.services.isEmpty { return false }
    if let alert, alert == other.alert || other.title?.contains(alert) == true { return true }
    if let alert = other.alert, title?.contains(alert) == true { return true }
    guard let title, let theirs = other.title else { return false }
    return RowWords(title).hasMuchInCommon(with: RowWords(theirs))
  }
}

extension RowWords {
  /// Half of the shorter one's words, two at least.
  fileprivate func hasMuchInCommon(with other: RowWords) -> Bool {
    let common = words.intersection(other.words).count
    return common >= 2 && 2 * common >= min(words.count, other.words.count)
  }
}
