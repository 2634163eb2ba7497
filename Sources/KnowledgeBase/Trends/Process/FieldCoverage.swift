internal import Diagnostics
package import PostMortems
package import Statistics

/// How many post-mortems state what the numbers need.
package struct FieldCoverage: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let isRequired: Bool
    /// The numbers that get poorer without it.
    package let metrics: [MetricID]
    private let incidents: [Int]
    /// Whether it is stated, by incident: a byte each, since every scope of the trends asks this of all its incidents.
    private let isStated: [Bool]

    fileprivate init(_ question: FieldQuestion, of incidents: [Int], isRequired: Bool, in sample: TrendSample) {
      name = question.name
      metrics = question.metrics
      self.isRequired = isRequired
      self.incidents = incidents
      isStated = incidents.map { question.isStated(sample.postMortem($0)) }
    }

    /// Positions of the incidents that state it, oldest first.
    package var stated: [Int] { zip(incidents, isStated).filter(\.1).map(\.0) }
    package var missing: [Int] { zip(incidents, isStated).filter { !$1 }.map(\.0) }
    package var statedCount: Int { isStated.count { $0 } }
    package var missingCount: Int { isStated.count - statedCount }
    package var share: Share { Share(statedCount, of: isStated.count) }
  }

  package let days: ClosedRange<Day>
  package let fields: [Field]
  package let incidents: [Int]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    let incidents = sample.incidents(in: days)
    self.incidents = incidents
    let required = Set(sample.base.settings.requiredFields)
    fields = Self.questions.map { question in
      Field(question, of: incidents, isRequired: required.contains(question.name), in: sample)
    }
  }

  fileprivate struct FieldQuestion: Sendable {
    let name: String
    let metrics: [MetricID]
    let isStated: @Sendable (PostMortem) -> Bool
  }

  private static let questions = [
    FieldQuestion(name: "title", metrics: []) { $0.fields.title != nil || !$0.title.isEmpty },
    FieldQuestion(name: "severity", metrics: [.incidentsBySeverity]) { $0.severity != nil },
    FieldQuestion(name: "started", metrics: [.timeToDetect, .timeToMitigate, .timeToResolve]) {
      $0.fields.started.map { $0.value.precision > .day } ?? false
    },
    FieldQuestion(name: "detected", metrics: [.timeToDetect, .foundLate]) { $0.detected != nil },
    FieldQuestion(name: "mitigated", metrics: [.timeToMitigate]) { $0.mitigated != nil },
    FieldQuestion(name: "resolved", metrics: [.timeToResolve]) { $0.resolved != nil },
    FieldQuestion(name: "published", metrics: [.daysToPublished]) { $0.fields.published != nil },
    FieldQuestion(name: "services", metrics: []) { !$0.services.isEmpty },
    FieldQuestion(name: "teams", metrics: []) { !$0.teams.isEmpty },
    FieldQuestion(name: "detection", metrics: [.detection]) { $0.fields.detection?.source != nil },
    FieldQuestion(name: "trigger", metrics: [.trigger]) { $0.fields.trigger != nil },
    FieldQuestion(name: "root_causes", metrics: [.recurrence, .rootCause]) { !$0.fields.rootCauses.isEmpty },
    FieldQuestion(name: "contributing_factors", metrics: [.contributingFactor, .causeLatency]) {
      !$0.fields.contributingFactors.isEmpty
    },
    FieldQuestion(name: "mitigations", metrics: [.mitigation]) { !$0.fields.mitigations.isEmpty },
    FieldQuestion(name: "controls", metrics: [.controlGap]) { !$0.fields.controls.isEmpty },
    FieldQuestion(name: "impact.minutes", metrics: [.impactMinutes, .impactTopThree]) {
      $0.fields.impact?.minutes != nil
    },
    FieldQuestion(name: "responders", metrics: [.responders, .responderHours, .outOfHours]) {
      $0.fields.responders != nil
    },
    FieldQuestion(name: "action items", metrics: [.actionsAccepted, .actionAge]) { !$0.draft.actionItems.isEmpty },
  ]
}
