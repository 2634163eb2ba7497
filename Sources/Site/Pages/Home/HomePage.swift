import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Statistics

/// Builds the first page: a door each for who must mend, who must write and who must decide.
enum HomePage {
  static func view(in site: SiteSource) -> HomeView {
    let knowledgeBase = site.knowledgeBase
    let root = ""
    let recurring = knowledgeBase.causes.all.filter { $0.slug != CauseCatalogue.unknown && $0.occurrences.count > 1 }
    let unfinished = knowledgeBase.postMortems.indices.filter { knowledgeBase.postMortems[$0].status != .published }
    return HomeView(
      page: site.frames.frame(
        SitePaths.home, title: knowledgeBase.settings.title,
        description: knowledgeBase.settings.description.isEmpty ? nil : knowledgeBase.settings.description),
      knownProblems: knownProblems(knowledgeBase), hasPlan: !knowledgeBase.plan.isEmpty,
      planCount: CountWords.text(knowledgeBase.plan.count, "page"),
      unfinished: unfinished.prefix(4).map { IncidentRow($0, site, root: root) }, lacking: lacking(site),
      facts: HomeFacts.facts(knowledgeBase, root: root), chart: chart(site),
      recurring: recurring.prefix(6).map { CauseRow($0, site, root: root) },
      broken: BrokenPromiseList.rows(site, root: root), brokenSummary: BrokenPromiseList.summary(knowledgeBase),
      decisions: decisions(site, root), noDecision: noDecision(knowledgeBase),
      anniversaries: AnniversaryList(site),
      recent: knowledgeBase.postMortems.indices.prefix(8).map { IncidentRow($0, site, root: root, withSummary: true) },
      isEmpty: knowledgeBase.postMortems.isEmpty)
  }

  /// Incidents by month, or by longer periods where months have too few to be drawn.
  private static func chart(_ site: SiteSource) -> FigureView? {
    let figures = TrendFigures(trends: site.trends, folder: TrendPaths.folder)
    let isDrawn = { (figure: Figure) in figure.presentation == .dots || figure.presentation == .summary }
    return [figures.monthFigure, figures.quarterFigure, figures.yearFigure].first(where: isDrawn).map {
      FigureView($0, base: site.knowledgeBase, folder: TrendPaths.folder, root: "")
    }
  }

  /// Causes that say what to check first, by how often they struck.
  private static func knownProblems(_ knowledgeBase: KnowledgeBase) -> [LinkView] {
    knowledgeBase.causes.all.filter { $0.record?.section(.firstCheck) != nil }.prefix(10).map {
      LinkView($0.title, href: SitePaths.cause($0.slug))
    }
  }

  private static func lacking(_ site: SiteSource) -> String? {
    let files = site.knowledgeBase.postMortems.filter { postMortem in
      site.findings[postMortem.file].contains { $0.level >= .warning }
    }.count
    return files == 0
      ? nil
      : say(
        files, one: "\(CountWords.number(files)) post-mortem lacks something",
        other: "\(CountWords.number(files)) post-mortems lack something")
  }

  /// Overdue promises by team, those from grave incidents first.
  private static func decisions(_ site: SiteSource, _ root: String) -> [DecisionGroup] {
    let knowledgeBase = site.knowledgeBase
    let grave = knowledgeBase.actions.overdue.filter {
      (knowledgeBase.postMortems[$0.postMortem].severity?.rank ?? 9) <= 2
    }
    let chosen = grave.isEmpty ? knowledgeBase.actions.overdue : grave
    let groups = Dictionary(grouping: chosen.prefix(12)) { $0.team ?? "" }
    return groups.sorted { $0.key < $1.key }.map { team, entries in
      DecisionGroup(
        team: team.isEmpty ? LinkView(say("No team")) : CatalogueLinks.team(team, site, root: root),
        table: ActionTable(rows: entries.map { ActionRow($0, site, root: root) }))
    }
  }

  private static func noDecision(_ knowledgeBase: KnowledgeBase) -> String {
    let entries = knowledgeBase.actions.entries
    let promises = entries.filter(\.isPromise)
    if promises.isEmpty, !entries.isEmpty {
      let count = CountWords.number(entries.count)
      return say(
        entries.count,
        one: "Nothing is overdue: the \(count) action item on record was reported by other organisations.",
        other: "Nothing is overdue: the \(count) action items on record were reported by other organisations.")
    }
    return promises.isEmpty ? say("No promise is on record.") : say("No promise is overdue.")
  }
}
