package import PostMortems
package import Statistics

/// Whether incidents come more or less often in the course of the last year.
package struct IncidentTrend: Sendable {
  package let days: ClosedRange<Day>
  package let incidents: [Int]
  /// Absent without incidents, and while the record is shorter than the year.
  package let test: LaplaceTrendTest?

  /// Looks at the 365 days before the day of the build, which is not over itself.
  init(_ sample: TrendSample) {
    let days = sample.asOf.adding(days: -365)...sample.asOf.adding(days: -1)
    self.days = days
    incidents = sample.incidents(in: days)
    let start = days.lowerBound.daysSinceEpoch
    let isRecorded = sample.record.lowerBound <= days.lowerBound
    test =
      isRecorded
      ? LaplaceTrendTest(
        times: incidents.map { Double(sample.day($0).daysSinceEpoch - start) + 0.5 }, duration: 365) : nil
  }
}
