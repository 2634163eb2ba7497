/// The names of all numbers of the trend pages; each has a definition.
package enum MetricID: String, CaseIterable, Sendable {
  case incidents
  case incidentsBySeverity = "incidents-by-severity"
  case incidentsChange = "incidents-change"
  case incidentsTrend = "incidents-trend"
  case incidentsPerExposure = "incidents-per-exposure"
  case nearMisses = "near-misses"
  case drills
  case impactMinutes = "impact-minutes"
  case impactTopThree = "impact-top-three"
  case daysBetween = "days-between"
  case daysSinceLast = "days-since-last"

  case recurrence
  case recurringCauses = "recurring-causes"
  case repeatsWhileOpen = "repeats-while-open"
  case repeatsAfterDone = "repeats-after-done"

  case detection
  case timeToDetect = "time-to-detect"
  case foundLate = "found-late"

  case timeToMitigate = "time-to-mitigate"
  case timeToResolve = "time-to-resolve"
  case mitigation

  case actionsAccepted = "actions-accepted"
  case actionsDone = "actions-done"
  case actionsOpen = "actions-open"
  case actionsOverdue = "actions-overdue"
  case actionsDeclined = "actions-declined"
  case actionsOnTime = "actions-on-time"
  case actionAge = "action-age"
  case actionStrength = "action-strength"

  case trigger
  case rootCause = "root-cause"
  case contributingFactor = "contributing-factor"
  case controlGap = "control-gap"
  case causeLatency = "cause-latency"

  case unpublished
  case daysToPublished = "days-to-published"
  case fieldCoverage = "field-coverage"

  case responders
  case responderHours = "responder-hours"
  case outOfHours = "out-of-hours"

  package var question: Question {
    switch self {
    case .incidents, .incidentsBySeverity, .incidentsChange, .incidentsTrend, .incidentsPerExposure, .nearMisses,
      .drills, .impactMinutes,
      .impactTopThree, .daysBetween, .daysSinceLast:
      .whatHurt
    case .recurrence, .recurringCauses, .repeatsWhileOpen, .repeatsAfterDone: .doesItRepeat
    case .detection, .timeToDetect, .foundLate: .doWeFindItFirst
    case .timeToMitigate, .timeToResolve, .mitigation: .howDoWeStopIt
    case .actionsAccepted, .actionsDone, .actionsOpen, .actionsOverdue, .actionsDeclined, .actionsOnTime, .actionAge,
      .actionStrength:
      .arePromisesKept
    case .trigger, .rootCause, .contributingFactor, .controlGap, .causeLatency: .whatMadeItPossible
    case .unpublished, .daysToPublished, .fieldCoverage: .isTheProcessHealthy
    case .responders, .responderHours, .outOfHours: .isItSustainable
    }
  }
}
