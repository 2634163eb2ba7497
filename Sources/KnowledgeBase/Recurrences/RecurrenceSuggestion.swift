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
  /// The strongest first.
  package var recurrenceSuggestions: [RecurrenceSuggestion] {
    related.suggestions.map {
      RecurrenceSuggestion(later: $0.later, earlier: $0.earlier, score: $0.score, reasons: $0.reasons)
    }
  }
}
