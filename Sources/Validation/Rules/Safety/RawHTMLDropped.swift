internal import Diagnostics
internal import Markdown

/// Reports HTML that the page does not keep, once for each kind of tag.
struct RawHTMLDropped: DocumentRule {
  static let description = RuleDescription(
    id: "raw-html-dropped", group: .safety,
    summary: "HTML in the text is not on the page",
    rationale:
      "Markup of one's own could run scripts or load pictures from elsewhere, so the page keeps the words and drops the tags.",
    triggering: [
      "# Checkout down\n\nThe graph: ↓<img src=\"graph.png\">\n",
      "# Checkout down\n\n↓<details>\n\nMore\n\n</details>\n",
      "# Checkout down\n\nThe pod ↓<pod-name> was evicted, and <pod-name> again.\n",
    ],
    nonTriggering: ["# Checkout down\n\nLine<br>break, <kbd>Ctrl</kbd>, `<img>`.\n\n<!-- <img src=\"a.png\"> -->\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    var seen: Set<String> = []
    return document.nodes.indices.flatMap { index -> [Finding] in
      let raw: ArraySlice<UInt8>
      switch document.nodes[index].kind {
      case .htmlInline(let run), .htmlBlock(let run): raw = document.bytes(run)
      default: return []
      }
      return HTMLTag.opening(in: raw).filter { tag in
        !Self.kept.contains(tag.name) && !PlaceholderText.isPlaceholder(tag: raw[tag.range])
          && seen.insert(tag.name).inserted
      }.map { tag in
        let place = document.span(of: raw[tag.range], at: tag.range.lowerBound - raw.startIndex, in: index)
        return Self.finding(tag.name, at: place ?? document.nodes[index].span)
      }
    }
  }

  /// What the page keeps of an author's HTML.
  private static let kept: Set<String> = ["br", "kbd", "sub", "sup"]

  private static func finding(_ name: String, at span: SourceSpan) -> Finding {
    let isElement = help[name] != nil || elements.contains(name)
    return Finding(
      description.id, at: span,
      isElement ? "'<\(name)>' is dropped from the page" : "'<\(name)>' is read as HTML and dropped from the page",
      help: help[name] ?? (isElement ? "write it in Markdown" : "write it as code: `<\(name)>`"))
  }

  private static let help = [
    "img": "write it as a picture: ![what it shows](path)", "a": "write it as a link: [words](address)",
    "details": "write it as a section with a heading", "summary": "write it as a heading",
    "table": "write it as a Markdown table", "iframe": "write it as a link: [words](address)",
    "b": "write it as **words**", "strong": "write it as **words**", "i": "write it as *words*",
    "em": "write it as *words*", "code": "write it between backticks", "pre": "write it as a fenced block",
  ]

  private static let elements: Set<String> = [
    "p", "div", "span", "center", "font", "u", "s", "small", "big", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
    "ol",
    "li", "dl", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "blockquote", "script", "style",
    "video", "audio", "source", "picture", "figure", "figcaption", "svg", "section", "article", "header", "footer",
    "nav",
    "aside", "mark", "del", "ins", "abbr", "cite", "q", "samp", "var", "tt", "strike", "link", "meta", "form", "input",
    "button", "object", "embed", "param", "label", "select", "option", "textarea", "canvas", "time", "dfn", "wbr",
  ]
}
