/// The state of one rendering: which tags are open, and where each closes.
struct HTMLWalk<Links: LinkResolver> {
  let renderer: HTMLRenderer<Links>
  private var open: [(end: Int, tag: String)] = []
  private(set) var mentions: FootnoteMentions
  var linkDepthEnd = 0

  init(renderer: HTMLRenderer<Links>, mentions: FootnoteMentions) {
    self.renderer = renderer
    self.mentions = mentions
  }

  private var document: Document { renderer.document }

  mutating func run(_ range: Range<Int>, into output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index, into: &output)
      index = render(index, into: &output)
    }
    close(before: range.upperBound, into: &output)
  }

  private mutating func close(before index: Int, into output: inout [UInt8]) {
    while let last = open.last, last.end <= index {
      output.append(contentsOf: last.tag.utf8)
      open.removeLast()
    }
  }

  mutating func open(_ opening: String, closing: String, until end: Int, into output: inout [UInt8]) {
    output.append(contentsOf: opening.utf8)
    open.append((end, closing))
  }

  /// Renders one node's opening and says which node comes next.
  private mutating func render(_ index: Int, into output: inout [UInt8]) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .document: break
    case .blockQuote:
      if let notice = Admonition(index, in: document) { return admonition(notice, until: node.end, into: &output) }
      open("<blockquote>\n", closing: "</blockquote>\n", until: node.end, into: &output)
    case .list(let ordered, let start, _):
      let attribute = ordered && start != 1 ? " start=\"\(start)\"" : ""
      let tag = ordered ? "ol" : "ul"
      open("<\(tag)\(attribute)>\n", closing: "</\(tag)>\n", until: node.end, into: &output)
    case .item(let task): item(task, until: node.end, into: &output)
    case .codeBlock(let info, let literal): codeBlock(info: info, literal: literal, into: &output)
    case .htmlBlock(let run): RawHTML.block(document.bytes(run), into: &output)
    case .paragraph:
      if isTight(node.parent) {
        open("", closing: "\n", until: node.end, into: &output)
      } else {
        open("<p>", closing: "</p>\n", until: node.end, into: &output)
      }
    case .heading(let level): heading(index, level: Int(level), into: &output)
    case .thematicBreak: output.append(contentsOf: "<hr>\n".utf8)
    case .table:
      open(
        "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>\n",
        closing: "</table></div>\n", until: node.end, into: &output)
    case .tableRow(let isHeader): row(index, isHeader: isHeader, into: &output)
    case .tableCell(let alignment): cell(index, alignment, into: &output)
    case .footnoteDefinition: return node.end
    default: return inline(index, into: &output)
    }
    return index + 1
  }

  private mutating func item(_ task: Bool?, until end: Int, into output: inout [UInt8]) {
    guard let task else { return open("<li>", closing: "</li>\n", until: end, into: &output) }
    let box =
      task
      ? "<span class=\"box\" role=\"img\" aria-label=\"done\">☑</span> "
      : "<span class=\"box\" role=\"img\" aria-label=\"open\">☐</span> "
    open("<li class=\"task\">\(box)", closing: "</li>\n", until: end, into: &output)
  }

  private func isTight(_ parent: Int) -> Bool {
    guard parent > 0, case .item = document.nodes[parent].kind,
      case .list(_, _, let tight) = document.nodes[document.nodes[parent].parent].kind
    else { return false }
    return tight
  }

  private mutating func heading(_ index: Int, level: Int, into output: inout [UInt8]) {
    let placing = renderer.placing
    let shown = placing.headingLevels[index] ?? min(level + placing.headingShift, 6)
    let id = HTMLEscaping.escaped(placing.idPrefix + (renderer.anchors.id(of: index) ?? "section"))
    open("<h\(shown) id=\"\(id)\">", closing: "</h\(shown)>\n", until: document.nodes[index].end, into: &output)
  }

  /// Opens a notice and its first paragraph behind the marker; says which node comes next.
  private mutating func admonition(_ notice: Admonition, until end: Int, into output: inout [UInt8]) -> Int {
    open(
      "<div class=\"notice notice-\(notice.kind)\" role=\"note\"><p class=\"notice-title\">\(notice.title)</p>\n",
      closing: "</div>\n", until: end, into: &output)
    let paragraphEnd = document.nodes[notice.paragraph].end
    guard notice.content < paragraphEnd else { return paragraphEnd }
    open("<p>", closing: "</p>\n", until: paragraphEnd, into: &output)
    return notice.content
  }

  private func codeBlock(info: TextRange, literal: TextRange, into output: inout [UInt8]) {
    let language = document.bytes(info).prefix { $0 > 0x20 }
    let diagram = DiagramLanguage.title(language)
    if let diagram {
      output.append(
        contentsOf: "<figure class=\"diagram\"><figcaption>Diagram, as text for \(diagram)</figcaption>\n".utf8)
    }
    output.append(contentsOf: "<pre tabindex=\"0\"><code".utf8)
    if !language.isEmpty {
      output.append(contentsOf: " class=\"language-".utf8)
      HTMLEscaping.append(language, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    CodeColours.append(document.bytes(literal), language: language, to: &output)
    output.append(contentsOf: "</code></pre>\n".utf8)
    if diagram != nil { output.append(contentsOf: "</figure>\n".utf8) }
  }

  private mutating func row(_ index: Int, isHeader: Bool, into output: inout [UInt8]) {
    let node = document.nodes[index]
    if isHeader {
      open("<thead><tr>", closing: "</tr></thead>\n", until: node.end, into: &output)
    } else {
      let table = document.nodes[node.parent]
      let isFirst = index > 0 && isHeaderRow(before: index, in: node.parent)
      if isFirst { open("<tbody>\n", closing: "</tbody>", until: table.end, into: &output) }
      open("<tr>", closing: "</tr>\n", until: node.end, into: &output)
    }
  }

  private func isHeaderRow(before index: Int, in table: Int) -> Bool {
    guard let first = document.children(of: table).first else { return false }
    return document.nodes[first].end == index
  }

  private mutating func cell(_ index: Int, _ alignment: ColumnAlignment, into output: inout [UInt8]) {
    let node = document.nodes[index]
    var tag = "td"
    if case .tableRow(isHeader: true) = document.nodes[node.parent].kind, node.end > index + 1 { tag = "th" }
    let scope = tag == "th" ? " scope=\"col\"" : ""
    let align =
      switch alignment {
      case .none, .left: ""
      case .center: " class=\"align-center\""
      case .right: " class=\"align-right\""
      }
    open("<\(tag)\(scope)\(align)>", closing: "</\(tag)>", until: node.end, into: &output)
  }

  mutating func mention(_ number: Int, into output: inout [UInt8]) {
    guard renderer.placing.mentionsFootnotes else { return }
    let prefix = renderer.placing.idPrefix
    let id = "\(prefix)fnref-\(number)\(mentions.nextSuffix(number))"
    output.append(
      contentsOf:
        "<sup><a href=\"#\(prefix)fn-\(number)\" id=\"\(id)\" aria-label=\"Footnote \(number)\">\(number)</a></sup>"
        .utf8)
  }
}
