import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// An action item as a line of a table.
struct ActionRow: TemplateView {
  /// `open`, `done`, `declined`, `superseded`, `unknown`, or `overdue`.
  let state: String
  let stateWords: String
  let html: [UInt8]
  let owner: LinkView?
  let due: TimeView?
  let done: TimeView?
  let type: String?
  let ticket: LinkView?
  let detail: String?
  /// Whether this organisation stands behind it, so that a missing owner or date is a gap.
  let isPromise: Bool
  /// Where it was promised; nil on that page itself.
  let source: LinkView?

  static let schema = ViewSchema<Self>(
    .text("state", \.state), .text("stateWords", \.stateWords), .html("html", \.html), .view("owner", \.owner),
    .view("due", \.due), .view("done", \.done), .text("type", \.type), .view("ticket", \.ticket),
    .text("detail", \.detail), .view("source", \.source), .flag("isPromise", \.isPromise))
}

extension ActionRow {
  init(_ entry: LedgerEntry, html: [UInt8], _ site: SiteSource, root: String, showsSource: Bool) {
    let item = entry.item
    state = entry.overdueDays == nil ? item.state.rawValue : "overdue"
    stateWords = Self.words(entry)
    self.html = html
    owner = item.owner.map { Self.owner($0.value, site, root: root) }
    due = entry.due.map { TimeView($0.day) }
    done = item.done.map { TimeView($0.value) }
    type = item.type.map { VocabularyWords.text($0.rawValue) }
    ticket = item.ticket.map { Self.ticket($0.value) }
    let reasons = [
      entry.isOpen ? entry.due?.explanation.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." } : nil,
      item.doneWhen.map { say("Done when \($0).") }, item.reason.map { say("Reason: \($0).") },
    ].compactMap { $0 }
    detail = reasons.isEmpty ? nil : reasons.joined(separator: " ")
    isPromise = entry.isPromise
    let postMortem = site.knowledgeBase.postMortems[entry.postMortem]
    source =
      showsSource ? LinkView(postMortem.title, href: root + SitePaths.postMortem(postMortem.slug)) : nil
  }

  /// The item away from its document: words alone.
  init(_ entry: LedgerEntry, _ site: SiteSource, root: String) {
    var html: [UInt8] = []
    HTMLEscaping.append(entry.item.text.utf8, to: &html)
    self.init(entry, html: html, site, root: root, showsSource: true)
  }

  private static func words(_ entry: LedgerEntry) -> String {
    if let days = entry.overdueDays { return say("\(CountWords.text(days, "day")) late") }
    switch entry.item.state {
    case .unknown: return say("not stated")
    case .open: return say("open")
    case .done: return say("done")
    case .declined: return say("declined")
    case .superseded: return say("superseded")
    }
  }

  private static func owner(_ name: String, _ site: SiteSource, root: String) -> LinkView {
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    guard let team = site.team(bare) else { return LinkView(bare) }
    return LinkView(team.entry.title, href: root + SitePaths.team(team.slug))
  }

  private static func ticket(_ text: String) -> LinkView {
    guard LinkPolicy.judge(text) == .external else { return LinkView(text) }
    let tail = text.split(separator: "/").suffix(1).joined()
    return LinkView(tail.isEmpty ? text : tail, href: text)
  }
}
