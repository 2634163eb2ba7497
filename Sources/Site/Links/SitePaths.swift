import KnowledgeBase
import PostMortems

/// Where each page lies below the site's root; every path names a file, so that links work without a server.
package struct SitePaths: Sendable {
  /// Path names of post-mortems, which no archive page may take.
  private let taken: Set<String>

  init(_ postMortems: [PostMortem]) {
    taken = Set(postMortems.map(\.slug))
  }

  package static let home = "index.html"
  package static let incidents = "incidents/index.html"
  package static let causes = "causes/index.html"
  package static let services = "services/index.html"
  package static let teams = "teams/index.html"
  package static let actions = "actions/index.html"
  package static let owed = "owed/index.html"
  package static let calendar = "calendar.ics"
  static let boards = "actions/"
  package static let trends = "trends/index.html"
  package static let search = "search.html"
  package static let concordance = "concordance/index.html"
  package static let writing = "writing/index.html"
  package static let responsePlan = "plan/index.html"
  package static let lessons = "lessons/index.html"
  package static let exercises = "exercises/index.html"
  package static let dataQuality = "quality/index.html"
  package static let notFound = "404.html"
  package static let feeds = "feeds/index.html"
  /// The names of feeds in the folder whose news they are.
  package static let atomFeed = "feed.xml"
  package static let jsonFeed = "feed.json"
  package static let assistants = "llms.txt"
  package static let index = "index.json"
  package static let stylesheet = "assets/style.css"
  package static let script = "assets/site.js"

  package static func postMortem(_ slug: String) -> String { "incidents/\(slug)/index.html" }
  /// Where a post-mortem is played through.
  package static func exercise(_ slug: String) -> String { "exercises/\(slug)/index.html" }
  package static func lessons(_ year: Int) -> String { "lessons/\(year)/index.html" }
  package static func cause(_ slug: String) -> String { "causes/\(slug)/index.html" }
  package static func service(_ slug: String) -> String { "services/\(slug)/index.html" }
  package static func team(_ slug: String) -> String { "teams/\(slug)/index.html" }
  package static func calendar(ofTeam slug: String) -> String { "teams/\(slug)/calendar.ics" }
  static func teamBoards(_ slug: String) -> String { "actions/by-team/\(slug)/" }
  static func serviceBoards(_ slug: String) -> String { "actions/by-service/\(slug)/" }

  /// A page of a board, counted from 0, by the board's folder.
  static func board(_ folder: String, page: Int) -> String {
    page == 0 ? "\(folder)index.html" : "\(folder)\(page + 1)/index.html"
  }

  package static func planPage(_ slug: String) -> String { "plan/\(slug)/index.html" }
  package static func rule(_ id: String) -> String { "writing/\(id)/index.html" }
  package static func attachment(_ path: String) -> String { "files/\(path)" }

  /// The archive of a year, beside the post-mortem that may have the year as its id.
  package func year(_ year: Int) -> String {
    var name = "\(year)"
    while taken.contains(name) { name = "year-\(name)" }
    return "incidents/\(name)/index.html"
  }

  /// The archive of a year of what a page is about.
  static func year(_ year: Int, below page: String) -> String { beside(page, "\(year)/index.html") }

  /// The page as Markdown, beside it.
  package static func markdown(of page: String) -> String { beside(page, "index.md") }
  /// The page as data, beside it.
  package static func data(of page: String) -> String { beside(page, "index.json") }

  private static func beside(_ page: String, _ name: String) -> String {
    if page.hasSuffix(home) { return page.dropLast(home.utf8.count) + name }
    // A fragment may follow.
    guard let place = page.ranges(of: home).last else { return page }
    return page[..<place.lowerBound] + name + page[place.upperBound...]
  }

  /// The way from a page to the site's root: empty, or `../` once a folder.
  static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
