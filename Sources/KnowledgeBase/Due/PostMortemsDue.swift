internal import Diagnostics
internal import PostMortems

/// Judges recorded incidents by the policy: which of them owe a post-mortem, and which have one.
package struct PostMortemsDue: Sendable {
  private let base: KnowledgeBase
  private let written: WrittenPostMortems

  package init(_ base: KnowledgeBase) {
    self.base = base
    written = WrittenPostMortems(base)
  }

  /// The verdicts of all, those that are late longest first, then those that are owed soonest first, then the others by time.
  package func verdicts(of incidents: [IncidentRecord]) -> [DueVerdict] {
    let order = DueVerdict.Verdict.allCases
    return incidents.map(verdict).enumerated().sorted { left, right in
      func key(_ verdict: DueVerdict, _ offset: Int) -> (Int, Int, Int) {
        let day = verdict.isOpen ? verdict.due?.daysSinceEpoch : verdict.incident.over.map { -$0.day.daysSinceEpoch }
        return (order.firstIndex(of: verdict.verdict) ?? 0, day ?? .max, offset)
      }
      return key(left.element, left.offset) < key(right.element, right.offset)
    }.map(\.element)
  }

  package func verdict(of incident: IncidentRecord) -> DueVerdict {
    let match = written.match(incident)
    if let match, base.postMortems[match.postMortem].status != .draft {
      let note = base.postMortems[match.postMortem].status == .review ? ", and is in review" : ""
      return made(incident, .written, match.rule, match.reason + note, postMortem: match.postMortem)
    }
    if incident.isDrill { return made(incident, .notDue, "drill", "it was a drill") }
    if let waiver = waiver(incident) { return made(incident, .waived, "waiver", "waived: \(waiver)") }
    let criteria = criteriaMet(incident)
    guard let first = criteria.first else {
      return made(incident, .notDue, "none", notDueReason(incident), postMortem: match?.postMortem)
    }
    var reason = criteria.map(\.reason).joined(separator: "; ")
    if match != nil { reason += "; its post-mortem is still a draft" }
    return open(incident, rules: criteria.map(\.rule), first.rule, reason, draft: match?.postMortem)
  }

  private func open(
    _ incident: IncidentRecord, rules: [String], _ rule: String, _ reason: String, draft: Int?
  ) -> DueVerdict {
    let due = incident.over?.day.adding(days: base.settings.policy.due.withinDays)
    let late = due.map { base.asOf.daysSinceEpoch - $0.daysSinceEpoch } ?? 0
    return DueVerdict(
      incident: incident, verdict: late > 0 ? .late : .owed, rule: rule, reason: reason, due: due,
      lateDays: late > 0 ? late : nil, postMortem: draft, isMinorEnough: isMinorEnough(incident, rules: rules))
  }

  private func made(
    _ incident: IncidentRecord, _ verdict: DueVerdict.Verdict, _ rule: String, _ reason: String, postMortem: Int? = nil
  ) -> DueVerdict {
    DueVerdict(
      incident: incident, verdict: verdict, rule: rule, reason: reason, due: nil, lateDays: nil,
      postMortem: postMortem, isMinorEnough: false)
  }

  private func waiver(_ incident: IncidentRecord) -> String? {
    let waivers = base.settings.policy.waivers
    let names = incident.sources.flatMap { [$0.id, "\($0.system):\($0.id)", $0.url].compactMap { $0 } }
    return names.lazy.compactMap { waivers[$0] }.first
  }

  /// A short form does for an incident low on the scale that lost nothing and that no severity rule picked.
  private func isMinorEnough(_ incident: IncidentRecord, rules: [String]) -> Bool {
    guard !rules.contains("severity"), !rules.contains("data_loss"),
      let level = incident.severity.flatMap({ base.settings.severity(named: $0) })
    else { return false }
    return base.settings.skeleton(kind: "incident", severity: level.name) == "minor"
  }

  private func notDueReason(_ incident: IncidentRecord) -> String {
    let scale = base.settings.severities.map(\.name).joined(separator: ", ")
    guard let word = incident.severity else { return "no criterion of the policy is met; no severity is recorded" }
    guard let level = base.settings.severity(named: word) else {
      return "no criterion of the policy is met; its severity '\(word)' is none of \(scale), "
        + "and 'policy: due: severity' does not name it"
    }
    return "no criterion of the policy is met at \(level.name)"
  }
}

// MARK: - The criteria

extension PostMortemsDue {
  private typealias Criterion = (rule: String, reason: String)

  /// Those of the policy that the incident meets, the gravest first.
  private func criteriaMet(_ incident: IncidentRecord) -> [Criterion] {
    [severity, dataLoss, downtime, finder, tier, rollback, responders].compactMap { $0(incident) }
  }

  private var criteria: DueCriteria { base.settings.policy.due }

  private func severity(_ incident: IncidentRecord) -> Criterion? {
    incident.severity.flatMap { base.settings.dueSeverity(matching: $0) }.map { ("severity", "its severity is \($0)") }
  }

  private func dataLoss(_ incident: IncidentRecord) -> Criterion? {
    guard criteria.dataLoss, let words = incident.dataLoss else { return nil }
    return ("data_loss", "data was lost: '\(words)'")
  }

  private func downtime(_ incident: IncidentRecord) -> Criterion? {
    guard let limit = criteria.downtimeMinutes, let minutes = incident.downtimeMinutes, minutes >= limit else {
      return nil
    }
    return ("downtime_minutes", "it went on for \(minutes) minutes, and \(limit) are enough")
  }

  private func finder(_ incident: IncidentRecord) -> Criterion? {
    guard let finder = incident.detection, criteria.foundBy.contains(finder) else { return nil }
    return ("found_by", "it was found by: \(finder)")
  }

  private func tier(_ incident: IncidentRecord) -> Criterion? {
    guard !criteria.tiers.isEmpty else { return nil }
    let names = Set(incident.services.map(Slug.make))
    let hit = base.settings.services.first { service in
      service.tier.map(criteria.tiers.contains) ?? false
        && (names.contains(Slug.make(service.slug)) || names.contains(Slug.make(service.title)))
    }
    return hit.map { ("tier", "\($0.title) is of tier \($0.tier ?? "")") }
  }

  private func rollback(_ incident: IncidentRecord) -> Criterion? {
    guard criteria.rollback, let words = incident.rollback else { return nil }
    return ("rollback", "something was rolled back: '\(words)'")
  }

  private func responders(_ incident: IncidentRecord) -> Criterion? {
    guard let limit = criteria.responders, let count = incident.responders, count >= limit else { return nil }
    return ("responders", "\(count) people took part, and \(limit) are enough")
  }
}
