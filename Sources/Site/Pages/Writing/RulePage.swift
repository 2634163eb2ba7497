import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates
import Validation

/// A rule as the guide for authors tells it, from its own text and examples.
struct RuleView: TemplateView {
  let page: PageFrame
  let id: String
  let summary: String
  let rationale: String
  let level: String
  let reported: [String]
  let right: [String]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("id", \.id), .text("summary", \.summary), .text("rationale", \.rationale),
    .text("level", \.level), .list("reported", \.reported), .list("right", \.right))
}

/// A rule as one line of the guide.
struct RuleEntry: TemplateView {
  let id: String
  let href: String
  let summary: String
  let level: String

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("href", \.href), .text("summary", \.summary), .text("level", \.level))
}

/// The rules of one subject.
struct RuleGroupView: TemplateView {
  let name: String
  let rules: [RuleEntry]

  static let schema = ViewSchema<Self>(.text("name", \.name), .list("rules", \.rules))
}

/// Builds the pages of the rules and the guide's list of them.
enum RulePage {
  /// An example longer than this is generated, and teaches nobody.
  private static let exampleLimit = 500

  static func view(of rule: RuleDescription, in site: SiteSource) -> RuleView {
    let path = SitePaths.rule(rule.id)
    return RuleView(
      page: site.frames.frame(
        path, title: rule.id, parents: [(say("How to write a post-mortem"), SitePaths.writing)],
        description: rule.summary),
      id: rule.id, summary: sentence(rule.summary), rationale: rule.rationale, level: level(of: rule, in: site),
      reported: rule.triggering.map(unmarked).filter { !$0.isEmpty && $0.utf8.count <= exampleLimit },
      right: rule.nonTriggering.map(unmarked).filter { $0.utf8.count <= exampleLimit })
  }

  static func groups(in site: SiteSource) -> [RuleGroupView] {
    let root = SitePaths.root(of: SitePaths.writing)
    let byGroup = Dictionary(grouping: RuleCatalogue.descriptions, by: \.group)
    return RuleGroup.allCases.compactMap { group in
      guard let rules = byGroup[group] else { return nil }
      return RuleGroupView(
        name: sentence(group.rawValue),
        rules: rules.map {
          RuleEntry(
            id: $0.id, href: root + SitePaths.rule($0.id), summary: sentence($0.summary), level: level(of: $0, in: site)
          )
        })
    }
  }

  private static func level(of rule: RuleDescription, in site: SiteSource) -> String {
    (site.knowledgeBase.settings.ruleLevels[rule.id] ?? rule.level).rawValue
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func unmarked(_ example: String) -> String {
    var text = example.filter { $0 != "↓" }
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
