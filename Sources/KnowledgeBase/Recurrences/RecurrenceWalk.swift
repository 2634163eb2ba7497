internal import PostMortems

/// Goes through the strikes of one cause, oldest first, and judges each that is a repeat.
struct RecurrenceWalk {
  private let postMortems: [PostMortem]
  private let ledger: ActionLedger
  private var course: PromiseCourse
  private let reported: [Int: [PromiseClaim]]
  private var hasStruckHere = false
  /// What an organisation, by the names under which its incidents are filed, had reported by now.
  private var known: [String: [PromiseClaim]] = [:]

  init(_ postMortems: [PostMortem], _ ledger: ActionLedger, claims: [PromiseClaim]) {
    self.postMortems = postMortems
    self.ledger = ledger
    course = PromiseCourse(claims, ledger)
    reported = Dictionary(
      grouping: claims.filter { !ledger.entries[$0.entry].isPromise && $0.bearing != .beside },
      by: { ledger.entries[$0.entry].postMortem })
  }

  /// - Parameter occurrences: oldest first, those without a day last.
  mutating func repeats(_ occurrences: [Int]) -> [Repeat] {
    var previous: Int?
    var repeats: [Repeat] = []
    for position in occurrences {
      if let again = judged(position, after: previous) { repeats.append(again) }
      previous = position
    }
    return repeats
  }

  private mutating func judged(_ position: Int, after previous: Int?) -> Repeat? {
    let postMortem = postMortems[position]
    guard let day = postMortem.day?.daysSinceEpoch else {
      return previous.map { make(position, $0, .undated, .unknown, ([], 0)) }
    }
    return postMortem.isExternal
      ? elsewhere(postMortem, position, previous) : here(position, on: day, previous)
  }

  private mutating func here(_ position: Int, on day: Int, _ previous: Int?) -> Repeat? {
    course.advance(to: day)
    defer { hasStruckHere = true }
    let standings = course.standings(on: day)
    guard previous != nil || !standings.items.isEmpty else { return nil }
    let isKnownHere = hasStruckHere || !standings.items.isEmpty
    return make(position, previous, isKnownHere ? .here : .firstHere, course.verdict, standings)
  }

  /// Another organisation's incident: no promise of this one is tested by it, and of the reporter's own plans nobody
  /// here knows what became.
  private mutating func elsewhere(_ postMortem: PostMortem, _ position: Int, _ previous: Int?) -> Repeat? {
    let names = Self.names(of: postMortem)
    let isKnown = names.contains { known[$0] != nil }
    var plans: [PromiseClaim] = []
    var seen: Set<Int> = []
    for name in names {
      for plan in (known[name] ?? []).suffix(PromiseCourse.limit) where seen.insert(plan.entry).inserted {
        plans.append(plan)
      }
      known[name, default: []] += reported[position] ?? []
    }
    guard let previous else { return nil }
    guard isKnown else { return make(position, previous, .elsewhere, .noAction, ([], 0)) }
    let listed = plans.prefix(PromiseCourse.limit).map {
      PromiseStanding($0, ledger.entries[$0.entry].item, on: postMortem.day?.daysSinceEpoch)
    }
    return make(position, previous, .reportedAgain, .unknown, (listed, plans.count - listed.count))
  }

  /// An organisation that is written about goes by its team, else by the service.
  private static func names(of postMortem: PostMortem) -> [String] {
    postMortem.teams.isEmpty ? postMortem.services.map { "service \($0)" } : postMortem.teams.map { "team \($0)" }
  }

  private func make(
    _ position: Int, _ previous: Int?, _ place: Repeat.Place, _ verdict: RecurrenceVerdict,
    _ standings: (items: [PromiseStanding], omitted: Int)
  ) -> Repeat {
    let days = [previous.flatMap { postMortems[$0].day }, postMortems[position].day].compactMap { $0?.daysSinceEpoch }
    return Repeat(
      postMortem: position, previous: previous, gapDays: days.count == 2 ? days[1] - days[0] : nil, place: place,
      verdict: verdict, promises: standings.items, omitted: standings.omitted)
  }
}
