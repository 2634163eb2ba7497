/// The rules about times, phases and timelines.
enum TimeRules {
  static let all: [any Rule] = [
    MalformedTime(), UnreadableTime(), AmbiguousDate(), PhasesOutOfOrder(), TimelineBackwards(), EventOutsideIncident(),
  ]
}
