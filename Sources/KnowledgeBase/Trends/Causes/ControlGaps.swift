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

    init(name: String, states: [String: [Int]]) {
      self.name = name
      absent = states["absent"] ?? []
      failed = states["failed"] ?? []
      worked = states["worked"] ?? []
      present = states["present"] ?? []
    }

    /// Incidents that the control would have touched had it been there and worked.
    package var gaps: [Int] { (absent + failed).sorted(by: >) }
  }

  package let days: ClosedRange<Day>
  /// By number of gaps, then by name.
  package let controls: [Control]
  /// Incidents in which the state of at least one control is told, oldest first.
  package let incidents: [Int]
  package let excluded: [Exclusion]
  /// The gaps by service: most first, then by service and control; only pairs that have one.
  package let byService: [ServiceControl]

  /// A service with one of its controls.
  package struct ServiceControl: Sendable {
    package let service: String
    package let control: Control
    /// Incidents of the service in which the control's state is told, oldest first.
    package let told: [Int]
  }

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
    controls = states.map { name, states in Control(name: name, states: states) }
      .sorted { ($1.gaps.count, $0.name) < ($0.gaps.count, $1.name) }
    byService = Self.byService(told, sample)
  }

  private struct Pair: Hashable {
    let service: String
    let control: String
  }

  private static func byService(_ told: [Int], _ sample: TrendSample) -> [ServiceControl] {
    var states: [Pair: [String: [Int]]] = [:]
    for position in told {
      let postMortem = sample.postMortem(position)
      var seen: Set<String> = []
      for entry in postMortem.fields.controls
      where entry.state.value != "unknown" && seen.insert(entry.control.value).inserted {
        for service in postMortem.services {
          let pair = Pair(service: service, control: entry.control.value)
          states[pair, default: [:]][entry.state.value, default: []].append(position)
        }
      }
    }
    return states.map { pair, states in
      ServiceControl(
        service: pair.service, control: Control(name: pair.control, states: states),
        told: states.values.flatMap { $0 }.sorted(by: >))
    }.filter { !$0.control.gaps.isEmpty }.sorted { left, right in
      (right.control.gaps.count, left.service, left.control.name)
        < (left.control.gaps.count, right.service, right.control.name)
    }
  }
}
