internal import Diagnostics
internal import PostMortems

/// This organisation's promises about one cause as time goes from strike to strike.
///
/// Every promise enters once and is kept at most once, so that a cause with thousands of both costs a step each.
struct PromiseCourse {
  /// Promises whose fate is told, as numbers of claims.
  private struct Settled {
    var done: [Int] = []
    /// State not stated, done on a day that is not stated, superseded, or perhaps not against this cause at all.
    var unclear: [Int] = []
    var declined: [Int] = []

    mutating func take(_ other: Settled) {
      done += other.done
      unclear += other.unclear
      declined += other.declined
    }
  }

  /// The most items that are kept for one repeat.
  static let limit = 12

  private let ledger: ActionLedger
  /// Of a known day, oldest first.
  private let claims: [PromiseClaim]
  /// Numbers of claims with a day of completion, by that day.
  private let completions: [Int]
  private let undated: [PromiseClaim]
  private var made = 0
  private var completed = 0
  private var pending: PendingPromises
  /// What came about since the strike before, and what is older.
  private var fresh = Settled()
  private var older = Settled()
  private var beside: [Int] = []

  init(_ claims: [PromiseClaim], _ ledger: ActionLedger) {
    let own = claims.filter { ledger.entries[$0.entry].isPromise }
    let dated = own.filter { $0.made != nil }.sorted { ($0.made ?? 0, $0.entry) < ($1.made ?? 0, $1.entry) }
    self.ledger = ledger
    self.claims = dated
    undated = own.filter { $0.made == nil && $0.bearing != .beside }
    completions = dated.indices.filter { Self.doneDay(dated[$0], ledger) != nil }.sorted {
      (Self.doneDay(dated[$0], ledger) ?? 0, $0) < (Self.doneDay(dated[$1], ledger) ?? 0, $1)
    }
    pending = PendingPromises(capacity: dated.count)
  }

  /// The day on which a promise against the cause was kept.
  private static func doneDay(_ claim: PromiseClaim, _ ledger: ActionLedger) -> Int? {
    let item = ledger.entries[claim.entry].item
    return claim.bearing == .against && item.state == .done ? item.done?.value.daysSinceEpoch : nil
  }

  /// Lets time pass until the morning of a day: what was promised or done earlier than that day counts.
  mutating func advance(to day: Int) {
    older.take(fresh)
    fresh = Settled()
    while made < claims.count, let since = claims[made].made, since < day {
      admit(made, day)
      made += 1
    }
    while completed < completions.count, let done = Self.doneDay(claims[completions[completed]], ledger), done < day {
      let number = completions[completed]
      if pending.contains(number) {
        pending.remove(number)
        fresh.done.append(number)
      }
      completed += 1
    }
  }

  private mutating func admit(_ number: Int, _ day: Int) {
    let claim = claims[number]
    let item = ledger.entries[claim.entry].item
    switch (claim.bearing, item.state) {
    case (.beside, _): beside.append(number)
    case (.against, .open): pending.append(number)
    case (.against, .declined): fresh.declined.append(number)
    case (.against, .done):
      guard let done = Self.doneDay(claim, ledger) else { return fresh.unclear.append(number) }
      if done < day { fresh.done.append(number) } else { pending.append(number) }
    default: fresh.unclear.append(number)
    }
  }

  /// The verdict at this moment: what came about since the strike before decides first, then what is older.
  ///
  /// A promise that was kept and did not hold outweighs one that is open, both outweigh what nobody can tell, and that
  /// outweighs what was declined. A kept promise that has failed before decides only where nothing newer is known.
  var verdict: RecurrenceVerdict {
    if !fresh.done.isEmpty { return .failedAction }
    if pending.count > 0 { return .openAction }
    if !fresh.unclear.isEmpty { return .unknown }
    if !fresh.declined.isEmpty { return .declinedAction }
    if !older.done.isEmpty { return .failedAction }
    if !older.unclear.isEmpty || !undated.isEmpty { return .unknown }
    return older.declined.isEmpty ? .noAction : .declinedAction
  }

  private static func newest(_ group: [Int]) -> [Int] { group.suffix(limit).reversed() }

  /// The items in the order in which they decide, at most `limit` of them, and how many more there are; what was only
  /// to notice the cause or to bear it where there is nothing else.
  func standings(on day: Int) -> (items: [PromiseStanding], omitted: Int) {
    let groups = [fresh.done, fresh.unclear, fresh.declined, older.done, older.unclear, older.declined]
    var order = Self.newest(fresh.done) + pending.newest(Self.limit)
    for group in groups.dropFirst() { order += Self.newest(group) }
    var total = groups.reduce(pending.count + undated.count) { $0 + $1.count }
    if total == 0 { (order, total) = (Self.newest(beside), beside.count) }
    let listed = order.prefix(Self.limit).map { claims[$0] } + undated
    let items = listed.prefix(Self.limit).map {
      PromiseStanding($0, ledger.entries[$0.entry].item, on: $0.made == nil ? nil : day)
    }
    return (items, total - items.count)
  }
}
