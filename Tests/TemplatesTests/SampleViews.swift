import Templates

/// A view with a field of every form, and the same values as swift-mustache reads them.
struct SamplePage: TemplateView {
  var title = "Cache stampede"
  var summary: String?
  var body: [UInt8] = []
  var aside: [UInt8]?
  var badge = ""
  var total = 0
  var limit: Int?
  var isDraft = false
  var isPublic = true
  var words: [String] = []
  var items: [SampleItem] = []
  var author = SamplePerson()
  var reviewer: SamplePerson?

  var titleTwice: String { title + " " + title }
  var openItems: [SampleItem] { items.filter(\.isOpen) }

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("summary", \.summary), .html("body", \.body), .html("aside", \.aside),
    .html("badge", \.badge), .number("total", \.total), .number("limit", \.limit), .flag("isDraft", \.isDraft),
    .flag("isPublic", \.isPublic), .list("words", \.words), .list("items", \.items), .view("author", \.author),
    .view("reviewer", \.reviewer), .text("titleTwice", \.titleTwice), .list("openItems", \.openItems))
}

struct SampleItem: TemplateView {
  var name = "retry"
  var note: String?
  var rank = 1
  var isOpen = false
  var tags: [String] = []
  var children: [SampleItem] = []
  var owner: SamplePerson?

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .text("note", \.note), .number("rank", \.rank), .flag("isOpen", \.isOpen),
    .list("tags", \.tags), .list("children", \.children), .view("owner", \.owner))
}

struct SamplePerson: TemplateView {
  var name = "On-call"
  var team: String?

  static let schema = ViewSchema<Self>(.text("name", \.name), .text("team", \.team))
}
