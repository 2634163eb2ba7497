internal import PostMortems

/// A report as it is compared: one of the knowledge base, or a draft outside.
///
/// A class, because each is compared with hundreds of others.
final class Subject: Sendable {
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

  init(
    position: Int?, postMortem: PostMortem, profile: IncidentProfile, groups: [Int], links: [ReportLink],
    recurrences: [UnnamedRecurrence], place: Int
  ) {
    self.position = position
    self.postMortem = postMortem
    self.profile = profile
    self.groups = groups
    self.links = links
    self.recurrences = recurrences
    self.place = place
  }
}
