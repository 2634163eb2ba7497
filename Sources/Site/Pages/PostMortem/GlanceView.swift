import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// What a reader must know in the first screen.
struct GlanceView: TemplateView {
  let severity: SeverityView?
  /// `draft`, `in review`, `drill`, `near miss`.
  let note: String?
  let isExternal: Bool
  let date: TimeView?
  let points: [PhasePoint]
  let facts: [FactView]
  /// Facts that fewer readers ask for.
  let more: [FactView]

  static let schema = ViewSchema<Self>(
    .view("severity", \.severity), .text("note", \.note), .flag("isExternal", \.isExternal), .view("date", \.date),
    .list("points", \.points), .list("facts", \.facts), .list("more", \.more))
}

/// A moment of an incident with the time since its start.
struct PhasePoint: TemplateView {
  let name: String
  let time: TimeView
  let clock: String
  /// False where nobody stated the zone: the clock is then as it was written.
  let hasZone: Bool
  /// The clock and zone in which its author wrote it, where that is not UTC.
  let written: String?
  let since: String?
  let number: Int

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .view("time", \.time), .text("clock", \.clock), .flag("hasZone", \.hasZone),
    .text("written", \.written), .text("since", \.since),
    .number("number", \.number))
}

extension GlanceView {
  init(_ postMortem: PostMortem, _ site: SiteSource, root: String) {
    severity = postMortem.severity.map { SeverityView($0, site.knowledgeBase.settings) }
    note = IncidentRow.note(postMortem)
    isExternal = postMortem.isExternal
    date = postMortem.day.map { TimeView($0) }
    points = Self.points(postMortem, site)
    facts = Self.facts(postMortem, site, root)
    more = Self.more(postMortem, site, root)
  }

  private static func points(_ postMortem: PostMortem, _ site: SiteSource) -> [PhasePoint] {
    let fields = postMortem.fields
    let start = fields.started?.value
    return fields.phases.enumerated().compactMap { number, phase in
      guard let moment = phase.instant, moment.value.precision != .day else { return nil }
      let instant = moment.value
      let hasZone = postMortem.draft.hasZone(moment, settings: site.knowledgeBase.settings)
      let isSameDay = instant.day == postMortem.day
      return PhasePoint(
        name: VocabularyWords.capitalised(phase.name), time: TimeView(instant, hasZone: hasZone),
        clock: isSameDay ? instant.clock : say("\(DateWords.short(instant.day)), \(instant.clock)"), hasZone: hasZone,
        written: WrittenClock.text(postMortem.draft.source.text(moment.span)),
        since: number == 0 ? nil : Phases.span(start, instant).map { DurationWords.text(seconds: $0) }, number: number)
    }
  }

  private static func facts(_ postMortem: PostMortem, _ site: SiteSource, _ root: String) -> [FactView] {
    let fields = postMortem.fields
    return [
      FactView(say("Root causes"), IncidentRow.causes(of: postMortem, site, root: root)),
      FactView(say("Services"), IncidentRow.services(of: postMortem, site, root: root)),
      FactView(say("Teams"), IncidentRow.teams(of: postMortem, site, root: root)),
      FactView(say("Set off by"), text: fields.trigger.map { VocabularyWords.text($0.value) }),
      FactView(say("Found by"), text: fields.detection.flatMap(detection)),
      FactView(say("Stopped by"), text: mitigations(fields.mitigations)),
      FactView(say("Impact"), impact(fields.impact).map { LinkView($0) }),
    ].compactMap { $0 }
  }

  private static func detection(_ detection: Detection) -> String? {
    let source = detection.source.map { VocabularyWords.text($0.value) }
    let alert = detection.alert.map { say("“\($0.value)”") }
    let parts = [source, alert].compactMap { $0 }
    return parts.isEmpty ? detection.firstSeenBy?.value : parts.joined(separator: " ")
  }

  private static func mitigations(_ mitigations: [Mitigation]) -> String? {
    var seen: Set<String> = []
    let words = mitigations.filter { $0.worked != false }.compactMap(\.type?.value)
      .filter { seen.insert($0).inserted }.map { VocabularyWords.text($0) }
    return words.isEmpty ? nil : CountWords.list(words)
  }

  private static func impact(_ impact: Impact?) -> [String] {
    guard let impact else { return [] }
    return [
      impact.users.map { say("\(CountWords.number($0)) users") },
      impact.requestsFailed.map { say("\(CountWords.number($0)) failed requests") },
      impact.minutes.map { DurationWords.text(seconds: Int64(min($0, 1e9) * 60)) }, impact.money,
      impact.dataLoss.map { $0 ? say("data lost") : say("no data lost") }, impact.slo.map { say("objective: \($0)") },
    ].compactMap { $0 }
  }

  private static func more(_ postMortem: PostMortem, _ site: SiteSource, _ root: String) -> [FactView] {
    let fields = postMortem.fields
    let factors = fields.contributingFactors.compactMap { factor -> LinkView? in
      if let name = factor.slug?.value, let cause = site.knowledgeBase.causes.cause(name) {
        return LinkView(factor.text ?? cause.title, href: root + SitePaths.cause(cause.slug))
      }
      return factor.text.map { LinkView($0) }
    }
    let controls = Self.controlWords.compactMap { state, words -> FactView? in
      let names = fields.controls.filter { $0.state.value == state }.map { VocabularyWords.text($0.control.value) }
      return FactView(words, text: CountWords.list(names))
    }
    let links = fields.links.map { name, address in
      LinkView(
        VocabularyWords.capitalised(name.value.replacing("_", with: "-")),
        href: LinkPolicy.judge(address.value) == .external ? address.value : nil)
    }
    let sources = fields.sources.map { source in
      LinkView(source.value, href: LinkPolicy.judge(source.value) == .external ? source.value : nil)
    }
    return
      ([FactView(say("Contributing factors"), factors)] + controls + [
        FactView(say("Responders"), text: responders(fields.responders)),
        FactView(say("Failure signatures"), postMortem.draft.signatures.map { LinkView($0.text) }),
        FactView(say("Elsewhere"), links), FactView(say("Sources"), sources),
        FactView(say("Tags"), text: CountWords.list(fields.tags.map(\.value))),
      ]).compactMap { $0 }
  }

  private static var controlWords: [(state: String, words: String)] {
    [
      ("failed", say("Controls that failed")), ("absent", say("Controls that were absent")),
      ("worked", say("Controls that worked")), ("present", say("Controls that were present")),
    ]
  }

  private static func responders(_ responders: Responders?) -> String? {
    guard let responders else { return nil }
    let parts = [
      responders.count.map { say("\(CountWords.number($0)) people") },
      responders.hours.map { say("\(CountWords.number($0)) hours in all") },
      responders.outOfHours.map { $0 ? say("out of hours") : say("in working hours") },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
