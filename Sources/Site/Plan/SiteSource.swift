import Diagnostics
import KnowledgeBase
import PostMortems

/// What all pages are made of: one knowledge base with what rules found in it; read by many threads, changed by none.
///
/// A class, because the closure of every page holds it.
final class SiteSource: Sendable {
  let knowledgeBase: KnowledgeBase
  /// By file, relative to the input.
  let findings: DiagnosticsByFile
  let options: SiteOptions
  let paths: SitePaths
  let frames: FrameMaker
  /// The numbers of the whole record; those of a scope share their facts.
  var trends: Trends { wholeTrends.value }
  /// What the data files of figures say of each row.
  var rowLines: RowPlaceLines { lines.value }
  /// The day of the oldest dated post-mortem.
  let firstDay: Day?
  /// Positions of the post-mortems that can be played through, newest first.
  let exercises: [Int]
  /// By path in the input, of those that could be measured.
  let pictures: [String: PictureSize]
  private let playable: Set<Int>
  private let wholeTrends: MadeOnce<Trends>
  private let lines: MadeOnce<RowPlaceLines>
  private let services: [String: ServiceHistory]
  private let teams: [String: TeamHistory]

  init(
    knowledgeBase: KnowledgeBase, findings: DiagnosticsByFile, options: SiteOptions,
    pictures: [String: PictureSize] = [:]
  ) {
    self.knowledgeBase = knowledgeBase
    self.findings = findings
    self.options = options
    paths = SitePaths(knowledgeBase.postMortems)
    frames = FrameMaker(knowledgeBase, options)
    self.pictures = pictures
    firstDay = knowledgeBase.postMortems.lazy.compactMap(\.day).min()
    exercises = Exercise.positions(in: knowledgeBase)
    playable = Set(exercises)
    wholeTrends = MadeOnce { Trends(knowledgeBase) }
    lines = MadeOnce { RowPlaceLines(knowledgeBase) }
    services = Dictionary(knowledgeBase.services.map { ($0.entry.slug, $0) }, uniquingKeysWith: { first, _ in first })
    teams = Dictionary(knowledgeBase.teams.map { ($0.entry.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func hasExercise(_ position: Int) -> Bool { playable.contains(position) }

  /// A service by the name that documents use.
  func service(_ name: String) -> ServiceHistory? { services[name] }

  /// A team by the name that documents use.
  func team(_ name: String) -> TeamHistory? { teams[name] }
}
