import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// Builds the page on which an incident is played through without knowing how it ends.
struct ExercisePage {
  private let postMortem: PostMortem
  private let exercise: Exercise
  private let site: SiteSource
  private let path: String
  private let root: String

  init?(_ position: Int, _ site: SiteSource) {
    postMortem = site.knowledgeBase.postMortems[position]
    guard let exercise = Exercise(postMortem) else { return nil }
    self.exercise = exercise
    self.site = site
    path = SitePaths.exercise(postMortem.slug)
    root = SitePaths.root(of: path)
  }

  func view() -> ExerciseView {
    let title = ExerciseWords.title(postMortem, exercise, site)
    let body = DocumentBody(
      postMortem.draft.document, site: site, root: root, title: postMortem.draft.title.span,
      home: SitePaths.postMortem(postMortem.slug))
    var days = DayMarks()
    var mentions = FootnoteMentions()
    func rows(_ events: [TimelineEvent]) -> [EventView] {
      events.map { EventView($0, in: body, days: &days, mentions: &mentions) }
    }
    let unseen = rows(exercise.unseen)
    days = DayMarks()
    let opening = rows(exercise.opening)
    let parts = ExerciseStage.stages(of: exercise, postMortem).map { stage in
      ExercisePart(
        stage.question,
        steps: stage.moments.map { ExerciseStep(heading: heading($0), rows: rows($0)) })
    }
    return ExerciseView(
      page: site.frames.frame(path, title: title, area: .incidents, parents: [(say("Exercises"), SitePaths.exercises)]),
      title: title, scene: ExerciseWords.scene(postMortem, exercise, site), opening: EventList(rows: opening),
      parts: parts, unseen: unseen.isEmpty ? nil : EventList(rows: unseen), answer: postMortem.title,
      postMortem: root + SitePaths.postMortem(postMortem.slug),
      summary: postMortem.summary, causes: IncidentRow.causes(of: postMortem, site, root: root))
  }

  /// `14:52, 7 minutes in`.
  private func heading(_ moment: [TimelineEvent]) -> String {
    guard let at = moment.first?.at else { return "" }
    let isSameDay = at.day == exercise.alarm.day
    let clock = isSameDay ? say("\(at.clock) UTC") : say("\(DateWords.long(at.day)), \(at.clock) UTC")
    let span = at.seconds - exercise.alarm.seconds
    return span == 0 ? clock : say("\(clock), \(DurationWords.text(seconds: span)) in")
  }
}

/// An incident to be played through.
struct ExerciseView: TemplateView {
  let page: PageFrame
  let title: String
  let scene: String
  let opening: EventList
  let parts: [ExercisePart]
  let unseen: EventList?
  let answer: String
  let postMortem: String
  let summary: String
  let causes: [LinkView]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("scene", \.scene), .view("opening", \.opening),
    .list("parts", \.parts), .view("unseen", \.unseen), .text("answer", \.answer),
    .text("postMortem", \.postMortem), .text("summary", \.summary),
    .list("causes", \.causes))
}

/// A question with the moments that answer it.
struct ExercisePart: TemplateView {
  let id: String
  let question: String
  let hint: String
  let steps: [ExerciseStep]

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("question", \.question), .text("hint", \.hint), .list("steps", \.steps))

  init(_ question: ExerciseStage.Question, steps: [ExerciseStep]) {
    self.steps = steps
    switch question {
    case .look:
      id = "page.look"
      self.question = say("What would you look at first?")
      hint = say(
        """
        Name the page, the command or the person, and what you expect to see. Then see what was known, and \
        when.
        """)
    case .stop:
      id = "page.stop"
      self.question = say("What would you do to stop the harm?")
      hint = say("Say what it may break, and how you would tell that it worked. Then see what was done.")
    case .settle:
      id = "page.settle"
      self.question = say("It has stopped hurting. What is left before you stand down?")
      hint = say("Think of what could bring it back, who has to be told, and what has to be mended.")
    }
  }
}

/// A moment that opens at a touch.
struct ExerciseStep: TemplateView {
  let heading: String
  let rows: [EventView]

  static let schema = ViewSchema<Self>(.text("heading", \.heading), .list("rows", \.rows))
}
