import Diagnostics
import Language
import Templates

/// Every page's template, bound to the view it is filled from.
struct SiteTemplates: Sendable {
  let home: BoundTemplate<HomeView>
  let postMortem: BoundTemplate<PostMortemView>
  let incidents: BoundTemplate<IncidentIndexView>
  let year: BoundTemplate<YearView>
  let causes: BoundTemplate<CauseIndexView>
  let cause: BoundTemplate<CauseView>
  let services: BoundTemplate<CatalogueIndexView>
  let service: BoundTemplate<ServiceView>
  let teams: BoundTemplate<CatalogueIndexView>
  let team: BoundTemplate<TeamView>
  let actions: BoundTemplate<ActionsView>
  let owed: BoundTemplate<OwedView>
  let quality: BoundTemplate<QualityView>
  let data: BoundTemplate<DataPageView>
  let plan: BoundTemplate<PlanIndexView>
  let planPage: BoundTemplate<PlanPageView>
  let writing: BoundTemplate<WritingView>
  let rule: BoundTemplate<RuleView>
  let search: BoundTemplate<SearchShellView>
  let lessons: BoundTemplate<LessonsView>
  let exercises: BoundTemplate<ExerciseIndexView>
  let exercise: BoundTemplate<ExerciseView>
  let concordance: BoundTemplate<ConcordanceView>
  let feeds: BoundTemplate<FeedsView>
  let notFound: BoundTemplate<NotFoundView>
  let redirect: BoundTemplate<RedirectView>
  let trends: TrendPages
  /// What is wrong with them; pages are only made where no error is among it.
  let diagnostics: [Diagnostic]
  /// Names that a view offers and no template uses.
  let unusedNames: [String]

  init(_ library: TemplateLibrary, in language: Language) {
    var binder = TemplateBinder(library, in: language)
    home = binder.bind("home")
    postMortem = binder.bind("post-mortem")
    incidents = binder.bind("incidents")
    year = binder.bind("year")
    causes = binder.bind("causes")
    cause = binder.bind("cause")
    services = binder.bind("services")
    service = binder.bind("service")
    teams = binder.bind("teams")
    team = binder.bind("team")
    actions = binder.bind("actions")
    owed = binder.bind("owed")
    quality = binder.bind("quality")
    data = binder.bind("data")
    plan = binder.bind("plan")
    planPage = binder.bind("plan-page")
    writing = binder.bind("writing")
    rule = binder.bind("rule")
    search = binder.bind("search")
    lessons = binder.bind("lessons")
    exercises = binder.bind("exercises")
    exercise = binder.bind("exercise")
    concordance = binder.bind("concordance")
    feeds = binder.bind("feeds")
    notFound = binder.bind("not-found")
    redirect = binder.bind("redirect")
    trends = TrendPages(&binder)
    diagnostics = binder.diagnostics + binder.unusedTemplates
    unusedNames = binder.unusedNames
  }
}
