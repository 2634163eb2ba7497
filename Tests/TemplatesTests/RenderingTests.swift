import Templates
import Testing

struct RenderingTests {
  @Test func appendsToTheBuffer() {
    let (template, _) = bind(["page": "{{title}}"])
    var buffer = Array("a ".utf8)
    template.render(SamplePage(title: "b"), into: &buffer)
    template.render(SamplePage(title: "c"), into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "a bc")
  }

  /// Character-wise escaping takes a quote and the mark on it for another letter, and lets the attribute end.
  @Test func escapesAQuoteThatCarriesACombiningMark() throws {
    #expect(try render("{{title}}", page: SamplePage(title: "\"\u{301}x<\u{338}")) == "&quot;\u{301}x&lt;\u{338}")
  }

  @Test(arguments: [0, 7, -1, 10, -1000, Int.max, Int.min])
  func writesTheNumber(number: Int) throws {
    #expect(try render("{{total}}", page: SamplePage(total: number)) == String(number))
  }

  @Test func indentsEveryItemOfAListInAPartial() throws {
    let page = SamplePage(words: ["a", "b"])
    let templates = ["page": "<ul>\n  {{>p}}\n</ul>\n", "p": "{{#words}}\n<li>{{.}}</li>\n{{/words}}\n"]
    #expect(try render(templates, page: page) == "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n")
  }

  @Test func leavesTheLinesOfAValueAsTheyAre() throws {
    let templates = ["page": "  {{>p}}\n", "p": "<pre>{{title}}</pre>\nx\n"]
    #expect(try render(templates, page: SamplePage(title: "1\n2\n")) == "  <pre>1\n2\n</pre>\n  x\n")
  }

  @Test func keepsTheDefaultOfABlockWhereItStands() throws {
    let templates = ["page": "{{<p}}{{/p}}", "p": "a\n  {{$b}}\n  default\n  {{/b}}\nc\n"]
    #expect(try render(templates) == "a\n  default\nc\n")
  }

  @Test func stopsAtARecursionDeeperThanAnyPage() throws {
    var item = SampleItem(name: "leaf")
    for _ in 0..<2_000 { item = SampleItem(name: "x", children: [item]) }
    let text = try render(
      ["page": "{{#items}}{{>p}}{{/items}}", "p": "{{name}}{{#children}}{{>p}}{{/children}}"],
      page: SamplePage(items: [item]))
    #expect(text.count > 100)
    #expect(!text.contains("leaf"))
  }

  @Test func rendersOnSeveralThreadsAtOnce() async {
    let (template, _) = bind([
      "page": "{{title}}{{#items}}{{>p}}{{/items}}", "p": "<{{name}}{{#children}}{{>p}}{{/children}}>",
    ])
    let items = (0..<20).map { SampleItem(name: "\($0)", children: [SampleItem(name: "c")]) }
    let expected = template.render(SamplePage(title: "1", items: items)).count
    await withTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in template.render(SamplePage(title: "\(number)", items: items)).count == expected }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
