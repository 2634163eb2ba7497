extension MetricID {
  var hurtDefinition: MetricDefinition {
    switch self {
    case .incidentsBySeverity:
      MetricDefinition(
        "Incidents by severity", "As incidents, split by the severity that the post-mortem states.",
        without: "A severity that is missing or not on the scale is a part of its own.",
        limits: "Severities are judged by people; a scale read more strictly moves incidents between them.",
        source: "F. Garwood 1936")
    case .incidentsChange:
      MetricDefinition(
        "Change between two quarters",
        "Given the sum of both counts, the earlier one is binomial with p0 = days1 / (days1 + days2) if nothing "
          + "changed; "
          + "two-sided, exact, named below 0.05.",
        without: "The running quarter.",
        limits: "With few incidents only a large change shows: 10 against 20 is not distinguishable from no change.",
        source: "J. Przyborowski and H. Wilenski 1940")
    case .incidentsTrend:
      MetricDefinition(
        "Trend within a year",
        "u = (mean(t) - T/2) / (T sqrt(1/(12 n))), with t the days since the start of the 365 days and T = 365.",
        without: "A record shorter than a year; fewer than ten incidents.",
        limits: "Sees a steady rise or fall; a bad month in the middle leaves no trace.",
        source: "D. R. Cox and P. A. W. Lewis 1966")
    case .incidentsPerExposure:
      MetricDefinition(
        "Incidents per exposure",
        "Incidents of a period divided by what the settings give for its months (deploys, requests, …), for each "
          + "thousand; the interval is that of the count divided by the same.",
        without: "Periods with a month for which the settings say nothing; the running period.",
        limits: "Says how often what was done went wrong, not whether more should have been done.",
        source: "F. Garwood 1936; J. Przyborowski and H. Wilenski 1940")
    case .nearMisses:
      MetricDefinition(
        "Near misses", "Published post-mortems of kind near-miss.",
        limits: "Counts what was reported. More of them is good news.", source: "F. Garwood 1936")
    case .drills:
      MetricDefinition(
        "Drills", "Published post-mortems of kind drill.", limits: "Says nothing of how hard they were.",
        source: "F. Garwood 1936")
    case .impactMinutes, .impactTopThree:
      MetricDefinition(
        self == .impactMinutes ? "Customer-impact minutes" : "Minutes of the three longest",
        "The sum of the impact minutes that post-mortems state"
          + (self == .impactMinutes ? "." : ", for the three largest of them."),
        without: "Incidents without impact minutes.",
        limits: "Two customers and all customers weigh the same; one long incident decides the sum.")
    case .daysBetween:
      MetricDefinition(
        "Days between incidents",
        "Days from one incident to the next; limits of a T chart, x to the power 0.2777, from twenty incidents on. "
          + "Where incidents come more often than twice a month, only the gravest severity.",
        limits: "A long pause may be luck until it crosses the upper limit.", source: "L. S. Nelson 1994")
    case .daysSinceLast:
      MetricDefinition(
        "Days since the newest incident", "Days from the newest incident to the as-of day.",
        limits: "Still growing. Not a score to protect: it rewards not writing things down.")
    default:
      MetricDefinition(
        "Incidents", "Published post-mortems of kind incident, by the day on which the incident began.",
        limits: "Counts what was written up. A habit of writing more looks like more incidents.",
        source: "F. Garwood 1936")
    }
  }

  var repeatDefinition: MetricDefinition {
    switch self {
    case .recurringCauses:
      MetricDefinition(
        "Recurring causes", "Root causes with at least two incidents on record, aliases resolved.",
        without: "The cause 'unknown'.", limits: "A cause that is named too broadly recurs by its name alone.")
    case .repeatsWhileOpen, .repeatsAfterDone:
      MetricDefinition(
        self == .repeatsWhileOpen ? "Repeats while the prevention was open" : "Repeats after the prevention was done",
        "Incidents with a root cause that an action item of an earlier post-mortem addresses, by the state of that "
          + "item "
          + "on the day of the incident.",
        without: "Items whose state, or day of completion, is not stated.",
        limits: "An item can be right and the cause have a second way in.")
    default:
      MetricDefinition(
        "Recurrence",
        "Incidents one of whose root causes was a root cause at most 365 days before, of all with a root cause.",
        without: "Incidents without a root cause.",
        limits: "Depends on naming causes alike; a new catalogue shows few recurrences in its first year.",
        source: "E. B. Wilson 1927")
    }
  }

  var courseDefinition: MetricDefinition {
    switch self {
    case .detection:
      MetricDefinition(
        "Who noticed first", "Incidents by the group of their detection source, of all with a known one.",
        without: "Unknown sources, and words that belong to no group.",
        limits: "What monitoring sees and nobody calls an incident is in no share.", source: "E. B. Wilson 1927")
    case .foundLate:
      MetricDefinition(
        "Found after more than 30 minutes", "Incidents with detected - started above 30 minutes, of all with both.",
        without: "Incidents without both times, or with a day only.",
        limits: "The start is often only known afterwards, from the same data that was missing.",
        source: "E. B. Wilson 1927")
    case .mitigation:
      MetricDefinition(
        "Time until a mitigation worked",
        "From the start to the time of the mitigation; where it is the only one and has no time, to the end of the "
          + "harm.",
        without: "Mitigations that did not work, and those without a time.",
        limits: "Kinds were chosen for what they suit; the quicker kind is not the better one.",
        source: "W. R. Thompson 1936")
    default:
      MetricDefinition(
        self == .timeToDetect
          ? "Time to detect" : self == .timeToMitigate ? "Time to mitigate" : "Time to resolve",
        "From started to \(self == .timeToDetect ? "detected" : self == .timeToMitigate ? "mitigated" : "resolved"); "
          + "median from twenty on; two full quarters of twenty each are compared by rank.",
        without: "Incidents without both times, with a day only, or with times out of order.",
        limits: "Durations are heavy-tailed: with twenty a quarter a true change of a tenth cannot be seen.",
        source: "W. R. Thompson 1936; H. B. Mann and D. R. Whitney 1947; J. L. Hodges and E. L. Lehmann 1963")
    }
  }
}
