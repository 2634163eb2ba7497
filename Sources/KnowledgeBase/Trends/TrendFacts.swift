internal import Diagnostics
internal import PostMortems

/// What every scope's numbers share, worked out once for a knowledge base: causes and their earlier strikes.
package final class TrendFacts: Sendable {
  package let base: KnowledgeBase
  /// The slugs of each post-mortem's root causes, each once, by position; `unknown` is no cause.
  let causes: [[String]]
  /// For a position whose cause had struck within a year before: the nearest such strike.
  let earlier: [Int: EarlierStrike]

  /// An occurrence of a cause before another.
  struct EarlierStrike: Sendable {
    let cause: String
    let position: Int
    let gapDays: Int
  }

  package init(_ base: KnowledgeBase) {
    self.base = base
    causes = base.postMortems.indices.map { Recurrences.causes(of: $0, base) }
    earlier = Self.earlierStrikes(base, causes)
  }

  private static func earlierStrikes(_ base: KnowledgeBase, _ causes: [[String]]) -> [Int: EarlierStrike] {
    var last: [String: Int] = [:]
    var earlier: [Int: EarlierStrike] = [:]
    for position in TrendSample.countedIncidents(base) {
      guard let day = base.postMortems[position].day else { continue }
      for cause in causes[position] {
        if let before = last[cause], let then = base.postMortems[before].day {
          let gap = day.daysSinceEpoch - then.daysSinceEpoch
          if gap <= Recurrences.reach, gap < (earlier[position]?.gapDays ?? .max) {
            earlier[position] = EarlierStrike(cause: cause, position: before, gapDays: gap)
          }
        }
        last[cause] = position
      }
    }
    return earlier
  }
}
