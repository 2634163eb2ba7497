import Foundation
import Testing

@testable import Site
@testable import Templates

/// The manual's page on the views of templates, made of the views themselves.
@Suite struct TemplateViewsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let page = root.appending(path: "Documentation/plan/template-views.md")

  private static let views: [(template: String, schema: AnyViewSchema)] = [
    ("actions", .init(of: ActionsView.self)), ("cause", .init(of: CauseView.self)),
    ("causes", .init(of: CauseIndexView.self)), ("concordance", .init(of: ConcordanceView.self)),
    ("data", .init(of: DataPageView.self)), ("exercise", .init(of: ExerciseView.self)),
    ("exercises", .init(of: ExerciseIndexView.self)), ("feeds", .init(of: FeedsView.self)),
    ("home", .init(of: HomeView.self)), ("incidents", .init(of: IncidentIndexView.self)),
    ("lessons", .init(of: LessonsView.self)), ("not-found", .init(of: NotFoundView.self)),
    ("owed", .init(of: OwedView.self)), ("plan", .init(of: PlanIndexView.self)),
    ("plan-page", .init(of: PlanPageView.self)), ("post-mortem", .init(of: PostMortemView.self)),
    ("quality", .init(of: QualityView.self)), ("redirect", .init(of: RedirectView.self)),
    ("rule", .init(of: RuleView.self)), ("search", .init(of: SearchShellView.self)),
    ("service", .init(of: ServiceView.self)), ("services", .init(of: CatalogueIndexView.self)),
    ("team", .init(of: TeamView.self)), ("teams", .init(of: CatalogueIndexView.self)),
    ("trends", .init(of: TrendsPage.self)), ("trends-definitions", .init(of: DefinitionsPage.self)),
    ("trends-question", .init(of: QuestionPage.self)), ("trends-review", .init(of: ReviewPage.self)),
    ("trends-rows", .init(of: RowsPage.self)), ("trends-scope", .init(of: ScopePage.self)),
    ("writing", .init(of: WritingView.self)), ("year", .init(of: YearView.self)),
  ]

  @Test func coversEveryPageTemplate() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "templates/pages").path(percentEncoded: false))
    let names = files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
    #expect(names.sorted() == Self.views.map(\.template))
  }

  @Test func isUpToDate() throws {
    let made = Self.text
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try made.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == made)
  }

  private static var text: String {
    var inner: [String: AnyViewSchema] = [:]
    for view in views { collect(view.schema, into: &inner) }
    for view in views { inner[view.schema.typeName] = nil }
    let pages = views.map { view in section("\(view.template).mustache", view.schema) }
    let nested = inner.values.sorted { $0.typeName < $1.typeName }.map { section($0.typeName, $0) }
    return head + pages.joined() + "\n# Views inside them\n" + nested.joined()
  }

  private static func collect(_ schema: AnyViewSchema, into found: inout [String: AnyViewSchema]) {
    guard found.updateValue(schema, forKey: schema.typeName) == nil else { return }
    for slot in schema.slots {
      if let inner = slot.content.schema { collect(inner(), into: &found) }
    }
  }

  private static func section(_ title: String, _ schema: AnyViewSchema) -> String {
    let rows = schema.slots.map { slot in
      let name = ViewName(slot)
      let type = name.viewType.map { " of `\($0)`" } ?? (name.kind == .list ? " of texts" : "")
      return "| `\(name.name)` | \(name.kind.rawValue)\(type)\(name.isOptional ? ", may be absent" : "") |\n"
    }
    return "\n## \(title)\n\n| Name | Is |\n|---|---|\n" + rows.joined()
  }

  private static let head = """
    ---
    title: Views of templates
    order: 24
    ---

    What each template of `templates/pages/` may name: made of the program's views, and checked when it is built. A name that
    does not exist is an error with file and line.

    | Tag | Writes |
    |---|---|
    | `{{name}}` | a text or number, escaped |
    | `{{{name}}}` | HTML that is safe as it stands |
    | `{{#name}}…{{/name}}` | the inside: for each item of a list, or where a value is there or a flag is set |
    | `{{^name}}…{{/name}}` | the inside where it is absent or not set |
    | `{{^empty(list)}}…{{/empty(list)}}` | the inside where a list or text is not empty |
    | `{{^last()}}…{{/last()}}` | the inside for every item but the last |
    | `{{.}}` | the value of the section itself |
    | `{{> partial}}` | a file of `partials/`, with the names of this place |
    | `{{<layout}}…{{/layout}}`, `{{$block}}…{{/block}}` | a partial, with some of its blocks replaced |

    A view of `page` is on every page: `PageFrame`, [below](#pageframe).

    # Pages

    """
}
