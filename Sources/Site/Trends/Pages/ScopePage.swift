internal import KnowledgeBase
internal import PostMortems
internal import Statistics
internal import Templates

/// The trends of a service, a team or a severity on one page.
struct ScopePage: TemplateView {
  let page: PageFrame
  let title: String
  let basis: String
  let figures: [FigureView]

  init(_ scope: ScopeEntry, _ figures: [Figure], _ trends: Trends, _ site: SiteSource) {
    let frame = site.frames.frame(scope.path, title: "Trends: \(scope.title)", area: .trends)
    page = frame
    title = "Trends: \(scope.title)"
    basis = "\(CountWords.text(trends.sample.incidents.count, "published incident")), \(trends.sample.scope.phrase)."
    self.figures = figures.map {
      FigureView($0, base: site.knowledgeBase, folder: scope.folder, root: frame.root)
    }
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("basis", \.basis), .list("figures", \.figures))
}

/// A part of the knowledge base with trends of its own.
struct ScopeEntry: Sendable {
  let scope: TrendScope
  let title: String
  /// With a closing slash.
  let folder: String

  var path: String { folder + "index.html" }

  /// Fewer incidents than this are read, not counted: their service's page lists them.
  static let leastIncidents = 5

  /// The severities, services and teams with enough incidents, in the order of the settings or by name.
  static func all(of base: KnowledgeBase) -> [(kind: String, entries: [ScopeEntry])] {
    let counted = base.counted
    func isEnough(_ scope: TrendScope) -> Bool { counted.count { scope.contains($0) } >= leastIncidents }
    let severities = base.settings.severities.map {
      ScopeEntry(scope: .severity($0.name), title: $0.name, folder: folder("severities", $0.name))
    }
    let services = base.services.map {
      ScopeEntry(scope: .service($0.entry.slug), title: $0.entry.title, folder: folder("services", $0.slug))
    }
    let teams = base.teams.map {
      ScopeEntry(scope: .team($0.entry.slug), title: $0.entry.title, folder: folder("teams", $0.slug))
    }
    return [("By severity", severities), ("By service", services), ("By team", teams)].map { kind, entries in
      (kind, entries.filter { isEnough($0.scope) })
    }.filter { !$0.1.isEmpty }
  }

  private static func folder(_ family: String, _ name: String) -> String {
    "\(TrendPaths.folder)\(family)/\(TrendPaths.slug(name))/"
  }
}
