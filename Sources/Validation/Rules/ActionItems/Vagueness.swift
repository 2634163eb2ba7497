internal import Diagnostics
internal import PostMortems

/// Tells action items that name a change from those that name a wish.
enum Vagueness {
  /// What keeps an item from being a change that somebody could begin with; nil for one that names something.
  enum Flaw {
    case onlyVagueWords
    case asksForCare
    case oneWord
  }

  static func flaw(of item: ActionItem) -> Flaw? {
    guard item.doneWhen == nil, item.ticket?.value != item.text else { return nil }
    let words = PlainWords.split(item.text)
    guard !words.isEmpty else { return nil }
    if asksForCare(words) { return .asksForCare }
    if words.allSatisfy({ isVague($0) }) { return .onlyVagueWords }
    return words.count == 1 && item.ticket == nil ? .oneWord : nil
  }

  private static func isVague(_ word: String) -> Bool {
    verbs.contains(word) || objects.contains(word) || fillers.contains(word)
  }

  /// An order to take care, which changes nothing for the next one who is tired.
  private static func asksForCare(_ words: [String]) -> Bool {
    let head = Array(words.drop { leadIns.contains($0) }.prefix(5))
    if let adverb = head.prefix(2).firstIndex(where: { $0 == "carefully" || $0 == "careful" }) {
      return adverb == 0 || head[0] == "more"
    }
    return care.contains { head.starts(with: $0) }
  }

  private static let leadIns = PlainWords.set(
    "we i they should must need needs needed to will please everyone everybody all try always just simply let let's")

  private static let care: [[String]] = [
    "be careful", "be more careful", "be very careful", "be extra careful", "be much more careful", "pay attention",
    "pay more attention", "pay closer attention", "pay better attention", "take more care", "take greater care",
    "take better care", "be vigilant", "be more vigilant", "be aware", "be more aware", "be mindful",
    "be more mindful", "be diligent", "be more diligent", "be attentive", "be more attentive", "keep in mind",
    "bear in mind", "try harder", "do better", "think before", "remember to", "don't forget", "do not forget",
    "never forget", "not make the same mistake", "not repeat this mistake", "not do this again", "not do that again",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let verbs = PlainWords.set(
    """
    add address analyse analyze assess avoid be check consider create do enhance ensure evaluate examine explore figure
    find fix follow get handle have help improve improving increase investigate investigating investigation learn look
    looking make monitor monitoring optimise optimising
    optimize optimizing prevent reconsider reduce reevaluate research resolve revisit review see set setup
    start strengthen study think tune understand update work
    """)

  private static let objects = PlainWords.set(
    """
    alert alerting alerts alternatives approach bug bugs care cause causes cleanup code communication communications coverage
    detection doc docs documentation error errors failure failures fixes future happen happened happening happens how
    improvement improvements incident incidents infrastructure issue issues it logging logs matter measures metrics
    mistake mistakes monitoring observability occur occurring options outage outages performance possibilities possible
    problem problems procedure procedures process processes quality paging reliability resilience robustness root
    setup situation situations solution solutions something stability stuff system systems test testing tests that
    thing things this tooling tools topic visibility ways what why workflow workflows
    """)

  private static let fillers = PlainWords.set(
    """
    a about after again all also an and any appropriate are around as at better by can could deeper detail details
    does don't even everything for from further general generally had has here i if in into is keep like long longer
    may more much necessary need needed needs new next not of on or our out over overall own please possibly should
    short so some sure term the their them there these they those to too try up us was way we when where which will
    with would
    """)
}
