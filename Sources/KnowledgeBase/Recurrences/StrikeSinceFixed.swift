package import Diagnostics
package import PostMortems

/// A cause whose record calls it fixed although it struck again since.
package struct StrikeSinceFixed: Sendable {
  /// `fixed` or `verified`.
  package let status: Located<String>
  /// Since when it was: the record's `status_since`, else the day on which the last promise against it was kept.
  package let since: Day
  /// Whether the record itself names that day.
  package let isStated: Bool
  /// Position of the newest post-mortem with it.
  package let postMortem: Int
  /// Days from then to that strike.
  package let days: Int
}

extension KnowledgeBase {
  /// Nil where the cause is not called fixed, has not struck here since, or nothing says since when it is fixed.
  ///
  /// A strike in another organisation does not contradict what is true here.
  package func strikeSinceFixed(_ cause: Cause) -> StrikeSinceFixed? {
    guard let record = cause.record, let status = record.status, Self.endings.contains(status.value),
      let newest = cause.occurrences.first(where: { !postMortems[$0].isExternal && postMortems[$0].day != nil }),
      let struck = postMortems[newest].day
    else { return nil }
    let kept = promises.entries(for: cause.slug).map { actions.entries[$0].item }
      .filter { $0.state == .done }.compactMap { $0.done?.value }.max()
    guard let since = record.statusSince?.value.day ?? kept, struck > since else { return nil }
    return StrikeSinceFixed(
      status: status, since: since, isStated: record.statusSince != nil, postMortem: newest,
      days: struck.daysSinceEpoch - since.daysSinceEpoch)
  }

  /// The states in which a cause is not expected to strike again.
  private static let endings: Set<String> = ["fixed", "verified"]
}
