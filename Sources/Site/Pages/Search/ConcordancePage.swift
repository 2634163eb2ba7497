import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Search
import Templates

/// Every error code, alert, exception and cause with its post-mortems: search where scripts do not run.
struct ConcordanceView: TemplateView {
  let page: PageFrame
  let sections: [ConcordanceSection]

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("sections", \.sections))
}

/// One kind of words, from A to Z.
struct ConcordanceSection: TemplateView {
  let id: String
  let title: String
  let count: String
  /// Whether the words are what a program prints.
  let isCode: Bool
  /// The ways to each letter; empty where the list is short.
  let letters: [LinkView]
  let groups: [ConcordanceGroup]

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .text("count", \.count), .flag("isCode", \.isCode),
    .list("letters", \.letters), .list("groups", \.groups))
}

/// The words that begin with one letter.
struct ConcordanceGroup: TemplateView {
  let id: String
  let letter: String
  let words: [ConcordanceWord]

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("letter", \.letter).extra, .list("words", \.words))
}

/// A word and the post-mortems that name it, newest first.
struct ConcordanceWord: TemplateView {
  let word: LinkView
  let incidents: [ConcordanceIncident]
  /// The way to those that are not listed.
  let more: LinkView?

  static let schema = ViewSchema<Self>(
    .view("word", \.word), .list("incidents", \.incidents), .view("more", \.more))
}

/// A post-mortem as the concordance names it.
struct ConcordanceIncident: TemplateView {
  let title: String
  let href: String
  let day: String?

  static let schema = ViewSchema<Self>(.text("title", \.title), .text("href", \.href), .text("day", \.day))
}

/// Builds the concordance.
struct ConcordancePage {
  private let site: SiteSource
  private let root = SitePaths.root(of: SitePaths.concordance)

  /// Post-mortems named with one word; the others are a search away.
  static let incidentsPerWord = 8
  /// A list as long as this gets an index of letters.
  static let wordsWithoutLetters = 40

  static func view(in site: SiteSource) -> ConcordanceView { ConcordancePage(site: site).view }

  private init(site: SiteSource) { self.site = site }

  private var view: ConcordanceView {
    let signatures = site.knowledgeBase.postMortems.map(\.draft.signatures)
    func named(_ kind: FailureSignature.Kind) -> [[String]] {
      signatures.map { own in own.filter { $0.kind == kind }.map(\.text) }
    }
    let constants = site.knowledgeBase.postMortems.map { Concordance.identifiers(in: $0.draft.document.source.bytes) }
    let sections = [
      section("codes", say("Error codes and constants"), Concordance.entries(zip(named(.errorCode), constants).map(+))),
      section("alerts", say("Alerts"), Concordance.entries(named(.alert))),
      section("tracebacks", say("Tracebacks"), Concordance.entries(named(.traceback))), causes,
    ]
    return ConcordanceView(
      page: site.frames.frame(
        SitePaths.concordance, title: say("Error codes, alerts and causes"),
        parents: [(say("Search"), SitePaths.search)]),
      sections: sections.filter { !$0.groups.isEmpty })
  }

  private func section(_ id: String, _ title: String, _ entries: [Concordance.Entry]) -> ConcordanceSection {
    let words = entries.map { entry in
      let search = root + SitePaths.search + "?q=" + QueryText.encoded("\"\(entry.identifier)\"")
      return (name: entry.identifier, word: word(LinkView(entry.identifier), entry.documents, more: search))
    }
    return section(id, title, words, isCode: true)
  }

  private var causes: ConcordanceSection {
    let words = site.knowledgeBase.causes.all.sorted {
      ($0.title.lowercased(), $0.slug) < ($1.title.lowercased(), $1.slug)
    }
    .map { cause in
      let href = root + SitePaths.cause(cause.slug)
      return (
        name: cause.title,
        word: word(LinkView(cause.title, href: href), cause.occurrences + cause.contributions, more: href)
      )
    }
    return section("causes", say("Causes"), words, isCode: false)
  }

  private func word(_ word: LinkView, _ positions: [Int], more: String) -> ConcordanceWord {
    let all = site.knowledgeBase.postMortems
    let newest = positions.sorted { (all[$1].day?.iso ?? "", $0) < (all[$0].day?.iso ?? "", $1) }
    let left = positions.count - Self.incidentsPerWord
    return ConcordanceWord(
      word: word,
      incidents: newest.prefix(Self.incidentsPerWord).map { position in
        ConcordanceIncident(
          title: all[position].title, href: root + SitePaths.postMortem(all[position].slug),
          day: all[position].day.map(\.iso))
      }, more: left > 0 ? LinkView(say("and \(left) more"), href: more) : nil)
  }

  private func section(
    _ id: String, _ title: String, _ words: [(name: String, word: ConcordanceWord)], isCode: Bool
  ) -> ConcordanceSection {
    var groups: [(letter: String, words: [ConcordanceWord])] = []
    for (name, word) in words {
      let letter = ConcordanceLetter.of(name)
      if groups.last?.letter != letter { groups.append((letter, [])) }
      groups[groups.count - 1].words.append(word)
    }
    let named = groups.enumerated().map { number, group in
      ConcordanceGroup(id: "page.\(id).\(number + 1)", letter: group.letter, words: group.words)
    }
    let isLong = words.count > Self.wordsWithoutLetters
    return ConcordanceSection(
      id: "page.\(id)", title: title, count: "\(words.count)", isCode: isCode,
      letters: isLong ? named.map { LinkView($0.letter, href: "#\($0.id)") } : [], groups: named)
  }
}

/// Under which letter a word stands.
enum ConcordanceLetter {
  /// The first letter in capitals; digits and signs stand together.
  static func of(_ word: String) -> String {
    guard let first = word.first, first.isLetter else { return "0–9" }
    return first.uppercased()
  }
}

/// Text for the query of an address.
enum QueryText {
  /// Percent-encoded but for unreserved characters (RFC 3986, section 2.3).
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.unicodeScalars.append(.init(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
