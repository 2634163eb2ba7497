internal import Diagnostics
package import PostMortems
internal import Statistics

/// Which safeguards were missing or failed, and which worked.
package struct ControlGaps: Sendable {
  package struct Control: Sendable {
    package let name: String
    package let absent: [Int]
    package let failed: [Int]
    package let worked: [Int]
    package let present: [Int]

    /// Incidents that the control would have touched had it been there and worked.
    package var gaps: [Int] { (absent + failed).sorted(by: >) }
  }

  package let days: ClosedRange<Day>
  /// By number of gaps, then by name.
  package let controls: [Control]
  /// Incidents in which the state of at least one control is told, oldest first.
  package let incidents: [Int]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    var states: [String: [String: [Int]]] = [:]
    let all = sample.incidents(in: days)
    var told: [Int] = []
    for position in all {
      var seen: Set<String> = []
      for entry in sample.postMortem(position).fields.controls where entry.state.value != "unknown" {
        guard seen.insert(entry.control.value).inserted else { continue }
        states[entry.control.value, default: [:]][entry.state.value, default: []].append(position)
      }
      if !seen.isEmpty { told.append(position) }
    }
    incidents = told
    excluded = told.count < all.count ? [Exclusion("no control stated", all.count - told.count)] : []
    controls = states.map { name, states in
      Control(
        name: name, absent: states["absent"] ?? [], failed: states["failed"] ?? [], worked: states["worked"] ?? [],
        present: states["present"] ?? [])
    }.sorted { ($1.gaps.count, $0.name) < ($0.gaps.count, $1.name) }
  }
}
