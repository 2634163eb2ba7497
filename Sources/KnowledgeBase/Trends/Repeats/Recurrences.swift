internal import Diagnostics
package import PostMortems
package import Statistics

/// How often an incident has a cause that had struck before.
package struct Recurrences: Sendable {
  /// An incident's cause with the occurrence before it.
  package struct Row: Sendable {
    package let position: Int
    package let causes: [String]
    /// The cause that had struck within the year before, with that occurrence; nil for none.
    package let earlier: (cause: String, position: Int, gapDays: Int)?
  }

  /// How far back an earlier occurrence counts, in days.
  package static let reach = 365

  package let days: ClosedRange<Day>
  /// The incidents with a known cause, oldest first.
  package let rows: [Row]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    let incidents = sample.incidents(in: days)
    rows = incidents.compactMap { position in
      let causes = sample.facts.causes[position]
      let earlier = sample.facts.earlier[position].map { ($0.cause, $0.position, $0.gapDays) }
      return causes.isEmpty ? nil : Row(position: position, causes: causes, earlier: earlier)
    }
    let missing = incidents.count - rows.count
    excluded = missing > 0 ? [Exclusion("root cause not stated", missing)] : []
  }

  package var recurring: [Row] { rows.filter { $0.earlier != nil } }

  package var share: Share { Share(recurring.count, of: rows.count) }

  /// The slugs of an incident's root causes, each once; `unknown` is no cause.
  static func causes(of position: Int, _ base: KnowledgeBase) -> [String] {
    base.causes.rootCauses(of: base.postMortems[position])
  }
}
