import Diagnostics
import KnowledgeBase
import PostMortems

/// When a post-mortem was news, by what documents say: no clock is asked, so that a second build gives the same feed.
struct FeedTimes: Sendable {
  struct Moments: Sendable {
    /// The stated day of publication, else the end of the incident.
    let published: Instant
    /// The newest of publication, review, and action items marked as done.
    let updated: Instant
  }

  /// By position; nil for what is no news: drafts, and post-mortems without a day.
  private let moments: [Moments?]

  init(_ base: KnowledgeBase) {
    moments = base.postMortems.indices.map { Self.moments(of: $0, base) }
  }

  subscript(_ position: Int) -> Moments? { moments[position] }

  private static func moments(of position: Int, _ base: KnowledgeBase) -> Moments? {
    let postMortem = base.postMortems[position]
    guard postMortem.status == .published, let published = publication(postMortem) else { return nil }
    let done = base.actions.items(of: position).compactMap { $0.item.done?.value.instant }
    return Moments(
      published: published,
      updated: ([published] + done + [postMortem.fields.reviewed?.value].compactMap { $0 }).max() ?? published)
  }

  private static func publication(_ postMortem: PostMortem) -> Instant? {
    postMortem.fields.published?.value
      ?? [postMortem.started, postMortem.mitigated, postMortem.resolved].compactMap { $0 }.max()
  }

  /// The newest post-mortems of a scope, the last changed first.
  func newest(of positions: [Int], limit: Int) -> [Int] {
    let news = positions.compactMap { position in moments[position].map { (position, $0.updated.seconds) } }
    return news.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limit).map(\.0)
  }
}

extension Instant {
  /// `2019-07-02T13:42:00Z`, the form of RFC 3339 whatever the precision.
  var rfc3339: String {
    let inDay = seconds - floorDivide(seconds, 86_400) * 86_400
    let parts = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.iso)T\(parts.joined(separator: ":"))Z"
  }
}
