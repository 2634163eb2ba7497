internal import Diagnostics
package import KnowledgeBase
package import PostMortems

/// What happened in a span of days and what is to be done now, to be posted where people read.
package struct Digest: Sendable {
  /// The knowledge base's own title.
  package let title: String
  /// First and last day.
  package let days: ClosedRange<Day>
  /// The address of the site's first page, where it is known.
  package let home: String?
  /// In the order in which a reader needs them; none is empty.
  package let sections: [DigestSection]

  package init(_ base: KnowledgeBase, since: Day, addresses: PageAddresses) {
    days = min(since, base.asOf)...base.asOf
    title = Visible.text(base.settings.title)
    home = addresses.home
    sections = DigestSections(base, days: days, addresses: addresses).all.filter { !$0.items.isEmpty }
  }

  /// Seven days with the last one.
  package static func standardStart(asOf: Day) -> Day { asOf.adding(days: -6) }

  /// `Shop outages: 2026-05-26 to 2026-06-01`.
  var headline: String { "\(title): \(days.lowerBound.iso) to \(days.upperBound.iso)" }

  /// `2 new post-mortems, 1 overdue action item`, for whoever reads no further.
  var summary: String {
    guard !sections.isEmpty else { return DigestWords.nothing }
    return sections.map { "\($0.title): \($0.items.count)" }.joined(separator: "; ")
  }
}

/// One question that a digest answers.
package struct DigestSection: Sendable {
  package let id: String
  package let title: String
  package let items: [DigestItem]
  /// Where all of them are.
  package let address: String?
  /// The command that lists them.
  package let command: String

  /// The first items, and how many are left.
  func shown(_ most: Int) -> (items: ArraySlice<DigestItem>, left: Int) {
    (items.prefix(most), max(items.count - most, 0))
  }
}

/// One line of a digest; both texts are plain and of one line.
package struct DigestItem: Sendable {
  package let text: String
  package let detail: String
  package let address: String?
  /// The file that it comes from, relative to the input.
  package let file: String

  init(_ text: String, detail: String, address: String?, file: String) {
    self.text = DigestWords.shortened(Visible.text(text), to: DigestWords.longestText)
    self.detail = DigestWords.shortened(Visible.text(detail), to: DigestWords.longestDetail)
    self.address = address
    self.file = file
  }
}

enum DigestWords {
  static let nothing = "Nothing new, nothing overdue."
  static let longestText = 160
  static let longestDetail = 240

  static func more(_ left: Int) -> String { "… and \(left) more" }

  static func shortened(_ text: String, to limit: Int) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// `2nd`, `3rd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let teen = (11...13).contains(number % 100)
    switch teen ? 0 : number % 10 {
    case 1: return "\(number)st"
    case 2: return "\(number)nd"
    case 3: return "\(number)rd"
    default: return "\(number)th"
    }
  }
}
