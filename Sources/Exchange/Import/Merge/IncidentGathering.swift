internal import PostMortems

/// One incident in the making: the parts that exports tell now, and the draft that an earlier import made of others.
struct IncidentGroup: Sendable {
  var parts: [ImportedIncident] = []
  /// The draft's place among the known ones.
  var draft: Int?
  /// What the draft already tells.
  var known: [ImportedIncident] = []
  var window: ClosedRange<Int64>?

  var all: [ImportedIncident] { parts + known }

  mutating func widen(_ range: ClosedRange<Int64>?) {
    guard let range else { return }
    window = min(range.lowerBound, window?.lowerBound ?? .max)...max(range.upperBound, window?.upperBound ?? .min)
  }
}

/// Decides which parts are one incident: by what they share, and by when they happened.
///
/// Drafts of earlier imports take part as the parts that they were made of, so that exports given one after another give
/// what they give together.
struct IncidentGathering {
  private let parts: [ImportedIncident]
  private let drafts: [KnownDraft]
  private(set) var groups: [IncidentGroup] = []
  private var index = TimeIndex()
  /// The groups of drafts, by the draft.
  private var places: [Int: Int] = [:]
  /// Drafts by the records that they were made of.
  private var bySource: [String: Int] = [:]
  /// How many parts each system tells, alerts counted apart.
  private var counts: [String: Int] = [:]
  /// How many drafts of a system begin on a day.
  private var knownCounts: [String: Int] = [:]

  /// How far outside an incident's time an alert or a message may lie and still belong to it, in seconds.
  private static let before: Int64 = 30 * 60
  private static let after: Int64 = 60 * 60

  init(parts: [ImportedIncident], drafts: [KnownDraft] = []) {
    self.parts = parts
    self.drafts = drafts
    for part in parts where !part.id.isEmpty { counts[Self.kind(of: part), default: 0] += 1 }
    for (place, draft) in drafts.enumerated() {
      for source in draft.sources where bySource[Self.key(source.system, source.id)] == nil {
        bySource[Self.key(source.system, source.id)] = place
      }
      guard let day = draft.told.map({ floorDivide($0.lowerBound, 86_400) }) else { continue }
      for kind in Set(draft.parts.map(Self.kind)) { knownCounts["\(kind) \(day)", default: 0] += 1 }
    }
  }

  private static func kind(of part: ImportedIncident) -> String { part.system.rawValue + (part.isAlert ? "!" : "") }

  private static func key(_ system: String, _ id: String) -> String { "\(system) \(oneLine(id))" }

  mutating func gather() {
    for (place, draft) in drafts.enumerated() where !draft.isAlert && !draft.isLoose { open(place) }
    var rest: [ImportedIncident] = []
    for part in parts where !part.id.isEmpty {
      if let draft = bySource[Self.key(part.system.rawValue, part.id)] {
        add(part, to: open(draft))
      } else {
        rest.append(part)
      }
    }
    for part in rest where !part.isAlert { join(part, mayBeSole: isSole(part)) }
    for (place, draft) in drafts.enumerated() where draft.isAlert {
      settle(place) { $0.parts.contains { !$0.isAlert } }
    }
    for part in rest where part.isAlert { join(part, mayBeSole: true) }
    for (place, draft) in drafts.enumerated() where draft.isLoose { settle(place) { _ in true } }
    for part in parts where part.id.isEmpty { joinNameless(part) }
  }

  // MARK: Groups

  /// The group of a draft, which is made where there is none.
  @discardableResult
  private mutating func open(_ place: Int) -> Int {
    if let group = places[place] { return group }
    return append(IncidentGroup(draft: place, known: drafts[place].parts, window: drafts[place].window))
  }

  @discardableResult
  private mutating func append(_ group: IncidentGroup) -> Int {
    let place = groups.count
    groups.append(group)
    if let draft = group.draft { places[draft] = place }
    note(place)
    return place
  }

  private mutating func add(_ part: ImportedIncident, to place: Int) {
    groups[place].parts.append(part)
    groups[place].widen(part.window)
    note(place)
  }

  private mutating func note(_ place: Int) {
    guard let window = groups[place].window else { return }
    index.add(place, (window.lowerBound - Self.before)...(window.upperBound + Self.after))
  }

  /// Puts a draft of alerts or of chat into the incident that it is about, else into a group of its own.
  private mutating func settle(_ place: Int, where isWanted: (IncidentGroup) -> Bool) {
    guard places[place] == nil else { return }
    let draft = drafts[place]
    guard let window = draft.window else { return _ = open(place) }
    let found = index.near(window) { groups[$0].draft == nil && isWanted(groups[$0]) }.filter { group in
      overlaps(groups[group], window) && draft.parts.allSatisfy { !holdsAnother(groups[group], than: $0) }
    }
    let sharing = found.first { group in
      groups[group].parts.contains { part in draft.parts.contains { $0.shares(with: part) } }
    }
    let only = found.count == 1 ? found.first : nil
    guard let group = sharing ?? only ?? (draft.isLoose ? latest(found, before: window.lowerBound) : nil) else {
      return _ = open(place)
    }
    groups[group].draft = place
    groups[group].known = draft.parts
    groups[group].widen(window)
    places[place] = group
    note(group)
  }

  // MARK: Parts with a name

  /// Whether a system tells of one incident only, so that another system's at the same time can hardly be another.
  private func isSole(_ part: ImportedIncident) -> Bool { counts[Self.kind(of: part)] ?? 0 <= 1 }

  private func isSole(known part: ImportedIncident, of place: Int) -> Bool {
    guard let day = drafts[place].told.map({ floorDivide($0.lowerBound, 86_400) }) else { return true }
    return (day - 1...day + 1).reduce(0) { $0 + (knownCounts["\(Self.kind(of: part)) \($1)"] ?? 0) } <= 1
  }

  private mutating func join(_ part: ImportedIncident, mayBeSole: Bool) {
    let candidates = part.window.map { window in
      index.near(window) { !holdsAnother(groups[$0], than: part) }.filter { overlaps(groups[$0], window) }
    }
    let found = candidates ?? []
    if let sharing = found.first(where: { groups[$0].all.contains { $0.shares(with: part) } }) {
      return add(part, to: sharing)
    }
    if mayBeSole, found.count == 1, let only = found.first, isOpen(groups[only], to: part) {
      return add(part, to: only)
    }
    append(IncidentGroup(parts: [part], window: part.window))
  }

  /// Whether a group holds another incident of the part's system.
  private func holdsAnother(_ group: IncidentGroup, than part: ImportedIncident) -> Bool {
    func isAnother(_ other: ImportedIncident) -> Bool {
      guard other.system == part.system, other.isAlert == part.isAlert, !other.isLoose, !part.isLoose else {
        return false
      }
      // An alert that fires again, or under a further key, is the same alert.
      return !(part.isAlert && (other.alert == part.alert || other.alert == nil))
    }
    return group.parts.contains(where: isAnother) || group.known.contains(where: isAnother)
  }

  /// Without anything shared, only a lone incident takes a lone one of another system; a declared one takes any alert.
  private func isOpen(_ group: IncidentGroup, to part: ImportedIncident) -> Bool {
    if part.isAlert, group.all.contains(where: { !$0.isAlert && !$0.isLoose }) { return true }
    guard isSole(part) else { return false }
    return group.parts.allSatisfy { isSole($0) && $0.system != part.system }
      && group.known.allSatisfy { known in
        known.system != part.system && (known.isLoose || group.draft.map { isSole(known: known, of: $0) } ?? true)
      }
  }

  private func overlaps(_ group: IncidentGroup, _ own: ClosedRange<Int64>) -> Bool {
    guard let window = group.window else { return false }
    return own.lowerBound <= window.upperBound + Self.after && own.upperBound >= window.lowerBound - Self.before
  }

  /// Log entries without their incident join the one of their system that they fall into, else the only one there is.
  private mutating func joinNameless(_ part: ImportedIncident) {
    guard let told = part.told else { return }
    let candidates = holding(told.lowerBound)
    let own = candidates.filter { groups[$0].all.contains { $0.system == part.system } }
    if let group = own.count == 1 ? own.first : candidates.count == 1 ? candidates.first : nil {
      add(part, to: group)
    } else {
      var part = part
      part.id = "\(told.lowerBound)"
      if part.title == nil {
        part.title = part.events.min { $0.at < $1.at }.map(\.text)
      }
      if let draft = bySource[Self.key(part.system.rawValue, part.id)] { return add(part, to: open(draft)) }
      append(IncidentGroup(parts: [part], window: part.window))
    }
  }

  /// The groups into whose time a second falls.
  private func holding(_ second: Int64) -> [Int] {
    index.near(second...second) { _ in true }.filter { group in
      guard let window = groups[group].window else { return false }
      return second >= window.lowerBound - Self.before && second <= window.upperBound + Self.after
    }
  }

  /// Of several that go on at once, the one that began last before a second.
  private func latest(_ candidates: [Int], before second: Int64) -> Int? {
    candidates.max { left, right in
      let (left, right) = (groups[left].window?.lowerBound ?? 0, groups[right].window?.lowerBound ?? 0)
      return (left <= second ? 1 : 0, left) < (right <= second ? 1 : 0, right)
    }
  }
}

// MARK: - What belongs to no incident by its own account

extension IncidentGathering {
  /// Puts rows into the incidents whose time they fall into; without any incident they are one of their own.
  mutating func place(_ yield: ImportYield) -> [ImportProblem] {
    let isBare = !groups.contains { !$0.parts.isEmpty }
    var problems: [ImportProblem] = []
    if isBare, !yield.looseEvents.isEmpty || !yield.looseEvidence.isEmpty {
      problems += startFromLoose(yield)
    } else {
      problems += placeEvents(yield.looseEvents)
    }
    guard !yield.looseActions.isEmpty || !yield.looseEvidence.isEmpty else { return problems }
    let told = groups.indices.filter { !groups[$0].parts.isEmpty }
    guard told.count == 1, let only = told.first else {
      return problems + [
        ImportProblem(
          path: "",
          message:
            "\(yield.looseActions.count + yield.looseEvidence.count) follow-ups, tracebacks or error lines name no incident; "
            + "give them together with the export of one")
      ]
    }
    groups[only].parts[0].actions.appendNew(yield.looseActions)
    groups[only].parts[0].evidence.appendNew(yield.looseEvidence)
    return problems
  }

  /// Rows join the drafts into whose time they fall; where there is none, they are an incident of their own.
  private mutating func startFromLoose(_ yield: ImportYield) -> [ImportProblem] {
    let events = yield.looseEvents.sorted { $0.at < $1.at }
    guard let system = events.first?.system ?? (yield.looseEvidence.isEmpty ? nil : .traceback) else { return [] }
    var part = ImportedIncident(system: system, id: events.first.map { "\($0.at.seconds)" } ?? "")
    if let first = yield.looseEvidence.first {
      part.title = Self.lastLine(of: first)
      if part.id.isEmpty { part.id = ShortHash.of(first) }
    } else if let first = events.first(where: { !$0.isChatter }) ?? events.first {
      part.title = first.text
    }
    part.isLoose = true
    if let draft = bySource[Self.key(system.rawValue, part.id)] {
      part.events = events
      add(part, to: open(draft))
      return []
    }
    if events.contains(where: { !holding($0.at.seconds).isEmpty }) { return placeEvents(events) }
    part.events = events
    append(IncidentGroup(parts: [part], window: part.window))
    return []
  }

  /// A traceback ends with what was raised; a group's members stand behind a margin and end with a rule.
  private static func lastLine(of text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      oneLine(String(line.drop { $0.isWhitespace || "|+-".contains($0) }))
    }
    let raised = lines.first { $0.contains("ExceptionGroup: ") }
    return raised ?? lines.last { $0.contains(where: \.isLetter) }
  }

  private mutating func placeEvents(_ events: [ImportedEvent]) -> [ImportProblem] {
    var lost: [SourceSystem: Int] = [:]
    var taken: [Int: [SourceSystem: [ImportedEvent]]] = [:]
    for event in events {
      let second = event.at.seconds
      if let best = latest(holding(second), before: second) {
        taken[best, default: [:]][event.system, default: []].append(event)
      } else {
        lost[event.system, default: 0] += 1
      }
    }
    for (group, bySystem) in taken.sorted(by: { $0.key < $1.key }) {
      for (system, events) in bySystem.sorted(by: { $0.key < $1.key }) { put(events, of: system, into: group) }
    }
    return lost.sorted { $0.key < $1.key }.map { system, count in
      let rows = count == 1 ? "1 row of \(system.title) falls" : "\(count) rows of \(system.title) fall"
      return ImportProblem(
        path: "", message: "\(rows) into no incident's time and \(count == 1 ? "is" : "are") left out")
    }
  }

  /// Rows as a part of their own, whose record is the first of them; one record a system is enough to know them by.
  private mutating func put(_ events: [ImportedEvent], of system: SourceSystem, into group: Int) {
    let first = events.map(\.at.seconds).min() ?? 0
    let known = groups[group].known.first { $0.system == system && $0.isLoose }
    var part = ImportedIncident(system: system, id: known?.id ?? "\(first)")
    part.isLoose = true
    part.events = events
    groups[group].parts.append(part)
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
