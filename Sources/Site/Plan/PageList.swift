import KnowledgeBase
import PostMortems
import Templates
import Validation

/// Puts every page of the site on a list, with the closure that makes it.
struct PageList {
  /// All but those that are known by counting only.
  private(set) var pages: [PlannedPage] = []
  private let site: SiteSource
  private let templates: SiteTemplates
  /// Addresses of pages that stand for themselves.
  private var own: [String] = []

  init(_ site: SiteSource, _ templates: SiteTemplates, skeleton: [UInt8]?) {
    self.site = site
    self.templates = templates
    add(SitePaths.home, templates.home) { HomePage.view(in: site) }
    addBoards()
    if let owed = site.options.owed {
      add(SitePaths.owed, templates.owed) { OwedPage.view(of: owed, in: site) }
    }
    add(SitePaths.dataQuality, templates.quality) { QualityPage.view(in: site) }
    add(DataPaths.page, templates.data) { DataPage.view(in: site) }
    pages += DataFiles.pages(of: site)
    add(SitePaths.writing, templates.writing) { WritingPage.view(in: site, skeleton: skeleton) }
    add(SitePaths.search, templates.search) { SearchShell.view(in: site) }
    add(SitePaths.concordance, templates.concordance) { ConcordancePage.view(in: site) }
    add(SitePaths.notFound, templates.notFound) { NotFoundPage.view(in: site) }
    addRules()
    addIncidents()
    addCauses()
    addCatalogue()
    addPlan()
    addLearning()
    add(SitePaths.feeds, templates.feeds) { FeedsPage.view(in: site) }
    pages += Self.programFiles(site)
    own = pages.map(\.path)
    addRedirects()
    addHeaders()
  }

  /// The pages whose number depends on what the numbers of the trends are, and the list of all addresses.
  func counted(planning: PagePlanning) -> [PlannedPage] {
    let trends = planning(templates.trends.plan(site)).flatMap { $0 }
    return trends + sitemap(own + trends.map(\.path))
  }

  private mutating func add<View>(
    _ path: String, _ template: BoundTemplate<View>, _ view: @escaping @Sendable () -> View
  ) {
    pages.append(PlannedPage(path: path) { template.render(view(), into: &$0) })
  }

  private mutating func addIncidents() {
    let site = site
    for (position, postMortem) in site.knowledgeBase.postMortems.enumerated() {
      add(SitePaths.postMortem(postMortem.slug), templates.postMortem) { PostMortemPage.view(of: position, in: site) }
      // Beside their page, because they tell of the same relations.
      pages += Self.twins(ofPostMortem: position, site)
    }
    add(SitePaths.incidents, templates.incidents) { IncidentIndexPage.view(in: site) }
    let years = IncidentIndexPage.years(site.knowledgeBase)
    for (year, positions) in years {
      guard let year else { continue }
      add(site.paths.year(year), templates.year) { YearPage.view(of: year, positions: positions, all: years, in: site) }
    }
  }

  /// The board of everything and those of teams and services, each on as many pages as it takes.
  private mutating func addBoards() {
    let groups = BoardScope.groups(of: site.knowledgeBase)
    addBoard(ActionsPage(.whole(site.knowledgeBase), site.knowledgeBase), groups)
    for group in groups {
      for (_, scope) in group.scopes { addBoard(ActionsPage(scope, site.knowledgeBase), []) }
    }
  }

  private mutating func addBoard(_ board: ActionsPage, _ groups: [BoardScope.Group]) {
    let site = site
    for (number, path) in board.paths.enumerated() {
      add(path, templates.actions) { board.view(of: number, in: site, groups: groups) }
    }
  }

  private mutating func addRules() {
    let site = site
    for rule in RuleCatalogue.descriptions {
      add(SitePaths.rule(rule.id), templates.rule) { RulePage.view(of: rule, in: site) }
    }
  }

  private mutating func addCauses() {
    let site = site
    for cause in site.knowledgeBase.causes.all {
      add(SitePaths.cause(cause.slug), templates.cause) { CausePage.view(of: cause, in: site) }
    }
    add(SitePaths.causes, templates.causes) { CauseIndexPage.view(in: site) }
  }

  private mutating func addCatalogue() {
    let site = site
    for service in site.knowledgeBase.services {
      add(SitePaths.service(service.slug), templates.service) { ServicePage.view(of: service, in: site) }
    }
    for team in site.knowledgeBase.teams {
      add(SitePaths.team(team.slug), templates.team) { TeamPage.view(of: team, in: site) }
    }
    for archive in IncidentArchive.all(site.knowledgeBase) {
      for page in archive.yearPages(site) { add(page.path, templates.year, page.view) }
    }
    add(SitePaths.services, templates.services) { ServiceIndexPage.view(in: site) }
    add(SitePaths.teams, templates.teams) { TeamIndexPage.view(in: site) }
  }

  private mutating func addPlan() {
    let site = site
    var taken: Set<String> = []
    for page in site.knowledgeBase.plan where taken.insert(page.slug).inserted {
      add(SitePaths.planPage(page.slug), templates.planPage) { PlanPages.view(of: page, in: site) }
    }
    add(SitePaths.responsePlan, templates.plan) { PlanPages.index(in: site) }
  }

  private mutating func addLearning() {
    let site = site
    let lessons = LessonsPage(site)
    add(SitePaths.lessons, templates.lessons) { lessons.index() }
    for year in lessons.years {
      add(SitePaths.lessons(year), templates.lessons) { lessons.page(of: year) }
    }
    add(SitePaths.exercises, templates.exercises) { ExerciseIndexPage.view(in: site) }
    for position in site.exercises {
      guard let page = ExercisePage(position, site) else { continue }
      add(SitePaths.exercise(site.knowledgeBase.postMortems[position].slug), templates.exercise) { page.view() }
    }
  }

  /// Addresses that stand for themselves: no redirects, no page for what is not there.
  private func sitemap(_ paths: [String]) -> [PlannedPage] {
    guard let baseURL = site.options.baseURL else { return [] }
    let listed = paths.filter { $0.hasSuffix(".html") && $0 != SitePaths.notFound }
    return SitemapPage.files(of: listed, baseURL: baseURL).map { file in
      PlannedPage(path: file.path) { $0 += file.bytes }
    }
  }

  private mutating func addHeaders() {
    guard let baseURL = site.options.baseURL else { return }
    let (site, template) = (site, templates.notFound)
    pages.append(
      PlannedPage(path: HeadersFile.path) {
        var page: [UInt8] = []
        template.render(NotFoundPage.view(in: site), into: &page)
        $0 += HeadersFile.document(
          page: page, metrics: DataPaths.metrics, baseURL: baseURL, isHidden: !site.options.isPublic)
      })
  }

  private mutating func addRedirects() {
    let site = site
    for redirect in RedirectPage.redirects(in: site, taken: Set(pages.map(\.path))) {
      add(redirect.path, templates.redirect) {
        RedirectPage.view(at: redirect.path, to: redirect.position, in: site)
      }
    }
    for redirect in RedirectPage.causes(in: site, taken: Set(pages.map(\.path))) {
      add(redirect.path, templates.redirect) { RedirectPage.view(at: redirect.path, to: redirect.cause, in: site) }
    }
  }
}
