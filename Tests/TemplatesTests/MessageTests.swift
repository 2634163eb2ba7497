import Diagnostics
import Language
import Templates
import Testing

/// `{{"words"}}`: words of the interface in a template.
struct MessageTests {
  private struct Person: TemplateView {
    let name: String
    let home: String?
    static let schema = ViewSchema<Self>(.text("name", \.name), .text("home", \.home))
  }

  private struct Page: TemplateView {
    let count: String
    let person: Person?
    static let schema = ViewSchema<Self>(.text("count", \.count), .view("person", \.person))
  }

  private func render(_ template: String, _ words: String = "") -> (html: String, problems: [String]) {
    let library = TemplateLibrary(builtIn: [
      ("pages/page.mustache", template), ("pages/partials/bold.mustache", "<b>{{name}}</b>"),
    ])
    let keys = ["Owned by {person}, {count} in all", "Press <kbd>/</kbd>"].map { "  \"\($0)\": \"\"\n" }
    let english = SourceFile(path: "en.yml", text: "words:\n" + keys.joined())
    let language = LanguageReader.read(SourceFile(path: "x.yml", text: words), english: english).language
    var binder = TemplateBinder(library, in: language)
    let bound = binder.bind("page", to: Page.self)
    let page = Page(count: "<3>", person: Person(name: "A&B", home: nil))
    return (String(decoding: bound.render(page), as: UTF8.self), binder.diagnostics.map(\.message))
  }

  @Test func standsAsItIsWritten() {
    #expect(
      render(#"<p>{{"Owned by {person>bold}, {count} in all"}}</p>"#).html
        == "<p>Owned by <b>A&amp;B</b>, &lt;3&gt; in all</p>")
  }

  @Test func isSaidInTheLanguageWithItsValuesInAnotherOrder() {
    let words = "words:\n  \"Owned by {person}, {count} in all\": \"zusammen {count} & \\\"{person}\\\"\"\n"
    #expect(
      render(#"{{"Owned by {person>bold}, {count} in all"}}"#, words).html
        == "zusammen &lt;3&gt; &amp; &quot;<b>A&amp;B</b>&quot;")
  }

  @Test func keepsTheTagsOfItsEnglish() {
    let words = "words:\n  \"Press <kbd>/</kbd>\": \"Mit <kbd>/</kbd> & mehr\"\n"
    #expect(render(#"{{"Press <kbd>/</kbd>"}}"#, words).html == "Mit <kbd>/</kbd> &amp; mehr")
  }

  @Test(arguments: [
    #"{{"open"#, #"{{"of {}"}}"#, #"{{"of {count"}}"#, #"{{"of {cuont}"}}"#, #"{{"of {person>bald}"}}"#,
  ])
  func reportsWhatCannotBeRead(template: String) {
    #expect(!render(template).problems.isEmpty)
  }
}
