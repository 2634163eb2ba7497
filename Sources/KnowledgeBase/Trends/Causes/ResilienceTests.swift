internal import Diagnostics
internal import PostMortems

/// Whether anybody tried, since a cause last struck, if its controls hold now.
package struct ResilienceTests: Sendable {
  package struct Row: Sendable {
    package let cause: String
    package let title: String
    /// Position of the newest counted incident with the cause.
    package let lastStruck: Int
    /// Position of the newest drill that tests it; nil for none.
    package let lastTest: Int?
    /// What the record names as tests that is no drill of this knowledge base, such as a journal elsewhere.
    package let journals: [String]
    package let isTestedSince: Bool
  }

  /// Untested first, then by the newest strike.
  package let rows: [Row]

  /// A drill tests a cause that it names as root cause or factor, or whose record names the drill.
  init(_ sample: TrendSample) {
    let base = sample.base
    var drills: [String: [Int]] = [:]
    for position in sample.drills {
      let fields = base.postMortems[position].fields
      let names = fields.rootCauses.map(\.value) + fields.contributingFactors.compactMap(\.slug?.value)
      for cause in Set(names.map(base.causes.canonical)) { drills[cause, default: []].append(position) }
    }
    var struck: [String: Int] = [:]
    for position in sample.incidents {
      for cause in sample.facts.causes[position] { struck[cause] = position }
    }
    let isDrill = Set(sample.drills)
    rows = struck.map { cause, last in
      let named = base.causes.cause(cause)?.record?.testedBy.map(\.value) ?? []
      let found = named.compactMap { base.references.position(of: $0) }.filter(isDrill.contains)
      let newest = (found + (drills[cause] ?? [])).max { sample.day($0) < sample.day($1) }
      return Row(
        cause: cause, title: base.causes.cause(cause)?.title ?? cause, lastStruck: last, lastTest: newest,
        journals: named.filter { base.references.position(of: $0) == nil },
        isTestedSince: newest.map { sample.day($0) >= sample.day(last) } ?? false)
    }.sorted { left, right in
      let (first, second) = (sample.day(left.lastStruck), sample.day(right.lastStruck))
      return (left.isTestedSince ? 1 : 0, second, left.cause) < (right.isTestedSince ? 1 : 0, first, right.cause)
    }
  }
}
