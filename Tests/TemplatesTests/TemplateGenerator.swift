/// Writes random templates and pages that both engines accept; the same seed, the same text.
struct TemplateGenerator {
  private var state: UInt64
  /// Whether tags may be indented on a line of their own.
  let indents: Bool

  init(seed: UInt64, indents: Bool) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    self.indents = indents
  }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  // MARK: Pages

  mutating func page() -> SamplePage {
    var page = SamplePage()
    page.title = word()
    page.summary = pick([nil, word()])
    page.body = Array(word().utf8)
    page.aside = pick([nil, Array(word().utf8)])
    page.badge = word()
    page.total = below(2000) - 1000
    page.limit = pick([nil, below(9)])
    page.isDraft = below(2) == 0
    page.isPublic = below(2) == 0
    page.words = words()
    page.items = items(depth: 2)
    page.author = person()
    page.reviewer = pick([nil, person()])
    return page
  }

  private mutating func word() -> String {
    pick(["", "a", "<em>", "x & y", "\"q\"", "it's", "é→", "a longer text than fits a small string", "{{title}}"])
  }

  private mutating func words() -> [String] { (0..<below(4)).map { _ in word() } }

  private mutating func person() -> SamplePerson { SamplePerson(name: word(), team: pick([nil, word()])) }

  private mutating func items(depth: Int) -> [SampleItem] {
    guard depth > 0 else { return [] }
    return (0..<below(4)).map { _ in
      SampleItem(
        name: word(), note: pick([nil, word()]), rank: below(9), isOpen: below(2) == 0, tags: words(),
        children: items(depth: depth - 1), owner: pick([nil, person()]))
    }
  }

  // MARK: Templates

  private enum Names { case page, item, person, text }

  mutating func templates() -> [String: String] {
    var templates: [String: String] = [:]
    for (index, name) in ["page", "p", "q", "r"].enumerated() {
      var text = body([.page], partials: Array(["p", "q", "r"].dropFirst(index)), depth: 3)
      // swift-mustache drops blanks at the very end.
      if text.last == " " || text.last == "{" { text += "." }
      templates[name] = text
    }
    return templates
  }

  private mutating func body(_ stack: [Names], partials: [String], depth: Int) -> String {
    var text = ""
    for _ in 0..<(1 + below(5)) { text += piece(stack, partials: partials, depth: depth) }
    return text
  }

  private mutating func piece(_ stack: [Names], partials: [String], depth: Int) -> String {
    switch below(depth > 0 ? 14 : 6) {
    case 0: return pick(["text", " ", "\n", "<p>", "  a\n", "\n\n", "} { ", " b ", "x\n"])
    case 1: return pick(["\n", "z\n", "\n  "])
    case 2, 3: return value(stack)
    case 4: return pick(["{{! note }}", "\n{{! note }}\n", "{{!\n a\n}}"])
    case 5: return "{{=<% %>=}}\(pick(["", "\n"]))<%total%>{{}}<%={{ }}=%>\(pick(["", "\n"]))"
    case 6, 7, 8: return section(stack, partials: partials, depth: depth)
    case 9: return function(stack, partials: partials, depth: depth)
    case 10, 11: return partial(partials)
    case 12: return block(pick(["a", "b"]), stack, partials: partials, depth: depth)
    default: return inheritance(stack, partials: partials, depth: depth)
    }
  }

  private mutating func value(_ stack: [Names]) -> String {
    let name = pick(valueNames(stack))
    return pick(["{{\(name)}}", "{{ \(name) }}", "{{{\(name)}}}", "{{&\(name)}}"])
  }

  private func valueNames(_ stack: [Names]) -> [String] {
    let page = [
      "title", "summary", "body", "aside", "badge", "total", "limit", "isDraft", "author.name", "reviewer.team",
    ]
    let inner: [String] =
      switch stack.last {
      case .item: ["name", "note", "rank", "owner.name", ".name"]
      case .person: ["name", "team", ".team"]
      case .text: ["."]
      case .page, nil: []
      }
    return inner + inner + page
  }

  private mutating func section(_ stack: [Names], partials: [String], depth: Int) -> String {
    var choices: [(String, Names?)] = [
      ("isDraft", nil), ("isPublic", nil), ("words", .text), ("items", .item), ("openItems", .item),
      ("author", .person), ("reviewer", .person), ("summary", .text), ("limit", .text), ("author.name", .text),
    ]
    if stack.contains(where: { $0 == .item }) { choices += [("children", .item), ("tags", .text), ("owner", .person)] }
    let (name, inner) = pick(choices)
    // swift-mustache makes the empty list itself the current item here.
    if below(4) == 0 { return wrap("^", name, body(stack + [.page], partials: partials, depth: depth - 1)) }
    return wrap("#", name, body(stack + (inner.map { [$0] } ?? []), partials: partials, depth: depth - 1))
  }

  private mutating func function(_ stack: [Names], partials: [String], depth: Int) -> String {
    switch below(3) {
    case 0: return "{{count(items)}}"
    case 1: return wrap(pick(["#", "^"]), "empty(words)", body(stack, partials: partials, depth: depth - 1))
    default:
      let test = pick(["first()", "last()", "odd()", "even()"])
      return "{{#items}}{{index()}}" + wrap(pick(["#", "^"]), test, "{{name}},") + "{{/items}}"
    }
  }

  private mutating func partial(_ partials: [String]) -> String {
    guard !partials.isEmpty else { return "" }
    let name = pick(partials)
    return pick(["\n{{>\(name)}}\n", "x{{> \(name) }}", "\n\(indents ? "  " : ""){{>\(name)}}\n"])
  }

  private mutating func block(_ name: String, _ stack: [Names], partials: [String], depth: Int) -> String {
    wrap("$", name, body(stack, partials: [], depth: min(depth - 1, 1)))
  }

  private mutating func inheritance(_ stack: [Names], partials: [String], depth: Int) -> String {
    guard !partials.isEmpty else { return "" }
    let name = pick(partials)
    let filled = ["a", "b"].filter { _ in below(2) == 0 }
    // An override without blocks of its own cannot put itself in place; it is read in the contexts of another place.
    let blocks = filled.map { wrap("$", $0, section([.page], partials: [], depth: 1)) }
    return wrap("<", name, blocks.joined(separator: pick(["", "\n", " text "])))
  }

  private mutating func wrap(_ sigil: String, _ name: String, _ body: String) -> String {
    let open = "{{\(sigil)\(name)}}"
    let close = "{{/\(name)}}"
    let margin = indents || sigil == "#" || sigil == "^" ? pick(["", "  "]) : ""
    switch below(4) {
    case 0: return "\n\(margin)\(open)\n\(body)\n\(margin)\(close)\n"
    case 1: return "\n\(margin)\(open)\n\(body)\(close)"
    case 2: return "y\(open)\(body)\n\(close)\n"
    default: return "y\(open)\(body)\(close)"
    }
  }
}
