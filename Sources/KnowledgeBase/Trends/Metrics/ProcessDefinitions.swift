extension MetricID {
  var promiseDefinition: MetricDefinition {
    let notOurs = "Items reported by other organisations, and those of drafts."
    switch self {
    case .actionsDone:
      return MetricDefinition(
        "Action items done", "Accepted items that are done, of all accepted with a stated state.",
        without: notOurs + " Items without a state.",
        limits: "Closing many weak items raises it and changes little.", source: "E. B. Wilson 1927")
    case .actionsOpen:
      return MetricDefinition(
        "Action items open", "Items whose state is open on the as-of day.", without: notOurs,
        limits: "Says nothing of their size.")
    case .actionsOverdue:
      return MetricDefinition(
        "Action items overdue", "Items not done whose due date lies before the as-of day.",
        without: notOurs + " Items without a due date can never be overdue.",
        limits: "A due date may have been a guess.")
    case .actionsDeclined:
      return MetricDefinition(
        "Action items declined", "Items marked as declined, with the reason that is given.", without: notOurs,
        limits: "To decline with a reason is a decision, not a failure.")
    case .actionsOnTime:
      return MetricDefinition(
        "Done by the due date", "Accepted items whose due date has passed and that were done on or before it.",
        without: notOurs + " Items without a due date, a state, or the day of their completion.",
        limits: "Due dates that are moved later make it better.", source: "E. B. Wilson 1927")
    case .actionAge:
      return MetricDefinition(
        "Age of action items",
        "Days from the incident to completion; the Kaplan-Meier median counts open items as open "
          + "for as long as they have been watched.",
        without: notOurs + " Declined and superseded items, and those without a state or a day of completion.",
        limits: "Assumes that items of last year and of this year close alike.",
        source: "E. L. Kaplan and P. Meier 1958; R. Brookmeyer and J. Crowley 1982")
    case .actionStrength:
      return MetricDefinition(
        "Strength of action items", "Items by how much they rely on people remembering: strong, intermediate, weak.",
        without: notOurs, limits: "Inferred from their words unless stated.",
        source: "VA National Center for Patient "
          + "Safety, root cause analysis (RCA2) action hierarchy, adapted")
    default:
      return MetricDefinition(
        "Action items accepted", "All items but the declined and the superseded.", without: notOurs,
        limits: "A long list is no sign of learning.")
    }
  }

  var causeDefinition: MetricDefinition {
    switch self {
    case .controlGap:
      MetricDefinition(
        "Control gaps", "Incidents in which a control was absent or failed, of all that state at least one control.",
        without: "States that are unknown.",
        limits: "Would have touched is not would have prevented: one that is there can fail.",
        source: "E. B. Wilson 1927")
    case .causeLatency:
      MetricDefinition(
        "Latency of causes", "Days from the introduction of a contributing factor to the incident.",
        without: "Factors without the day of their introduction.", limits: "Only old factors somebody dated are seen.",
        source: "W. R. Thompson 1936")
    default:
      MetricDefinition(
        self == .trigger ? "Triggers" : self == .rootCause ? "Root causes" : "Contributing factors",
        "Incidents by \(self == .trigger ? "trigger" : self == .rootCause ? "root cause" : "contributing factor"), "
          + "of all with a known one; unknown stands last.",
        without: "Incidents for which it is unknown or not stated.",
        limits: "The order of close bars is chance; several labels an incident add up to more than the incidents.",
        source: "E. B. Wilson 1927")
    }
  }

  var processDefinition: MetricDefinition {
    switch self {
    case .daysToPublished:
      MetricDefinition(
        "Days to publication", "Days from the incident to the publication that the post-mortem states.",
        without: "Post-mortems that do not state it.", limits: "Quick is not thorough.", source: "W. R. Thompson 1936")
    case .fieldCoverage:
      MetricDefinition(
        "Coverage of fields", "Post-mortems that state a field with a usable value, of all in the period.",
        limits: "A field that is stated may be wrong.", source: "E. B. Wilson 1927")
    case .responders:
      MetricDefinition(
        "People per incident", "The median of the number of responders that post-mortems state.",
        without: "Incidents that do not state it.", limits: "Who only read along may be counted or not.",
        source: "W. R. Thompson 1936")
    case .responderHours:
      MetricDefinition(
        "Hours spent", "The sum of the responder hours that post-mortems state.", without: "Incidents that do not.",
        limits: "Estimates, mostly.")
    case .outOfHours:
      MetricDefinition(
        "Out of hours", "Incidents answered out of hours, of all that say whether they were.",
        without: "Incidents that do not say.", limits: "Says nothing of whether the same people were called twice.",
        source: "E. B. Wilson 1927")
    default:
      MetricDefinition(
        "Begun and not published", "Post-mortems in draft or review.",
        limits: "An incident nobody began to write up is missing here too.")
    }
  }
}
