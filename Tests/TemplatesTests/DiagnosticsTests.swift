import Diagnostics
import Templates
import Testing

/// What an author of templates is told, with the line and the column of the flaw.
struct DiagnosticsTests {
  @Test func reportsAnUnknownNameWithTheNearestOne() {
    #expect(
      flaws("<h1>\n  é {{ titel }}") == [
        "2:8: unknown-template-name: 'titel' is no name known here; did you mean 'title'?"
      ])
  }

  @Test func offersTheNearestNameAsAReplacement() throws {
    let flaw = try #require(bind(["page": "{{titel}}"]).1.first)
    #expect(flaw.fixes.map(\.replacement) == ["title"])
    #expect(flaw.fixes.map(\.start.column) == [3])
    #expect(flaw.excerpt == "{{titel}}")
  }

  @Test func reportsEveryFlawOfARun() {
    #expect(
      flaws("{{a1}}\n{{#items}}{{b2}}{{> c3}}{{/items}}\n{{/d4}}") == [
        "1:3: unknown-template-name: 'a1' is no name known here",
        "2:13: unknown-template-name: 'b2' is no name known here",
        "2:21: unknown-partial: there is no partial 'c3'",
        "3:1: template-syntax: {{/d4}} closes nothing",
      ])
  }

  @Test func reportsAFlawOfASharedPartialOnce() {
    #expect(
      flaws(["page": "{{>p}}{{#items}}{{>p}}{{/items}}", "p": "\n{{missing}}"]) == [
        "built-in/pages/p.mustache:2:3: unknown-template-name: 'missing' is no name known here"
      ])
  }

  @Test func looksForAnInnerNameInTheViewBeforeTheDotAlone() {
    #expect(flaws("{{author.title}}") == ["1:10: unknown-template-name: 'title' is no name known here"])
    #expect(
      flaws("{{author.nmae}}") == [
        "1:10: unknown-template-name: 'nmae' is no name known here; did you mean 'name'?"
      ])
  }

  @Test func seesNoOuterNameThroughALeadingDot() {
    #expect(
      flaws("{{#items}}{{.title}}{{/items}}").map { $0.prefix(28) } == ["1:14: unknown-template-name:"])
  }

  @Test func refusesToWriteAListOrAView() {
    #expect(
      flaws("{{items}}{{author}}{{#items}}{{.}}{{/items}}{{title.x}}") == [
        "1:3: unprintable-template-name: 'items' is a list and cannot be written as text",
        "1:12: unprintable-template-name: 'author' has names of its own and cannot be written as text",
        "1:32: unprintable-template-name: '.' has names of its own and cannot be written as text",
        "1:53: unknown-template-name: 'x' is asked of something that has no names of its own",
      ])
  }

  @Test(arguments: [
    ("a\n {{title", "2:2: template-syntax: the tag is never closed"),
    ("{{", "1:1: template-syntax: the tag is never closed"),
    ("{{title}\n{{total}}", "1:1: template-syntax: the tag is never closed"),
    ("{{}}", "1:1: template-syntax: the tag names nothing"),
    ("{{my title}}", "1:1: template-syntax: 'my title' is not a name"),
    ("{{a..b}}", "1:1: template-syntax: 'a..b' is not a name"),
    ("{{{title}}", "1:1: template-syntax: the tag opens with three braces and closes with two"),
    ("x{{! never", "1:2: template-syntax: the tag is never closed"),
    ("{{=<%=}}", "1:1: template-syntax: delimiters are two words without '='"),
    ("\n  {{#items}}\n", "2:3: template-syntax: {{#items}} is never closed"),
    ("{{#items}}{{#isOpen}}{{/items}}", "1:11: template-syntax: {{#isOpen}} is never closed"),
    (
      "{{#items}}{{/item}}{{/items}}",
      "1:11: template-syntax: {{/item}} closes nothing; {{#items}} is open here"
    ),
    ("{{>*title}}", "1:1: template-syntax: a partial is named in the template, not by a value"),
    ("{{% LANGUAGE: XML}}", "1:1: template-syntax: the only settings are CONTENT_TYPE: HTML and CONTENT_TYPE: TEXT"),
    ("{{<page}}\n{{title}}{{/page}}", "2:3: template-syntax: a tag between {{<page}} and {{/page}} stands in no block"),
    (
      "{{first()}}",
      "1:3: unknown-template-name: 'first()' has no meaning here: it asks for a place directly inside a list"
    ),
    ("{{cuont(items)}}", "1:3: unknown-template-name: there is no function 'cuont'; did you mean 'count'?"),
    ("{{count(title)}}", "1:3: unknown-template-name: 'count(title)' has no meaning here: only a list can be counted"),
  ])
  func reportsTheFlaw(template: String, flaw: String) {
    #expect(flaws(template).contains(flaw))
  }

  @Test func reportsTwoOpenSectionsOnce() {
    #expect(flaws("{{#items}}\n{{#isOpen}}").count == 2)
  }

  @Test func reportsATemplateThatIsNotUTF8() {
    let library = TemplateLibrary(builtIn: [], overrides: ["pages/page.mustache": [0x61, 0x0A, 0xFF, 0x62]])
    #expect(library.diagnostics.map(\.message) == ["the template is not valid UTF-8"])
    #expect(library.diagnostics.map(\.start.line) == [2])
  }

  @Test(arguments: [
    ["page": "{{>page}}"],
    ["page": "{{>p}}", "p": "{{>q}}", "q": "x{{>p}}"],
    ["page": "{{#isDraft}}{{>page}}{{/isDraft}}"],
    ["page": "{{#items}}{{>page}}{{/items}}"],
    ["page": "{{<p}}{{$a}}{{$a}}{{/a}}{{/a}}{{/p}}", "p": "{{$a}}{{/a}}"],
    ["page": "{{<p}}{{$a}}{{>p}}{{/a}}{{/p}}", "p": "{{$a}}{{/a}}"],
  ])
  func reportsARecursionWithoutEnd(templates: [String: String]) {
    #expect(bind(templates).1.map(\.rule) == ["endless-partial"])
  }

  @Test func namesThePartialThatWasMeant() {
    #expect(
      flaws(["page": "{{> haeder}}{{> partials/header}}", "partials/header": "x"]) == [
        "1:5: unknown-partial: there is no partial 'haeder'; did you mean 'header'?"
      ])
  }

  @Test func survivesNestingWithoutMeasure() {
    let template = String(repeating: "{{#isDraft}}", count: 20_000)
    #expect(flaws(template).contains { $0.contains("nested more than 64 deep") })
  }

  @Test func survivesPartialsThatMultiply() {
    var templates = ["page": "{{>p0}}"]
    for level in 0..<40 {
      templates["p\(level)"] = "{{<p\(level + 1)}}{{$a\(level)}}x{{/a\(level)}}{{/p\(level + 1)}}{{>p\(level + 1)}}"
    }
    templates["p40"] = "end"
    #expect(flaws(templates).count == 1)
  }

  @Test func writesWhatItUnderstood() {
    let (template, diagnostics) = bind(["page": "a{{nothing}}b{{title}}c{{>nowhere}}d"])
    #expect(diagnostics.count == 2)
    #expect(String(decoding: template.render(SamplePage(title: "T")), as: UTF8.self) == "abTcd")
  }

  @Test func reportsAListThatIsWalkedWithinItselfAgainAndAgain() {
    #expect(flaws("{{#words}}{{#words}}{{#words}}{{.}}{{/words}}{{/words}}{{/words}}").isEmpty)
    #expect(
      flaws("{{#words}}{{#words}}{{#words}}{{#words}}{{.}}{{/words}}{{/words}}{{/words}}{{/words}}") == [
        "1:34: template-syntax: 'words' is walked within itself more than 3 times"
      ])
  }
}
