import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems

/// `llms.txt`: what the site holds and where its Markdown is, for language models (llmstxt.org).
enum AssistantsFile {
  /// How many post-mortems are listed; the rest is in the index.
  static let limit = 300

  static func document(in site: SiteSource) -> [UInt8] {
    let base = site.knowledgeBase
    let root = site.options.baseURL.map { $0 + "/" } ?? ""
    var list = LinkList(root: root)
    list.bytes += Array("# ".utf8) + MarkdownEscaping.escaped(base.settings.title) + Array("\n\n> ".utf8)
    list.bytes += MarkdownEscaping.escaped(lead(base)) + [0x0A, 0x0A]
    list.bytes +=
      """
      \(TwinNotice.text)

      Post-mortems, causes and pages of the response plan have twins beside their pages: `index.md` is the text, \
      `index.json` the data. [index.json](\(root)\(SitePaths.index)) lists every post-mortem and every cause.

      """.utf8
    list.heading("Response plan", base.plan.isEmpty)
    for page in base.plan { list.item(page.title.value, SitePaths.planPage(page.slug), "") }
    list.heading("Causes", base.causes.all.isEmpty)
    for cause in base.causes.all {
      list.item(cause.title, SitePaths.cause(cause.slug), CountWords.text(cause.occurrences.count, "incident"))
    }
    list.heading("Post-mortems", base.postMortems.isEmpty)
    for postMortem in base.postMortems.prefix(limit) {
      let facts = [postMortem.day?.iso, postMortem.severity?.name, CountWords.list(postMortem.services)]
      list.item(
        postMortem.title, SitePaths.postMortem(postMortem.slug),
        facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if base.postMortems.count > limit {
      list.bytes += "\n\(CountWords.number(base.postMortems.count - limit)) older ones are in the index.\n".utf8
    }
    list.bytes +=
      """

      ## Optional

      - [Index](\(root)\(SitePaths.index)): every post-mortem and cause as data
      - [News](\(root)\(SitePaths.atomFeed)): the newest post-mortems as an Atom feed

      """.utf8
    return list.bytes
  }

  private static func lead(_ base: KnowledgeBase) -> String {
    let counts =
      "\(CountWords.text(base.postMortems.count, "post-mortem")) and \(CountWords.text(base.causes.all.count, "cause"))"
    let through = base.dataThrough.map { ", the newest of \($0.iso)" } ?? ""
    return [base.settings.description, counts + through + "."].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A list of links to Markdown twins.
private struct LinkList {
  let root: String
  var bytes: [UInt8] = []

  mutating func heading(_ text: String, _ isEmpty: Bool) {
    if !isEmpty { bytes += "\n## \(text)\n\n".utf8 }
  }

  mutating func item(_ title: String, _ page: String, _ note: String) {
    bytes += Array("- [".utf8) + MarkdownEscaping.escaped(title)
    bytes += "](\(root)\(SitePaths.markdown(of: page)))".utf8
    if !note.isEmpty { bytes += Array(": ".utf8) + MarkdownEscaping.escaped(note) }
    bytes.append(0x0A)
  }
}
