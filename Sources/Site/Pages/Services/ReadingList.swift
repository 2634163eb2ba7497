import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// A post-mortem that a newcomer to a service should read, with the reasons.
struct Reading: TemplateView {
  let incident: IncidentRow
  let reasons: [String]

  static let schema = ViewSchema<Self>(.view("incident", \.incident), .list("reasons", \.reasons))
}

/// Chooses the post-mortems of a service that teach most.
///
/// Each is weighed by three things that a reader can see: how grave it was (5 less its rank), how often one of its causes
/// has struck (up to 4) and how much of the story is told (a point each for a timeline, a cause, what was learnt and what
/// was done about it). A cause that is on the list already counts no more, so that the list does not say one thing five
/// times. Ties go to the newer one.
struct ReadingList {
  static let lengths = 3...5

  private struct Candidate {
    let position: Int
    let rank: Int?
    /// By slug, with how often each has struck.
    let causes: [String: Int]
    let parts: [String]
    let tellsOfLuck: Bool

    func weight(without known: Set<String>) -> Int {
      let fresh = causes.filter { !known.contains($0.key) }
      let struck = fresh.values.max() ?? 0
      return max(0, 5 - (rank ?? 5)) + min(max(struck - 1, 0), 4) + parts.count
        - (fresh.isEmpty && !causes.isEmpty ? 3 : 0)
    }
  }

  /// Empty for a service with too few incidents to choose from.
  static func readings(of positions: [Int], _ site: SiteSource, root: String) -> [Reading] {
    var rest = positions.compactMap { candidate($0, site.knowledgeBase) }
    guard rest.count >= lengths.lowerBound else { return [] }
    let gravest = rest.compactMap(\.rank).min()
    var known: Set<String> = []
    var readings: [Reading] = []
    while readings.count < lengths.upperBound, !rest.isEmpty {
      let weights = rest.map { $0.weight(without: known) }
      guard let best = weights.max(), let index = weights.firstIndex(of: best) else { break }
      let chosen = rest.remove(at: index)
      let reasons = reasons(chosen, gravest: gravest, known: known, site)
      readings.append(Reading(incident: IncidentRow(chosen.position, site, root: root), reasons: reasons))
      known.formUnion(chosen.causes.keys)
    }
    return readings
  }

  private static func candidate(_ position: Int, _ knowledgeBase: KnowledgeBase) -> Candidate? {
    let postMortem = knowledgeBase.postMortems[position]
    guard postMortem.status == .published, postMortem.kind != .drill else { return nil }
    let draft = postMortem.draft
    func has(_ roles: SectionRole...) -> Bool { roles.contains { draft.section($0) != nil } }
    var causes: [String: Int] = [:]
    for name in postMortem.fields.rootCauses {
      guard let cause = knowledgeBase.causes.cause(name.value) else { continue }
      causes[cause.slug] = cause.occurrences.count
    }
    var parts: [String] = []
    if (draft.timeline?.events.count ?? 0) >= 4 { parts.append(say("timeline")) }
    if has(.rootCause, .contributingFactors, .fiveWhys) { parts.append(say("cause")) }
    if has(.lessonsLearned, .wentWell, .wentWrong, .lucky, .surprised) { parts.append(say("lessons")) }
    if !draft.actionItems.isEmpty { parts.append(say("action items")) }
    return Candidate(
      position: position, rank: postMortem.severity?.rank, causes: causes, parts: parts,
      tellsOfLuck: has(.lucky, .surprised))
  }

  private static func reasons(
    _ candidate: Candidate, gravest: Int?, known: Set<String>, _ site: SiteSource
  ) -> [String] {
    var reasons: [String] = []
    let severity = site.knowledgeBase.postMortems[candidate.position].severity
    if let severity {
      reasons.append(severity.rank == gravest ? say("as grave as it got: \(severity.name)") : severity.name)
    }
    let struck = candidate.causes.filter { !known.contains($0.key) && $0.value > 1 }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let struck, let cause = site.knowledgeBase.causes.cause(struck.key) {
      reasons.append(say("its cause struck \(CountWords.times(struck.value)): \(cause.title)"))
    }
    switch candidate.parts.count {
    case 4: reasons.append(say("tells the whole story: \(CountWords.list(candidate.parts))"))
    case 1...: reasons.append(say("has \(CountWords.list(candidate.parts))"))
    default: break
    }
    if candidate.tellsOfLuck { reasons.append(say("says where luck or surprise came in")) }
    return reasons
  }
}
