internal import Diagnostics
internal import PostMortems

/// Why two post-mortems are linked.
package struct RelationReason: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case recurrenceOf = "recurrence-of"
    case related
    case cause
    case signature
    case serviceAndTrigger = "service-and-trigger"
    case factor = "contributing-factor"
    case service
  }

  package let kind: Kind
  /// In words, without a full stop.
  package let text: String
}

/// Another post-mortem that the reader of one should know.
package struct Relation: Sendable {
  package let postMortem: Int
  /// 0…1; symmetric.
  package let score: Double
  /// Strongest first.
  package let reasons: [RelationReason]
}

/// For each post-mortem the others that are linked with it, by what both say.
package struct RelatedPostMortems: Sendable {
  private let relations: [[Relation]]
  /// The most relations kept for one post-mortem.
  static let limit = 8

  package func of(_ position: Int) -> [Relation] { relations[position] }

  init(_ postMortems: [PostMortem], causes: CauseCatalogue, references: ReferenceIndex) {
    let groups = RelationGroups(postMortems, causes: causes)
    let explicit = Self.explicit(postMortems, references)
    relations = postMortems.indices.map { position in
      var found = groups.reasons(for: position)
      for (other, reason) in explicit[position] ?? [] { found[other, default: []].append(reason) }
      return Self.ranked(found)
    }
  }

  /// Links that an author wrote, for both of the two documents.
  private static func explicit(_ postMortems: [PostMortem], _ references: ReferenceIndex)
    -> [Int: [(Int, RelationReason)]]
  {
    var links: [Int: [(Int, RelationReason)]] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      for name in postMortem.fields.recurrenceOf {
        guard let other = references.position(of: name.value), other != position else { continue }
        links[position, default: []].append(
          (other, RelationReason(kind: .recurrenceOf, text: "named here as an earlier occurrence")))
        links[other, default: []].append(
          (position, RelationReason(kind: .recurrenceOf, text: "names this as an earlier occurrence")))
      }
      for name in postMortem.fields.related {
        guard let other = references.position(of: name.value), other != position else { continue }
        let reason = RelationReason(kind: .related, text: "linked by an author")
        links[position, default: []].append((other, reason))
        links[other, default: []].append((position, reason))
      }
    }
    return links
  }

  private static func ranked(_ found: [Int: [RelationReason]]) -> [Relation] {
    let relations = found.map { other, reasons in
      let sorted = Array(Set(reasons)).sorted { (weight($1.kind), $0.text) < (weight($0.kind), $1.text) }
      let miss = sorted.reduce(1.0) { $0 * (1 - weight($1.kind)) }
      return Relation(postMortem: other, score: 1 - miss, reasons: sorted)
    }
    return Array(relations.sorted { ($1.score, $0.postMortem) < ($0.score, $1.postMortem) }.prefix(limit))
  }

  /// How far one reason alone speaks for a link.
  private static func weight(_ kind: RelationReason.Kind) -> Double {
    switch kind {
    case .recurrenceOf: 0.9
    case .signature: 0.7
    case .cause: 0.6
    case .related: 0.5
    case .serviceAndTrigger: 0.3
    case .factor: 0.25
    case .service: 0.1
    }
  }
}
