import KnowledgeBase
import Language
import PostMortems
import Templates

/// How to write a post-mortem here: the scale, what is asked for, the skeleton.
struct WritingView: TemplateView {
  let page: PageFrame
  let severities: [SeverityView]
  let hasMeanings: Bool
  let fields: [String]
  let sections: [String]
  let skeleton: String?
  let plan: [PlanEntry]
  let rules: [RuleGroupView]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("severities", \.severities), .flag("hasMeanings", \.hasMeanings),
    .list("fields", \.fields), .list("sections", \.sections), .text("skeleton", \.skeleton), .list("plan", \.plan),
    .list("rules", \.rules))
}

/// Builds the page for authors.
enum WritingPage {
  static func view(in site: SiteSource, skeleton: [UInt8]?) -> WritingView {
    let settings = site.knowledgeBase.settings
    let root = SitePaths.root(of: SitePaths.writing)
    return WritingView(
      page: site.frames.frame(SitePaths.writing, title: say("How to write a post-mortem")),
      severities: settings.severities.enumerated().map { index, level in
        SeverityView(Severity(name: level.name, rank: index + 1), settings)
      },
      hasMeanings: settings.severities.contains { !$0.meaning.isEmpty }, fields: settings.requiredFields,
      sections: settings.sections.always.map(\.title), skeleton: skeleton.map { String(decoding: $0, as: UTF8.self) },
      plan: site.knowledgeBase.plan.map { PlanEntry($0, root: root) }, rules: RulePage.groups(in: site))
  }
}
