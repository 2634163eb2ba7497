package import PostMortems

/// A month, quarter or year of the calendar.
package struct Period: Hashable, Comparable, Sendable {
  package enum Unit: String, Sendable {
    case month, quarter, year

    fileprivate var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  package let unit: Unit
  /// How many periods of its unit have passed since January of the year 0.
  private let ordinal: Int

  /// The period that a day falls into.
  package init(_ unit: Unit, containing day: Day) {
    self.unit = unit
    ordinal = (day.year * 12 + day.month - 1) / unit.months
  }

  private init(_ unit: Unit, ordinal: Int) {
    self.unit = unit
    self.ordinal = ordinal
  }

  package var year: Int { ordinal * unit.months / 12 }

  /// The first month, 1 to 12.
  private var month: Int { ordinal * unit.months % 12 + 1 }

  package var next: Period { Period(unit, ordinal: ordinal + 1) }
  package var previous: Period { Period(unit, ordinal: ordinal - 1) }

  package func advanced(by count: Int) -> Period { Period(unit, ordinal: ordinal + count) }

  package var first: Day { Day(year: year, month: month, day: 1) ?? Day(daysSinceEpoch: 0) }
  package var last: Day { next.first.adding(days: -1) }
  package var days: ClosedRange<Day> { first...last }
  package var length: Int { days.dayCount }

  /// Whether the period is not over when the numbers are made, so that no test may use it.
  package func isRunning(asOf: Day) -> Bool { last >= asOf }

  /// `2025-07`, `2025-Q3` or `2025`, as in data files.
  package var id: String {
    switch unit {
    case .month: String(first.iso.prefix(7))
    case .quarter: "\(year)-Q\(first.quarter)"
    case .year: "\(year)"
    }
  }

  /// `Jul 2025`, `2025 Q3` or `2025`, as on pages.
  package var label: String {
    switch unit {
    case .month: "\(Self.monthNames[month - 1]) \(year)"
    case .quarter: "\(year) Q\(first.quarter)"
    case .year: "\(year)"
    }
  }

  /// The months that it is made of, such as `2025-07`.
  package var months: [String] {
    let first = Period(.month, containing: first)
    return (0..<unit.months).map { first.advanced(by: $0).id }
  }

  /// The id in lower case, as in paths.
  package var slug: String { id.lowercased() }

  package static func < (left: Period, right: Period) -> Bool {
    (left.first, left.unit.months) < (right.first, right.unit.months)
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension ClosedRange<Day> {
  /// Days from the first to the last, both included.
  package var dayCount: Int { upperBound.daysSinceEpoch - lowerBound.daysSinceEpoch + 1 }

  /// `2025-07-01..2025-09-30`, as in data files.
  package var id: String { "\(lowerBound.iso)..\(upperBound.iso)" }

  /// `2025-07-01 to 2025-09-30`, as on pages.
  package var label: String { "\(lowerBound.iso) to \(upperBound.iso)" }
}
