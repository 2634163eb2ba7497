import Diagnostics
import Templates
import Testing

struct TemplateLibraryTests {
  static let builtIn: [(path: String, text: String)] = [
    ("pages/page.mustache", "built-in {{> foot}}"), ("pages/partials/foot.mustache", "foot"),
    ("assets/style.css", "body{}"), ("assets/deep/search.js", "1"), ("skeletons/incident.md", "---\n"),
  ]

  private func page(_ overrides: [String: [UInt8]]) -> String {
    var binder = TemplateBinder(TemplateLibrary(builtIn: Self.builtIn, overrides: overrides))
    return String(decoding: binder.bind("page", to: SamplePage.self).render(SamplePage()), as: UTF8.self)
  }

  @Test func rendersTheBuiltInTemplates() { #expect(page([:]) == "built-in foot") }

  @Test func putsAnAuthorsTemplateInPlaceOfABuiltInOne() {
    #expect(page(["pages/page.mustache": Array("mine {{> foot}}".utf8)]) == "mine foot")
    #expect(page(["pages/partials/foot.mustache": Array("my foot".utf8)]) == "built-in my foot")
  }

  @Test func readsATemplateWithAByteOrderMark() {
    #expect(page(["pages/page.mustache": [0xEF, 0xBB, 0xBF] + Array("{{! x }}\nmine".utf8)]) == "mine")
  }

  @Test func reportsAFlawUnderTheAuthorsPath() {
    var binder = TemplateBinder(
      TemplateLibrary(
        builtIn: Self.builtIn, overrides: ["pages/partials/foot.mustache": Array("{{x}}".utf8)], folder: "look"))
    _ = binder.bind("page", to: SamplePage.self)
    #expect(binder.diagnostics.map(\.file) == ["look/pages/partials/foot.mustache"])
  }

  @Test func reportsAPageThatHasNoTemplate() {
    var binder = TemplateBinder(TemplateLibrary(builtIn: Self.builtIn))
    #expect(binder.bind("pgae", to: SamplePage.self).render(SamplePage()).isEmpty)
    #expect(binder.diagnostics.map(\.message) == ["there is no template 'pgae'"])
  }

  @Test func reportsAnAuthorsTemplateThatNoPageUses() {
    var binder = TemplateBinder(
      TemplateLibrary(builtIn: Self.builtIn, overrides: ["pages/pgae.mustache": Array("x".utf8)]))
    _ = binder.bind("page", to: SamplePage.self)
    #expect(binder.diagnostics.isEmpty)
    #expect(binder.unusedTemplates.map(\.message) == ["'pgae' is used by no page; did you mean 'page'?"])
  }

  @Test func handsOutAssetsAndSkeletons() {
    let library = TemplateLibrary(
      builtIn: Self.builtIn, overrides: ["assets/style.css": Array("p{}".utf8), "assets/logo.svg": [1]])
    #expect(library.assetPaths == ["deep/search.js", "logo.svg", "style.css"])
    #expect(library.asset("style.css") == Array("p{}".utf8))
    #expect(library.asset("nothing.css") == nil)
    #expect(library.skeletonNames == ["incident.md"])
    #expect(library.skeleton("incident.md") == Array("---\n".utf8))
    #expect(library.templateNames == ["page", "partials/foot"])
  }

  @Test func readsTheBuiltInTemplatesWithoutAFlaw() {
    #expect(TemplateLibrary().diagnostics.isEmpty)
    #expect(TemplateLibrary().asset("style.css") != nil)
  }
}
