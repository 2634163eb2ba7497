internal import Diagnostics
package import PostMortems

/// A length of time in the course of an incident that people want shorter.
package enum Phase: String, CaseIterable, Sendable {
  case detect, mitigate, resolve

  package var metric: MetricID {
    switch self {
    case .detect: .timeToDetect
    case .mitigate: .timeToMitigate
    case .resolve: .timeToResolve
    }
  }

  package var title: String { "Time to \(rawValue)" }

  /// From the start of the incident to the end of the phase in minutes, or why that is not known.
  package func minutes(of postMortem: PostMortem) -> Result<Double, MissingDuration> {
    guard let start = postMortem.fields.started?.value else { return .failure(.noStart) }
    let end =
      switch self {
      case .detect: postMortem.detected
      case .mitigate: postMortem.mitigated
      case .resolve: postMortem.resolved
      }
    guard let end else { return .failure(.noEnd) }
    return Self.minutes(from: start, to: end)
  }

  static func minutes(from start: Instant, to end: Instant) -> Result<Double, MissingDuration> {
    guard start.precision > .day, end.precision > .day else { return .failure(.dayOnly) }
    guard end.seconds >= start.seconds else { return .failure(.backwards) }
    return .success(Double(end.seconds - start.seconds) / 60)
  }
}

/// Why a duration cannot be told.
package enum MissingDuration: String, Error, Sendable {
  case noStart = "start time not stated"
  case noEnd = "end time not stated"
  case dayOnly = "known to the day only"
  case backwards = "times out of order"
}

/// A duration with the post-mortem that it comes from.
package struct Duration: Hashable, Sendable {
  package let position: Int
  package let minutes: Double
}
