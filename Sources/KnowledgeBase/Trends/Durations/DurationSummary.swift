package import Statistics

/// Durations of one kind, shown as their number allows.
package struct DurationSummary: Sendable {
  /// Shortest first.
  package let durations: [Duration]
  package let statistics: OrderStatistics?

  init(_ durations: [Duration]) {
    self.durations = durations.sorted { ($0.minutes, $0.position) < ($1.minutes, $1.position) }
    statistics = OrderStatistics(durations.map(\.minutes))
  }

  package var presentation: Presentation { Presentation(count: durations.count) }

  /// In minutes; absent below twenty, where dots speak for themselves.
  package var median: Double? { presentation == .summary ? statistics?.median : nil }
  package var medianInterval: Interval? { presentation == .summary ? statistics?.medianInterval() : nil }
  package var ninetieth: Double? { presentation == .summary ? statistics?.quantile(0.9) : nil }
}
