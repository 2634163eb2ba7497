package import Diagnostics
package import PostMortems

/// A cause with everything that happened because of it.
package struct Cause: Sendable {
  package let slug: String
  /// Nil for a cause that post-mortems name and nobody has written up.
  package let record: CauseRecord?
  /// Positions of the incidents and near misses whose root cause it is, newest first.
  package let occurrences: [Int]
  /// Positions of the post-mortems that name it as a contributing factor only.
  package let contributions: [Int]
  /// Positions of the drills that rehearsed it: a drill is no occurrence.
  package let rehearsals: [Int]
  /// Days between an occurrence and the one before it, oldest gap first; undated occurrences are left out.
  package let gapDays: [Int]

  package let title: String

  init(
    slug: String, record: CauseRecord?, occurrences: [Int], contributions: [Int], rehearsals: [Int], gapDays: [Int]
  ) {
    self.slug = slug
    self.record = record
    self.occurrences = occurrences
    self.contributions = contributions
    self.rehearsals = rehearsals
    self.gapDays = gapDays
    title = record?.title.value ?? slug.split(separator: "-").joined(separator: " ")
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
  /// The names and aliases of all records.
  package let nearMisses: NearMissIndex
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
    nearMisses = NearMissIndex(slugs.keys)
    self.disputed = disputed
    let uses = Self.uses(postMortems, slugs)
    let byName = Dictionary(records.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    all = Set(uses.keys).union(byName.keys).map { slug in
      let use = uses[slug] ?? Uses()
      return Cause(
        slug: slug, record: byName[slug], occurrences: use.causes, contributions: use.factors,
        rehearsals: use.drills, gapDays: Self.gaps(use.causes, postMortems))
    }.sorted {
      ($1.occurrences.count, $1.contributions.count, $0.slug) < ($0.occurrences.count, $0.contributions.count, $1.slug)
    }
    positions = Dictionary(all.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Which post-mortems name a cause, and as what.
  private struct Uses {
    var causes: [Int] = []
    var factors: [Int] = []
    var drills: [Int] = []
  }

  private static func uses(_ postMortems: [PostMortem], _ slugs: [String: String]) -> [String: Uses] {
    var uses: [String: Uses] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      let own = resolved(postMortem.fields.rootCauses.map(\.value), slugs)
      let factors = resolved(postMortem.fields.contributingFactors.compactMap(\.slug?.value), slugs)
        .filter { !own.contains($0) }
      guard postMortem.kind != .drill else {
        for slug in own + factors { uses[slug, default: Uses()].drills.append(position) }
        continue
      }
      for slug in own { uses[slug, default: Uses()].causes.append(position) }
      for slug in factors { uses[slug, default: Uses()].factors.append(position) }
    }
    return uses
  }

  /// What an author writes who does not know the cause: no cause of its own.
  package static let unknown = "unknown"

  /// The slugs of a post-mortem's root causes, each once, `unknown` left out.
  package func rootCauses(of postMortem: PostMortem) -> [String] {
    Self.resolved(postMortem.fields.rootCauses.map(\.value), slugs).filter { $0 != Self.unknown && !$0.isEmpty }
  }

  /// The cause that a name or alias means.
  package func cause(_ name: String) -> Cause? {
    positions[canonical(name)].map { all[$0] }
  }

  /// The slug under which a name is kept: itself where no record claims it.
  package func canonical(_ name: String) -> String {
    let key = Self.key(name)
    return slugs[key] ?? key
  }

  /// Whether a record has this name or alias.
  package func hasRecord(_ name: String) -> Bool { slugs[Self.key(name)] != nil }

  /// Whether several records have this alias, so that nobody can tell which is meant.
  package func isDisputed(_ name: String) -> Bool { disputed.contains(Self.key(name)) }

  private static func resolved(_ names: [String], _ slugs: [String: String]) -> [String] {
    var seen: Set<String> = []
    return names.map { name in
      let key = key(name)
      return slugs[key] ?? key
    }.filter { seen.insert($0).inserted }
  }

  /// What names have in common that mean the same: `No staged rollout` and `no-staged-rollout` are one.
  private static func key(_ name: String) -> String {
    isSlug(name) ? name : Slug.make(name)
  }

  private static func isSlug(_ name: String) -> Bool {
    var last = UInt8(ascii: "-")
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where last != byte: break
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: "-") && name.utf8.count <= 80
  }

  private static func gaps(_ positions: [Int], _ postMortems: [PostMortem]) -> [Int] {
    let days = positions.compactMap { postMortems[$0].day?.daysSinceEpoch }.sorted()
    return zip(days.dropFirst(), days).map { $0 - $1 }
  }
}
