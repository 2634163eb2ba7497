import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// A promise that did not hold: its cause came back all the same.
struct BrokenPromiseRow: TemplateView {
  let cause: LinkView
  /// `Came back 68 days after it was done`.
  let lead: String
  let kind: String
  let promise: String
  let owner: LinkView?
  let promised: LinkView
  let incident: LinkView
  let date: TimeView?
  let more: String?

  static let schema = ViewSchema<Self>(
    .view("cause", \.cause), .text("lead", \.lead), .text("kind", \.kind), .text("promise", \.promise),
    .view("owner", \.owner), .view("promised", \.promised), .view("incident", \.incident), .view("date", \.date),
    .text("more", \.more))
}

/// The promises that did not hold, for the first page.
enum BrokenPromiseList {
  static let limit = 6

  static func rows(_ site: SiteSource, root: String) -> [BrokenPromiseRow] {
    site.knowledgeBase.recurrences.brokenPromises.prefix(limit).compactMap { cause, again in
      row(cause, again, site, root)
    }
  }

  private static func row(_ cause: Cause, _ again: Repeat, _ site: SiteSource, _ root: String) -> BrokenPromiseRow? {
    guard let first = again.promises.first else { return nil }
    let postMortem = site.knowledgeBase.postMortems[again.postMortem]
    let promise = StrikePromise(first, site, root: root)
    let others = again.promises.filter { $0.bearing == .against }.count - 1 + again.omitted
    return BrokenPromiseRow(
      cause: LinkView(cause.title, href: root + SitePaths.cause(cause.slug)), lead: lead(first),
      kind: again.verdict.rawValue, promise: promise.text, owner: promise.owner, promised: promise.source,
      incident: LinkView(postMortem.title, href: root + SitePaths.postMortem(postMortem.slug)),
      date: postMortem.day.map { TimeView($0) },
      more: others > 0 ? say("and \(CountWords.text(others, "other promise"))") : nil)
  }

  private static func lead(_ promise: PromiseStanding) -> String {
    switch (promise.state, promise.days) {
    case (.done, let days?): say("Came back \(CountWords.text(days, "day")) after it was done")
    case (.open, let days?) where days > 0: say("Came back while it was \(CountWords.text(days, "day")) overdue")
    default: say("Came back while it was open")
    }
  }

  /// How many repeats here had been promised to be prevented, in a sentence.
  static func summary(_ knowledgeBase: KnowledgeBase) -> String {
    let all = knowledgeBase.recurrences.recurring.flatMap(\.repeats)
    let here = all.filter { $0.place == .here }
    guard !all.isEmpty else { return say("No root cause is on record more than once.") }
    guard !here.isEmpty else {
      return say("No promise of this organisation was tested: of the causes that came back, none struck here twice.")
    }
    let (failed, open) = (here.count { $0.verdict == .failedAction }, here.count { $0.verdict == .openAction })
    let repeats =
      here.count == 1 ? say("The one repeat on record") : say("Of \(CountWords.text(here.count, "repeat")) on record")
    guard failed + open > 0 else { return say("\(repeats) met no promise that was kept or open.") }
    let (kept, late) = (CountWords.number(failed), CountWords.number(open))
    return say(
      "\(repeats), \(kept) came after the action against the cause was done and \(late) while it was still open.")
  }
}
