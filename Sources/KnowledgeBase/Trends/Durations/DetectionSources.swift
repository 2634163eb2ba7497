internal import Diagnostics
package import PostMortems
package import Statistics

/// Who noticed first.
package struct DetectionSources: Sendable {
  package enum Group: String, CaseIterable, Sendable {
    case monitoring, staff, customers
    case others = "partners and vendors"

    /// The group of a word of the vocabulary; nil where it is unknown who noticed.
    package init?(source: String) {
      switch source {
      case "alert", "synthetic-check", "test", "automated-test", "monitoring", "alerting": self = .monitoring
      case "employee", "employee-report", "log-review", "staff", "engineer": self = .staff
      case "customer", "user", "customer-report", "user-report": self = .customers
      case "partner", "vendor", "vendor-notice", "status-page", "third-party": self = .others
      default: return nil
      }
    }
  }

  package struct Row: Sendable {
    package let position: Int
    package let source: String
    package let group: Group
  }

  package let days: ClosedRange<Day>
  /// Oldest first.
  package let rows: [Row]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    var rows: [Row] = []
    var missing: [String] = []
    for position in sample.incidents(in: days) {
      guard let source = sample.postMortem(position).fields.detection?.source?.value, source != "unknown" else {
        missing.append("detection source unknown or not stated")
        continue
      }
      if let group = Group(source: source) {
        rows.append(Row(position: position, source: source, group: group))
      } else {
        missing.append("detection source '\(source)' in no group")
      }
    }
    self.rows = rows
    excluded = .tally(missing)
  }

  package func positions(_ group: Group) -> [Int] { rows.filter { $0.group == group }.map(\.position) }

  package func share(_ group: Group) -> Share { Share(positions(group).count, of: rows.count) }
}

/// The incidents that went unnoticed for longer than half an hour.
package struct LateDetections: Sendable {
  package static let limitMinutes = 30.0

  package let days: ClosedRange<Day>
  /// Those with a known time to detect, longest first.
  package let durations: [Duration]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    let (durations, missing) = DurationStrip.read(.detect, of: sample.incidents(in: days), sample)
    self.durations = durations.sorted { ($1.minutes, $0.position) < ($0.minutes, $1.position) }
    excluded = .tally(missing)
  }

  package var late: [Duration] { durations.filter { $0.minutes > Self.limitMinutes } }

  package var share: Share { Share(late.count, of: durations.count) }
}
