internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics
internal import Templates

/// The trends of a service, a team or a severity on one page.
struct ScopePage: TemplateView {
  let page: PageFrame
  let title: String
  let basis: String
  let figures: [FigureView]
  let reviews: [LinkView]

  init(_ scope: ScopeEntry, _ figures: [Figure], _ trends: Trends, periods: [Period], _ site: SiteSource) {
    let frame = site.frames.frame(scope.path, title: say("Trends: \(scope.title)"), area: .trends)
    page = frame
    title = say("Trends: \(scope.title)")
    basis = Self.basis(trends.sample)
    self.figures = figures.map {
      FigureView($0, base: site.knowledgeBase, folder: scope.folder, root: frame.root)
    }
    reviews = periods.map { LinkView($0.label, href: frame.root + TrendPaths.review($0, in: scope.folder)) }
  }

  private static func basis(_ sample: TrendSample) -> String {
    let count = sample.incidents.count
    switch sample.scope.kind {
    case .incident: return "\(CountWords.text(count, "published incident")), \(TrendWords.scope(sample.scope))."
    case .nearMiss:
      return say(
        """
        \(CountWords.text(count, "published near miss", plural: "published near misses")), counted here as \
        other pages count incidents.
        """)
    case .drill:
      return say("\(CountWords.text(count, "published drill")), counted here as other pages count incidents.")
    }
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("basis", \.basis), .list("figures", \.figures),
    .list("reviews", \.reviews))
}

/// A part of the knowledge base with trends of its own.
struct ScopeEntry: Sendable {
  let scope: TrendScope
  let title: String
  /// With a closing slash.
  let folder: String

  var path: String { folder + "index.html" }

  /// How many of the newest quarters a service or a team has a review of; years reach back to the first.
  static let reviewedQuarters = 8

  /// The periods of which there is a review: for whoever owns something and talks about it, a service or a team.
  func reviewedPeriods(_ sample: TrendSample) -> [Period] {
    switch scope {
    case .service, .team: break
    default: return []
    }
    let periods = Review.periods(of: sample)
    let oldest = Period(.quarter, containing: sample.asOf).advanced(by: 1 - Self.reviewedQuarters)
    return periods.filter { $0.unit == .year || $0 >= oldest }
  }

  /// Fewer incidents than this are read, not counted: their service's page lists them.
  static let leastIncidents = 5

  /// The severities, services, teams, kinds and years with enough incidents, in the order of the settings or by name.
  static func all(of base: KnowledgeBase) -> [(kind: String, entries: [ScopeEntry])] {
    let counted = base.counted
    let published = base.postMortems.filter { $0.status == .published && $0.day != nil }
    func isEnough(_ scope: TrendScope) -> Bool {
      published.count { $0.kind == scope.kind && scope.contains($0) } >= leastIncidents
    }
    let severities = base.settings.severities.map {
      ScopeEntry(scope: .severity($0.name), title: $0.name, folder: folder("severities", $0.name))
    }
    let services = base.services.map {
      ScopeEntry(scope: .service($0.entry.slug), title: $0.entry.title, folder: folder("services", $0.slug))
    }
    let teams = base.teams.map {
      ScopeEntry(scope: .team($0.entry.slug), title: $0.entry.title, folder: folder("teams", $0.slug))
    }
    let kinds = [PostMortem.Kind.nearMiss, .drill].map {
      ScopeEntry(
        scope: .kind($0), title: $0 == .drill ? say("Drills") : say("Near misses"), folder: folder("kinds", $0.rawValue)
      )
    }
    let years = Set(counted.compactMap { $0.day?.year }).sorted(by: >).map {
      ScopeEntry(scope: .year($0), title: "\($0)", folder: folder("years", "\($0)"))
    }
    return [
      (say("By severity"), severities), (say("By service"), services), (say("By team"), teams), (say("By kind"), kinds),
      (say("By year"), years),
    ].map { kind, entries in
      (kind, entries.filter { isEnough($0.scope) })
    }.filter { !$0.1.isEmpty }
  }

  private static func folder(_ family: String, _ name: String) -> String {
    "\(TrendPaths.folder)\(family)/\(TrendPaths.slug(name))/"
  }
}
