/// The rules about times, phases and timelines.
enum TimeRules {
  static let all: [any Rule] = [
    MalformedTime(), UnreadableTime(), AmbiguousDate(), UnknownTimeZone(), NoZone(), PhasesOutOfOrder(), TimeInFuture(),
    TimelineBackwards(), EventOutsideIncident(), DurationContradictsRows(), NoDetectionRow(), NoMitigationRow(),
    TimelineSingleRow(),
  ]
}
