import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Statistics

/// The sentences of the first page, each with its number and its window.
enum HomeFacts {
  static func facts(_ knowledgeBase: KnowledgeBase, root: String) -> [HomeFact] {
    guard !knowledgeBase.postMortems.isEmpty else { return [] }
    return [recent(knowledgeBase, root), repeats(knowledgeBase, root), promises(knowledgeBase, root)]
      + [unfinished(knowledgeBase, root)].compactMap { $0 }
  }

  private static func recent(_ knowledgeBase: KnowledgeBase, _ root: String) -> HomeFact {
    let asOf = knowledgeBase.asOf
    let now = positions(knowledgeBase, after: asOf.adding(days: -90), through: asOf)
    let before = positions(knowledgeBase, after: asOf.adding(days: -180), through: asOf.adding(days: -90))
    let kinds = now.isEmpty ? "" : ": \(SeverityCounts.words(now, knowledgeBase))"
    let (day, earlier) = (DateWords.long(asOf), before.isEmpty ? say("none") : CountWords.number(before.count))
    return HomeFact(
      figure: CountWords.number(now.count),
      sentence: say(
        now.count, one: "incident in the 90 days to \(day)\(kinds); \(earlier) in the 90 days before.",
        other: "incidents in the 90 days to \(day)\(kinds); \(earlier) in the 90 days before."),
      link: LinkView(say("All incidents"), href: root + SitePaths.incidents))
  }

  /// How many incidents had a root cause that had struck within the year before them.
  private static func repeats(_ knowledgeBase: KnowledgeBase, _ root: String) -> HomeFact {
    let year = positions(knowledgeBase, after: knowledgeBase.asOf.adding(days: -365), through: knowledgeBase.asOf)
    let all = knowledgeBase.postMortems.indices.filter { isCounted(knowledgeBase.postMortems[$0]) }
    let isYear = year.count >= 5
    let window = isYear ? year : all
    let known = window.filter { !knowledgeBase.postMortems[$0].fields.rootCauses.isEmpty }
    let again = known.filter { struckBefore($0, knowledgeBase) }.count
    return HomeFact(
      figure: say("\(again) of \(known.count)"),
      sentence: isYear
        ? say("incidents of the last 12 months with a known root cause were repeats: the cause had struck before.")
        : say("incidents on record with a known root cause were repeats: the cause had struck before."),
      link: LinkView(say("Causes"), href: root + SitePaths.causes))
  }

  private static func struckBefore(_ position: Int, _ knowledgeBase: KnowledgeBase) -> Bool {
    guard let day = knowledgeBase.postMortems[position].day else { return false }
    return knowledgeBase.postMortems[position].fields.rootCauses.contains { name in
      let first = knowledgeBase.recurrences.recurrence(of: knowledgeBase.causes.canonical(name.value))?.occurrences
        .first
      return first.flatMap { knowledgeBase.postMortems[$0].day }.map { $0 < day } ?? false
    }
  }

  private static func promises(_ knowledgeBase: KnowledgeBase, _ root: String) -> HomeFact {
    let promises = knowledgeBase.actions.entries.filter(\.isPromise)
    let open = promises.filter(\.isOpen)
    let overdue = open.filter { $0.overdueDays != nil }.count
    let link = LinkView(say("Actions"), href: root + SitePaths.actions)
    guard !promises.isEmpty else {
      let reported = CountWords.text(knowledgeBase.actions.entries.count, "action item")
      return HomeFact(
        figure: "0", sentence: say("promises of this organisation; \(reported) reported by others."), link: link)
    }
    let (whole, late) = (
      CountWords.text(promises.count, "promise"), overdue == 0 ? say("none") : CountWords.number(overdue)
    )
    return HomeFact(
      figure: CountWords.number(open.count), sentence: say("of \(whole) still open, \(late) of them overdue."),
      link: link)
  }

  private static func unfinished(_ knowledgeBase: KnowledgeBase, _ root: String) -> HomeFact? {
    let count = knowledgeBase.postMortems.filter { $0.status != .published }.count
    guard count > 0 else { return nil }
    return HomeFact(
      figure: CountWords.number(count),
      sentence: say(count, one: "post-mortem is not yet published.", other: "post-mortems are not yet published."),
      link: LinkView(say("How to write one"), href: root + SitePaths.writing))
  }

  private static func isCounted(_ postMortem: PostMortem) -> Bool {
    postMortem.kind == .incident && postMortem.status == .published && postMortem.day != nil
  }

  private static func positions(_ knowledgeBase: KnowledgeBase, after start: Day, through end: Day) -> [Int] {
    knowledgeBase.postMortems.indices.filter { index in
      let postMortem = knowledgeBase.postMortems[index]
      guard isCounted(postMortem), let day = postMortem.day else { return false }
      return day > start && day <= end
    }
  }
}
