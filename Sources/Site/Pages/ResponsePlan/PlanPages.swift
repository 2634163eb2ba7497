import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// The index of the response plan.
struct PlanIndexView: TemplateView {
  let page: PageFrame
  let entries: [PlanEntry]

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("entries", \.entries))
}

/// A page of the plan as one line.
struct PlanEntry: TemplateView {
  let title: String
  let href: String
  let summary: String

  init(_ page: PlanPage, root: String) {
    title = page.title.value
    href = root + SitePaths.planPage(page.slug)
    let document = page.document
    let paragraph = document.blocks.first { document.nodes[$0].kind == .paragraph }
    let text = paragraph.map { document.plainText(of: $0) } ?? ""
    summary = Excerpt.text(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), limit: 170)
  }

  static let schema = ViewSchema<Self>(.text("title", \.title), .text("href", \.href), .text("summary", \.summary))
}

/// A page of the response plan as its author wrote it.
struct PlanPageView: TemplateView {
  let page: PageFrame
  let title: String
  let titleID: String?
  let body: [UInt8]
  let contents: [ContentsEntry]
  let source: SourceView

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("titleID", \.titleID), .html("body", \.body),
    .list("contents", \.contents), .view("source", \.source))
}

/// Builds the pages of the response plan.
enum PlanPages {
  static func index(in site: SiteSource) -> PlanIndexView {
    let root = SitePaths.root(of: SitePaths.responsePlan)
    return PlanIndexView(
      page: site.frames.frame(SitePaths.responsePlan, title: say("Response plan")),
      entries: site.knowledgeBase.plan.map { PlanEntry($0, root: root) })
  }

  static func view(of plan: PlanPage, in site: SiteSource) -> PlanPageView {
    let path = SitePaths.planPage(plan.slug)
    let body = DocumentBody(plan.document, site: site, root: SitePaths.root(of: path), title: plan.title.span)
    return PlanPageView(
      page: site.frames.frame(
        path, title: plan.title.value, parents: [(text: say("Response plan"), path: SitePaths.responsePlan)],
        forms: .twins),
      title: plan.title.value, titleID: body.titleID, body: body.html(), contents: body.contents(),
      source: PostMortemPage.source(plan.file, id: nil, site))
  }
}
