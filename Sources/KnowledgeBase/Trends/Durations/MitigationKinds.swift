internal import Diagnostics
package import PostMortems

/// What stopped the harm, and how long after the start it did.
package struct MitigationKinds: Sendable {
  package struct Kind: Sendable {
    package let name: String
    /// Positions of the incidents in which it was tried, oldest first.
    package let incidents: [Int]
    /// Of those, the ones in which it did not work.
    package let failures: [Int]
    /// Minutes from the start to the act that worked, the first one where an incident has several of the kind.
    package let times: DurationSummary
  }

  package let days: ClosedRange<Day>
  /// By number of incidents, then by name; unknown last.
  package let kinds: [Kind]
  /// Incidents with at least one mitigation named.
  package let incidents: [Int]
  package let excluded: [Exclusion]
  /// Why incidents have a kind and no time.
  package let untimed: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    var tried: [String: [Int]] = [:]
    var failed: [String: [Int]] = [:]
    var times: [String: [Duration]] = [:]
    var untimed: [String] = []
    let all = sample.incidents(in: days)
    for position in all {
      let postMortem = sample.postMortem(position)
      var seen: Set<String> = []
      for mitigation in postMortem.fields.mitigations {
        guard let kind = mitigation.type?.value, kind != "none", seen.insert(kind).inserted else { continue }
        tried[kind, default: []].append(position)
        if mitigation.worked == false {
          failed[kind, default: []].append(position)
        } else {
          switch Self.minutes(of: mitigation, postMortem) {
          case .success(let minutes): times[kind, default: []].append(Duration(position: position, minutes: minutes))
          case .failure(let reason): untimed.append(reason.rawValue)
          }
        }
      }
    }
    kinds = tried.map { name, positions in
      Kind(
        name: name, incidents: positions, failures: failed[name] ?? [], times: DurationSummary(times[name] ?? []))
    }.sorted { ($1.incidents.count, $0.name) < ($0.incidents.count, $1.name) }
    let named = Set(tried.values.joined())
    incidents = all.filter(named.contains)
    excluded = named.count < all.count ? [Exclusion("mitigation not stated", all.count - named.count)] : []
    self.untimed = .tally(untimed)
  }

  /// To the act's own time, else to the end of the harm where the act is the only one that is named.
  private static func minutes(
    of mitigation: Mitigation, _ postMortem: PostMortem
  ) -> Result<Double, MissingDuration> {
    guard let start = postMortem.fields.started?.value else { return .failure(.noStart) }
    let only = postMortem.fields.mitigations.count == 1 ? postMortem.mitigated : nil
    guard let end = mitigation.at?.value ?? only else { return .failure(.noEnd) }
    return Phase.minutes(from: start, to: end)
  }
}
