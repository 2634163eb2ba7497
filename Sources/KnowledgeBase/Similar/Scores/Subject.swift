internal import PostMortems

/// A report as it is compared: one of the knowledge base, or a draft outside.
struct Subject: Sendable {
  /// Nil for a draft outside.
  let position: Int?
  let postMortem: PostMortem
  let profile: IncidentProfile
  /// Numbers of the shared records, ascending.
  let groups: [Int]
  let links: [ReportLink]
  let recurrences: [UnnamedRecurrence]
  /// Where it stands, or would stand, among the reports by time.
  let place: Int
}
