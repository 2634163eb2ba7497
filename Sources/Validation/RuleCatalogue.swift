/// Every rule, group by group, in the order of the guide.
package enum RuleCatalogue {
  package static let rules: [any Rule] =
    FrontMatterRules.all + IdentityRules.all + SectionRules.all + TimeRules.all + RootCauseRules.all
    + ActionItemRules.all + LanguageRules.all + LinkRules.all + SafetyRules.all + ProcessRules.all + TextRules.all

  package static func rule(_ id: String) -> (any Rule)? {
    rules.first { type(of: $0).description.id == id }
  }

  package static var descriptions: [RuleDescription] { rules.map { type(of: $0).description } }
}
