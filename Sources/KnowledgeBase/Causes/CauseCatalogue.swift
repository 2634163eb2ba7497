internal import Diagnostics
package import PostMortems

/// A cause with everything that happened because of it.
package struct Cause: Sendable {
  package let slug: String
  /// Nil for a cause that post-mortems name and nobody has written up.
  package let record: CauseRecord?
  /// Positions of the post-mortems whose root cause it is, newest first.
  package let occurrences: [Int]
  /// Positions of the post-mortems that name it as a contributing factor only.
  package let contributions: [Int]
  /// Days between an occurrence and the one before it, oldest gap first; undated occurrences are left out.
  package let gapDays: [Int]

  package var title: String {
    record?.title.value ?? slug.split(separator: "-").joined(separator: " ")
  }
}

/// All causes, with the names under which they are known.
package struct CauseCatalogue: Sendable {
  /// By number of occurrences, then by contributions, then by name.
  package let all: [Cause]
  /// Every record, by file: also those whose name another one has taken.
  package let records: [CauseRecord]
  /// Whether any record exists: only then is a cause without one an error.
  package let hasRecords: Bool
  private let slugs: [String: String]
  private let positions: [String: Int]
  /// Names that several records claim.
  private let disputed: Set<String>

  init(records: [CauseRecord], postMortems: [PostMortem]) {
    let records = records.sorted { $0.file < $1.file }
    self.records = records
    hasRecords = !records.isEmpty
    var slugs: [String: String] = [:]
    var disputed: Set<String> = []
    for record in records {
      for key in record.aliases.map({ Self.key($0.value) }) {
        if let owner = slugs[key], owner != record.slug { disputed.insert(key) }
        if slugs[key] == nil { slugs[key] = record.slug }
      }
    }
    for record in records { slugs[Self.key(record.slug)] = record.slug }
    self.slugs = slugs
    self.disputed = disputed

    var uses: [String: (causes: [Int], factors: [Int])] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      let own = Self.resolved(postMortem.fields.rootCauses.map(\.value), slugs)
      for slug in own { uses[slug, default: ([], [])].causes.append(position) }
      let factors = Self.resolved(postMortem.fields.contributingFactors.compactMap(\.slug?.value), slugs)
      for slug in factors where !own.contains(slug) { uses[slug, default: ([], [])].factors.append(position) }
    }
    let byName = Dictionary(records.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    all = Set(uses.keys).union(byName.keys).map { slug in
      let use = uses[slug] ?? ([], [])
      return Cause(
        slug: slug, record: byName[slug], occurrences: use.causes, contributions: use.factors,
        gapDays: Self.gaps(use.causes, postMortems))
    }.sorted {
      ($1.occurrences.count, $1.contributions.count, $0.slug) < ($0.occurrences.count, $0.contributions.count, $1.slug)
    }
    positions = Dictionary(all.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cause that a name or alias means.
  package func cause(_ name: String) -> Cause? {
    positions[canonical(name)].map { all[$0] }
  }

  /// The slug under which a name is kept: itself where no record claims it.
  package func canonical(_ name: String) -> String { slugs[Self.key(name)] ?? Slug.make(name) }

  /// Whether a record has this name or alias.
  package func hasRecord(_ name: String) -> Bool { slugs[Self.key(name)] != nil }

  /// Whether several records have this alias, so that nobody can tell which is meant.
  package func isDisputed(_ name: String) -> Bool { disputed.contains(Self.key(name)) }

  /// The names and aliases of all records, sorted.
  package var recordNames: [String] { slugs.keys.sorted() }

  private static func resolved(_ names: [String], _ slugs: [String: String]) -> [String] {
    var seen: Set<String> = []
    return names.map { slugs[key($0)] ?? Slug.make($0) }.filter { seen.insert($0).inserted }
  }

  private static func key(_ name: String) -> String { name.lowercased() }

  private static func gaps(_ positions: [Int], _ postMortems: [PostMortem]) -> [Int] {
    let days = positions.compactMap { postMortems[$0].day?.daysSinceEpoch }.sorted()
    return zip(days.dropFirst(), days).map { $0 - $1 }
  }
}
