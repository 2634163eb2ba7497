import KnowledgeBase
import Language
import PostMortems
import Templates

/// The list of incidents that can be played through.
struct ExerciseIndexView: TemplateView {
  let page: PageFrame
  let rows: [ExerciseRow]

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("rows", \.rows))
}

/// An exercise as one line that does not give it away.
struct ExerciseRow: TemplateView {
  let title: String
  let href: String
  let severity: SeverityView?
  let facts: String

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("href", \.href), .view("severity", \.severity), .text("facts", \.facts))
}

/// Builds the list of exercises.
enum ExerciseIndexPage {
  static func view(in site: SiteSource) -> ExerciseIndexView {
    let root = SitePaths.root(of: SitePaths.exercises)
    return ExerciseIndexView(
      page: site.frames.frame(SitePaths.exercises, title: say("Exercises"), area: .incidents),
      rows: site.exercises.compactMap { position in
        let postMortem = site.knowledgeBase.postMortems[position]
        guard let exercise = Exercise(postMortem) else { return nil }
        return ExerciseRow(
          title: ExerciseWords.name(postMortem, exercise, site),
          href: root + SitePaths.exercise(postMortem.slug),
          severity: postMortem.severity.map { SeverityView($0, site.knowledgeBase.settings) },
          facts: ExerciseWords.extent(exercise))
      })
  }
}
