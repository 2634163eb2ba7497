package import Diagnostics

/// Every rule, group by group, in the order of the guide.
package enum RuleCatalogue {
  package static let rules: [any Rule] =
    FrontMatterRules.all + IdentityRules.all + SectionRules.all + TimeRules.all + RootCauseRules.all
    + ActionItemRules.all + LanguageRules.all + LinkRules.all + SafetyRules.all + ProcessRules.all + TextRules.all
    + SuppressionRules.all

  package static func rule(_ id: String) -> (any Rule)? {
    rules.first { type(of: $0).description.id == id }
  }

  /// The level of every rule by id: its own, unless the settings give another.
  package static func levels(_ overrides: [String: Level]) -> [String: Level] {
    Dictionary(descriptions.map { ($0.id, overrides[$0.id] ?? $0.level) }, uniquingKeysWith: { first, _ in first })
  }

  package static var descriptions: [RuleDescription] { rules.map { type(of: $0).description } }
}
