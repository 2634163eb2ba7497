internal import Diagnostics
internal import Templates

/// Templates of a site's author: bound, rendered, and never let a value out as markup unless they ask for it.
enum TemplateTarget: FuzzTarget {
  static let name = "templates"

  static let words = [
    "{{title}}", "{{{body}}}", "{{#rows}}", "{{/rows}}", "{{^rows}}", "{{#isOpen}}", "{{/isOpen}}", "{{> part}}",
    "{{> page}}",
    "{{<part}}", "{{$block}}", "{{/block}}", "{{/part}}", "{{! comment }}", "{{=<% %>=}}", "<%={{ }}=%>", "{{&title}}",
    "{{.}}",
    "{{count}}", "{{#first()}}", "{{\"Words of {title}\"}}", "{{#owner}}", "{{owner.name}}", "{{/owner}}", "{{name}}",
    "{{#words}}",
    "{{/words}}", "{{", "}}", "{{{", "}}}", "{{#", "{{/", "{{^", "}}{{", "@", "/", "rows", "title", "body",
    "  {{> part}}\n",
  ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let parts = input.split(separator: 0x0C, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
    let overrides = [
      "pages/page.mustache": parts[0],
      "pages/partials/part.mustache": parts.count > 1 ? parts[1] : Array("({{title}})".utf8),
    ]
    let first = render(overrides)
    try expect(first == render(overrides), "renders otherwise the second time")
    try SpanProperties.areSorted(first.diagnostics)
    // Without markup of its own and without raw values a page has none.
    let text = String(decoding: input, as: UTF8.self)
    if !["<", "&", "body", "{{{", "="].contains(where: text.contains) {
      try expect(!first.page.contains(UInt8(ascii: "<")), "a value comes out as markup")
    }
  }

  private struct Result: Equatable {
    let page: [UInt8]
    let diagnostics: [Diagnostic]
  }

  private static func render(_ files: [String: [UInt8]]) -> Result {
    let library = TemplateLibrary(builtIn: [], overrides: files)
    var binder = TemplateBinder(library)
    let template = binder.bind("page", to: FuzzedPage.self)
    // A build with an error in a template renders nothing.
    let isUsable = !binder.diagnostics.contains { $0.level == .error }
    return Result(page: isUsable ? template.render(FuzzedPage()) : [], diagnostics: binder.diagnostics)
  }
}

/// A page with values of every form.
struct FuzzedPage: TemplateView {
  var title = "<i>&\"'\u{0}"
  var body = Array("<b>bold</b>".utf8)
  var count = 3
  var isOpen = true
  var words = ["a", "<", ""]
  var rows = [FuzzedRow(), FuzzedRow(name: "<second>")]
  var owner: FuzzedRow? = FuzzedRow()

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .html("body", \.body), .number("count", \.count), .flag("isOpen", \.isOpen),
    .list("words", \.words), .list("rows", \.rows), .view("owner", \.owner))
}

struct FuzzedRow: TemplateView {
  var name = "row"
  var isOpen = false
  var words = ["x"]

  static let schema = ViewSchema<Self>(.text("name", \.name), .flag("isOpen", \.isOpen), .list("words", \.words))
}
