internal import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// The numbers that somebody may want to be told about, as gauges for Prometheus and every reader of OpenMetrics.
///
/// Labels are words of the settings or of closed vocabularies; teams beyond the first fifty are one.
package enum PrometheusMetrics: ExportFormat {
  package static let name = "prometheus"
  package static let summary = "gauges: incidents, promises, recurrences"

  package static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8] {
    var writer = MetricsWriter()
    let asOf = Int64(base.asOf.daysSinceEpoch) * 86_400
    writer.gauge(
      "debrief_as_of_timestamp_seconds", "The day as of which ages and due dates are judged.",
      [MetricSample(Int(asOf))])
    postMortems(base, &writer)
    incidents(base, &writer)
    promises(base, &writer)
    causes(base, &writer)
    if let owed = options.owed { self.owed(owed, &writer) }
    return writer.finished
  }

  /// How far back an incident counts as recent, in days.
  static let recentDays = 90
  /// The most teams that have samples of their own.
  static let teamLimit = 50

  private static func postMortems(_ base: KnowledgeBase, _ writer: inout MetricsWriter) {
    let counts = Dictionary(grouping: base.postMortems) { [$0.kind.rawValue, $0.status.rawValue] }
    let samples = BuiltInVocabulary.kind.flatMap { kind in
      BuiltInVocabulary.status.map { status in
        MetricSample(counts[[kind, status]]?.count ?? 0, [("kind", kind), ("status", status)])
      }
    }
    writer.gauge("debrief_post_mortems", "Post-mortems by kind and status.", samples)
  }

  private static func incidents(_ base: KnowledgeBase, _ writer: inout MetricsWriter) {
    let past = base.counted.filter { ($0.day ?? base.asOf) <= base.asOf }
    let bySeverity = Dictionary(grouping: past) { $0.severity?.name ?? "none" }
    let names = base.settings.severities.map(\.name) + ["none"]
    func samples(_ value: ([PostMortem]) -> Int?) -> [MetricSample] {
      names.compactMap { name in value(bySeverity[name] ?? []).map { MetricSample($0, [("severity", name)]) } }
    }
    writer.gauge("debrief_incidents", "Incidents with a published post-mortem.", samples(\.count))
    let first = base.asOf.adding(days: -recentDays)
    writer.gauge(
      "debrief_recent_incidents", "Incidents of the last \(recentDays) days with a published post-mortem.",
      samples { $0.filter { ($0.day ?? first) > first }.count })
    writer.gauge(
      "debrief_last_incident_timestamp_seconds", "When the newest incident began.",
      samples { $0.compactMap(\.started).max().map { Int($0.seconds) } })
    writer.gauge(
      "debrief_last_incident_age_seconds", "Whole days since the newest incident, in seconds.",
      samples { incidents in
        incidents.compactMap(\.day).max().map { (base.asOf.daysSinceEpoch - $0.daysSinceEpoch) * 86_400 }
      })
  }

  private static func promises(_ base: KnowledgeBase, _ writer: inout MetricsWriter) {
    let promises = base.actions.entries.filter { $0.standing == .promised }
    let states = Dictionary(grouping: promises, by: \.item.state)
    writer.gauge(
      "debrief_action_items", "Action items of published post-mortems by state.",
      ActionItem.State.allCases.map { MetricSample(states[$0]?.count ?? 0, [("state", $0.rawValue)]) })
    let open = promises.filter(\.isOpen)
    writer.gauge(
      "debrief_open_action_items", "Action items that are open or have no stated state.",
      byTeam(open, among: open, base.settings))
    writer.gauge(
      "debrief_overdue_action_items", "Open action items past their date.",
      byTeam(open.filter { $0.overdueDays != nil }, among: open, base.settings))
    writer.gauge(
      "debrief_unowned_action_items", "Open action items for which nobody is named.",
      [MetricSample(open.filter { $0.item.owner == nil }.count)])
  }

  /// Every team of the settings has a sample, also where it is zero, so that a series does not end when all is done.
  private static func byTeam(
    _ entries: [LedgerEntry], among open: [LedgerEntry], _ settings: Settings
  ) -> [MetricSample] {
    let counts = Dictionary(grouping: open) { $0.team ?? "none" }.mapValues(\.count)
    let all = Set(counts.keys).union(settings.teams.map(\.slug)).union(["none"])
    let kept = Set(all.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(teamLimit))
    let own = Dictionary(grouping: entries) { entry in
      let team = entry.team ?? "none"
      return kept.contains(team) ? team : "other"
    }
    let names = kept.sorted() + (all.count > kept.count && !kept.contains("other") ? ["other"] : [])
    return names.map { MetricSample(own[$0]?.count ?? 0, [("team", $0)]) }
  }

  private static func causes(_ base: KnowledgeBase, _ writer: inout MetricsWriter) {
    let statuses = BuiltInVocabulary.causeStatus
    let counts = Dictionary(grouping: base.causes.all.filter { $0.record != nil }) { cause in
      let status = cause.record?.status?.value ?? "none"
      return statuses.contains(status) || status == "none" ? status : "other"
    }
    writer.gauge(
      "debrief_causes", "Cause records by status.",
      (statuses + ["none", "other"]).map { MetricSample(counts[$0]?.count ?? 0, [("status", $0)]) })
    writer.gauge(
      "debrief_recurring_causes", "Causes that struck more than once.",
      [MetricSample(base.recurrences.recurring.count)])
    let repeats = Dictionary(grouping: base.recurrences.causes.flatMap(\.repeats), by: \.verdict)
    writer.gauge(
      "debrief_recurrences", "Repeats of causes by what had been promised against them.",
      RecurrenceVerdict.allCases.map { MetricSample(repeats[$0]?.count ?? 0, [("verdict", $0.rawValue)]) })
  }

  private static func owed(_ verdicts: [DueVerdict], _ writer: inout MetricsWriter) {
    let counts = Dictionary(grouping: verdicts, by: \.verdict)
    writer.gauge(
      "debrief_owed_post_mortems", "Incidents by whether they owe a post-mortem.",
      DueVerdict.Verdict.allCases.map { MetricSample(counts[$0]?.count ?? 0, [("verdict", $0.rawValue)]) })
  }
}
