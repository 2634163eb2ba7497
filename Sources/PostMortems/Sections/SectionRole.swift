/// What a section of a post-mortem is for, whatever its author called it.
package enum SectionRole: String, CaseIterable, Sendable {
  case summary
  case impact
  case timeline
  case rootCause = "root-cause"
  case contributingFactors = "contributing-factors"
  case trigger
  case fiveWhys = "five-whys"
  case detection
  case resolution
  case lessonsLearned = "lessons-learned"
  case wentWell = "went-well"
  case wentWrong = "went-wrong"
  case lucky
  case surprised
  case actionItems = "action-items"
  case people
  case statistics
  case references
  /// Sections of a cause record.
  case recognise
  case firstCheck = "first-check"
  case workaround
  case permanentFix = "permanent-fix"

  /// The name that the site and the messages use.
  package var title: String {
    switch self {
    case .summary: "Summary"
    case .impact: "Impact"
    case .timeline: "Timeline"
    case .rootCause: "Root cause"
    case .contributingFactors: "Contributing factors"
    case .trigger: "Trigger"
    case .fiveWhys: "Five whys"
    case .detection: "Detection"
    case .resolution: "Resolution"
    case .lessonsLearned: "Lessons learned"
    case .wentWell: "What went well"
    case .wentWrong: "What went wrong"
    case .lucky: "Where we got lucky"
    case .surprised: "What surprised us"
    case .actionItems: "Action items"
    case .people: "People"
    case .statistics: "Statistics"
    case .references: "References"
    case .recognise: "How to recognise it"
    case .firstCheck: "First check at 2 a.m."
    case .workaround: "Workaround"
    case .permanentFix: "Permanent fix"
    }
  }
}
