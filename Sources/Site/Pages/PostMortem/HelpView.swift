import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// "If this is happening now": what stopped it, and what the records of its causes say to do.
struct HelpView: TemplateView {
  let mitigations: [String]
  let failed: [String]
  let causes: [CauseHelp]

  static let schema = ViewSchema<Self>(
    .list("mitigations", \.mitigations), .list("failed", \.failed), .list("causes", \.causes))

  /// Nil where nothing is known that could help.
  init?(_ postMortem: PostMortem, _ site: SiteSource, root: String) {
    let start = postMortem.fields.started?.value
    mitigations = postMortem.fields.mitigations.filter { $0.worked != false }.compactMap { Self.words($0, start) }
    failed = postMortem.fields.mitigations.filter { $0.worked == false }.compactMap { Self.words($0, start) }
    var seen: Set<String> = []
    causes = postMortem.fields.rootCauses.compactMap { name in
      guard let cause = site.knowledgeBase.causes.cause(name.value), seen.insert(cause.slug).inserted else {
        return nil
      }
      return CauseHelp(cause, site, root: root)
    }
    if mitigations.isEmpty, causes.isEmpty { return nil }
  }

  private static func words(_ mitigation: Mitigation, _ start: Instant?) -> String? {
    guard let type = mitigation.type?.value, type != "none" else { return nil }
    var words = VocabularyWords.capitalised(type)
    if let at = mitigation.at?.value, at.precision != .day {
      words = say("\(words), at \(at.clock) UTC")
      if let span = Phases.span(start, at) {
        words = say("\(words), \(DurationWords.text(seconds: span)) after the start")
      }
    }
    if mitigation.isAutomated == true { words = say("\(words), by itself") }
    return words
  }
}

/// A cause's first check and workaround.
struct CauseHelp: TemplateView {
  let cause: LinkView
  let firstCheck: [UInt8]?
  let workaround: [UInt8]?

  static let schema = ViewSchema<Self>(
    .view("cause", \.cause), .html("firstCheck", \.firstCheck), .html("workaround", \.workaround))

  init?(_ cause: Cause, _ site: SiteSource, root: String) {
    guard let record = cause.record else { return nil }
    self.cause = LinkView(cause.title, href: root + SitePaths.cause(cause.slug))
    firstCheck = CauseSection.html(.firstCheck, of: record, site: site, root: root, level: 4)
    workaround = CauseSection.html(.workaround, of: record, site: site, root: root, level: 4)
    if firstCheck == nil, workaround == nil { return nil }
  }
}
