import Templates
import Testing

struct ViewSchemaTests {
  @Test func listsItsNamesWithTheirKinds() {
    let names = SampleItem.schema.names
    #expect(names.map(\.name) == ["name", "note", "rank", "isOpen", "tags", "children", "owner"])
    #expect(names.map(\.kind) == [.text, .text, .number, .flag, .list, .list, .view])
    #expect(names.filter(\.isOptional).map(\.name) == ["note", "owner"])
    #expect(names.compactMap(\.viewType) == ["SampleItem", "SamplePerson"])
  }

  @Test func knowsWhichNamesNoTemplateUses() {
    let template = "{{title}}{{#items}}{{name}}{{owner.team}}{{/items}}"
    var binder = TemplateBinder(TemplateLibrary(builtIn: [("pages/page.mustache", template)]))
    _ = binder.bind("page", to: SamplePage.self)
    #expect(!binder.unusedNames.contains("SamplePage.title"))
    #expect(binder.unusedNames.contains("SamplePage.body"))
    #expect(
      binder.unusedNames.filter { !$0.hasPrefix("SamplePage") }.sorted() == [
        "SampleItem.children", "SampleItem.isOpen", "SampleItem.note", "SampleItem.rank", "SampleItem.tags",
        "SamplePerson.name",
      ])
  }

  struct Generous: TemplateView {
    var used = "", spare = ""
    static let schema = ViewSchema<Self>(.text("used", \.used), .text("spare", \.spare).extra)
  }

  @Test func doesNotMissAnExtraName() {
    var binder = TemplateBinder(TemplateLibrary(builtIn: [("pages/page.mustache", "{{used}}")]))
    _ = binder.bind("page", to: Generous.self)
    #expect(binder.unusedNames.isEmpty)
  }
}
