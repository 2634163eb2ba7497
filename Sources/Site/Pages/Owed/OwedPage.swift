import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// Which recorded incidents owe a post-mortem, and by which rule.
struct OwedView: TemplateView {
  let page: PageFrame
  let summary: String
  let policy: String
  let sections: [OwedSection]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("summary", \.summary), .text("policy", \.policy), .list("sections", \.sections))
}

/// Incidents of one verdict.
struct OwedSection: TemplateView {
  let id: String
  let title: String
  let explanation: String
  let count: String
  let hasDue: Bool
  let hasPostMortem: Bool
  let rows: [OwedRow]
  let left: String?

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .text("explanation", \.explanation), .text("count", \.count),
    .flag("hasDue", \.hasDue), .flag("hasPostMortem", \.hasPostMortem), .list("rows", \.rows), .text("left", \.left))
}

/// One incident with what the policy says of it.
struct OwedRow: TemplateView {
  let name: LinkView
  let key: String
  let day: TimeView?
  let due: TimeView?
  let late: String?
  let reason: String
  /// That the short form is enough; nil where it is not.
  let form: String?
  let postMortem: LinkView?

  static let schema = ViewSchema<Self>(
    .view("name", \.name), .text("key", \.key), .view("day", \.day), .view("due", \.due), .text("late", \.late),
    .text("reason", \.reason), .text("form", \.form), .view("postMortem", \.postMortem))
}

/// Builds the page on owed post-mortems from a saved list of incidents.
enum OwedPage {
  private static let most = 100

  static func view(of verdicts: [DueVerdict], in site: SiteSource) -> OwedView {
    let groups = Dictionary(grouping: verdicts, by: \.verdict)
    return OwedView(
      page: site.frames.frame(SitePaths.owed, title: say("Owed post-mortems")), summary: summary(verdicts),
      policy: policy(site.knowledgeBase.settings),
      sections: DueVerdict.Verdict.allCases.compactMap { verdict in
        groups[verdict].map { section(verdict, $0, site) }
      })
  }

  static func summary(_ verdicts: [DueVerdict]) -> String {
    let late = verdicts.count { $0.verdict == .late }
    let owed = verdicts.count { $0.verdict == .owed }
    guard !verdicts.isEmpty else { return say("The list holds no incident.") }
    let whole = CountWords.text(verdicts.count, "incident")
    guard late + owed > 0 else { return say("None of \(whole) owes a post-mortem.") }
    let number = CountWords.number(late + owed)
    let words = say(
      late + owed, one: "\(number) of \(whole) owes a post-mortem", other: "\(number) of \(whole) owe a post-mortem")
    guard late > 0 else { return "\(words)." }
    if owed == 0 { return late == 1 ? say("\(words), and it is late.") : say("\(words), and all of them are late.") }
    return say("\(words), \(CountWords.number(late)) of them late.")
  }

  /// The criteria as a sentence, so that a reader can contradict a verdict.
  private static func policy(_ settings: Settings) -> String {
    let due = settings.policy.due
    let severities = settings.dueSeverities
    let parts = [
      severities.isEmpty ? nil : say("its severity is \(Self.either(severities))"),
      due.dataLoss ? say("data was lost") : nil,
      due.downtimeMinutes.map { say("it went on for \($0) minutes or more") },
      due.foundBy.isEmpty ? nil : say("it was found by: \(Self.either(due.foundBy))"),
      due.tiers.isEmpty ? nil : say("a service of tier \(Self.either(due.tiers)) was hit"),
      due.rollback ? say("something was rolled back") : nil,
      due.responders.map { say("\($0) people or more took part") },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return say("The policy asks for no post-mortem.") }
    let conditions = parts.joined(separator: say(", or "))
    let span = CountWords.text(due.withinDays, "day")
    return say("An incident owes a post-mortem within \(span) of its end if \(conditions).")
  }

  private static func either(_ words: [String]) -> String { words.joined(separator: say(" or ")) }

  private static func section(_ verdict: DueVerdict.Verdict, _ verdicts: [DueVerdict], _ site: SiteSource)
    -> OwedSection
  {
    let (title, explanation) = words(verdict)
    let rows = verdicts.prefix(most).map { row($0, site) }
    return OwedSection(
      id: verdict.rawValue, title: title, explanation: explanation, count: CountWords.number(verdicts.count),
      hasDue: rows.contains { $0.due != nil }, hasPostMortem: rows.contains { $0.postMortem != nil }, rows: rows,
      left: verdicts.count > most ? CountWords.text(verdicts.count - most, "more incident") : nil)
  }

  private static func words(_ verdict: DueVerdict.Verdict) -> (title: String, explanation: String) {
    switch verdict {
    case .late: (say("Late"), say("The time that the policy gives is over, longest first."))
    case .owed: (say("Owed"), say("There is still time, soonest first."))
    case .written:
      (say("Written"), say("A post-mortem names the incident, or tells of the same service at the same time."))
    case .waived: (say("Waived"), say("The settings say why none is needed."))
    case .notDue:
      (say("Not due"), say("The policy does not ask for one. Whoever learned something writes one all the same."))
    }
  }

  private static func row(_ verdict: DueVerdict, _ site: SiteSource) -> OwedRow {
    let root = SitePaths.root(of: SitePaths.owed)
    let url = verdict.incident.sources.lazy.compactMap(\.url).first { LinkPolicy.judge($0) == .external }
    let postMortem = verdict.postMortem.map { site.knowledgeBase.postMortems[$0] }
    return OwedRow(
      name: LinkView(verdict.incident.title, href: url), key: verdict.incident.id,
      day: verdict.incident.started.map { TimeView($0.day) }, due: verdict.due.map { TimeView($0) },
      late: verdict.lateDays.map { say("\(CountWords.text($0, "day")) late") }, reason: sentence(verdict.reason),
      form: verdict.isOpen && verdict.isMinorEnough ? say("The short form is enough.") : nil,
      postMortem: postMortem.map {
        LinkView(
          $0.status == .draft ? say("\($0.title) (draft)") : $0.title, href: root + SitePaths.postMortem($0.slug))
      })
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}
