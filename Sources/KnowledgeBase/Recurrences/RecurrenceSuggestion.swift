/// Two post-mortems that look like one cause and share no root cause: perhaps one of them lacks a name.
package struct RecurrenceSuggestion: Sendable {
  /// Positions of the post-mortems.
  package let later: Int
  package let earlier: Int
  /// 0…1; symmetric.
  package let score: Double
  /// Strongest first.
  package let reasons: [RelationReason]
}

extension KnowledgeBase {
  /// The strongest first; at most as many as each post-mortem has relations.
  package var recurrenceSuggestions: [RecurrenceSuggestion] {
    let causes = postMortems.map { Set(self.causes.rootCauses(of: $0)) }
    var found: [RecurrenceSuggestion] = []
    for position in postMortems.indices {
      for relation in related.of(position) where isTelling(relation) {
        let (later, earlier) = (min(position, relation.postMortem), max(position, relation.postMortem))
        // Each of the two may have the other among its relations; the pair is told once, by the later if it can.
        let isTold = position == earlier && related.of(later).contains { $0.postMortem == earlier }
        guard !isTold, causes[later].isDisjoint(with: causes[earlier]) else { continue }
        found.append(
          RecurrenceSuggestion(later: later, earlier: earlier, score: relation.score, reasons: relation.reasons))
      }
    }
    return found.sorted { ($1.score, $0.later, $0.earlier) < ($0.score, $1.later, $1.earlier) }
  }

  /// Whether more than a common service speaks for it.
  private func isTelling(_ relation: Relation) -> Bool {
    relation.score >= 0.25 && relation.reasons.contains { $0.kind != .service }
  }
}
