import Diagnostics
import Markdown

/// A section cut at its sub-headings, with what each part is: an item of its own, a group of items, or none of ours.
struct ActionOutline {
  struct Block {
    enum Kind { case list, table, paragraph, quote, other }
    let kind: Kind
    let node: Int
    /// The inline nodes of a paragraph, the whole subtree of any other block.
    let range: Range<Int>

    func isOrdered(_ document: Document) -> Bool {
      if case .list(true, _, _) = document.nodes[node].kind { return true }
      return false
    }
  }

  enum Form: Equatable {
    case group
    case item(heading: Int)
    /// A sub-section that holds no promises, such as what went wrong.
    case foreign
  }

  struct Part {
    var heading: Int?
    var level = 0
    var blocks: [Block] = []
    var form = Form.group
    var group = ActionGroup.none
  }

  private(set) var parts: [Part] = [Part()]

  init(_ document: Document, _ content: Range<Int>) {
    cut(document, content)
    decideForms(document)
    nestGroups(document)
  }

  // MARK: - Cutting

  private mutating func cut(_ document: Document, _ content: Range<Int>) {
    var index = content.lowerBound
    while index < content.upperBound {
      let node = document.nodes[index]
      if !node.kind.isBlock {
        let start = index
        while index < content.upperBound, !document.nodes[index].kind.isBlock { index = document.nodes[index].end }
        append(.paragraph, start, start..<min(index, content.upperBound))
        continue
      }
      switch node.kind {
      case .heading(let level): parts.append(Part(heading: index, level: Int(level)))
      case .list: append(.list, index, index..<node.end)
      case .table: append(.table, index, index..<node.end)
      case .paragraph: append(.paragraph, index, index + 1..<node.end)
      case .blockQuote: append(.quote, index, index..<node.end)
      case .footnoteDefinition, .thematicBreak: break
      case .htmlBlock(let run) where document.bytes(run).starts(with: "<!--".utf8): break
      default: append(.other, index, index..<node.end)
      }
      index = max(node.end, index + 1)
    }
  }

  private mutating func append(_ kind: Block.Kind, _ node: Int, _ range: Range<Int>) {
    parts[parts.count - 1].blocks.append(Block(kind: kind, node: node, range: range))
  }

  // MARK: - Forms

  private static let foreignRoles: Set<SectionRole> = [
    .wentWell, .wentWrong, .lucky, .surprised, .timeline, .rootCause, .impact, .people, .statistics, .references,
    .summary, .lessonsLearned, .fiveWhys, .contributingFactors,
  ]

  private mutating func decideForms(_ document: Document) {
    var foreignLevel: Int?
    for index in parts.indices {
      guard let heading = parts[index].heading else { continue }
      if let level = foreignLevel, parts[index].level > level {
        parts[index].form = .foreign
        continue
      }
      foreignLevel = nil
      let title = document.plainText(of: heading)
      if isSignature(heading, document) {
        parts[index].form = .foreign
        continue
      }
      if let role = SectionTitle.role(of: title), Self.foreignRoles.contains(role) {
        parts[index].form = .foreign
        foreignLevel = parts[index].level
      } else if !hasBoxes(parts[index], document), saysItIsAnItem(heading, document) {
        parts[index].form = .item(heading: heading)
      }
    }
    decideProse(document)
  }

  /// The last line of a mail, which the `-- ` below it makes a heading.
  private func isSignature(_ heading: Int, _ document: Document) -> Bool {
    let span = document.nodes[heading].span
    let last = document.source.bytes[span.start..<span.end].split(separator: UInt8(ascii: "\n")).last
    return last.map { $0.prefix(2).elementsEqual("--".utf8) && $0.count <= 3 } ?? false
  }

  private func hasBoxes(_ part: Part, _ document: Document) -> Bool {
    part.blocks.contains { block in
      block.kind == .list
        && document.children(of: block.node).contains { item in
          if case .item(task: .some) = document.nodes[item].kind { return true }
          return false
        }
    }
  }

  /// A number, an owner or a type in the heading itself: `## 2) Better alerting on CPU load @dma [detect]`.
  private func saysItIsAnItem(_ heading: Int, _ document: Document) -> Bool {
    var reading = ItemReading(ItemWords(document, heading + 1..<document.nodes[heading].end))
    let start = reading.head
    reading.dropNumber()
    let isNumbered = reading.head > start
    reading.read()
    let words = reading.text.split(separator: " ").count
    let isCategory = reading.text.lowercased().split { !$0.isLetter && $0 != "-" }
      .allSatisfy { ActionVocabulary.categories.contains(String($0)) }
    guard !isCategory else { return false }
    let isTagged = reading.values.type != nil || reading.values.owner != nil
    return words >= 2 && (isNumbered || isTagged && words >= 3)
  }

  /// Headings with nothing but prose below them are the items themselves, where most of their siblings are so too.
  private mutating func decideProse(_ document: Document) {
    let levels = Set(parts.compactMap { $0.heading == nil ? nil : $0.level })
    for level in levels.sorted() {
      let siblings = parts.indices.filter {
        parts[$0].level == level && parts[$0].form == .group && isTitle($0, document)
      }
      let all = parts.filter { $0.level == level && $0.heading != nil && $0.form != .foreign }.count
      let prose = siblings.filter { isProse($0) }
      guard prose.count * 2 > all else { continue }
      let items = parts.indices.filter { parts[$0].level == level && parts[$0].form == .group && isProse($0) }
      for index in Set(siblings).union(items).sorted() {
        if let heading = parts[index].heading { parts[index].form = .item(heading: heading) }
      }
    }
  }

  private func isProse(_ index: Int) -> Bool {
    let hasSubheading = index + 1 < parts.count && parts[index + 1].level > parts[index].level
    return !hasSubheading && parts[index].blocks.contains { $0.kind == .paragraph }
      && !parts[index].blocks.contains { $0.kind == .table } && parts[index].blocks.first?.kind == .paragraph
  }

  /// Whether a heading has the words of an item rather than a category's: three or more, or a verb at the head.
  private func isTitle(_ index: Int, _ document: Document) -> Bool {
    guard let heading = parts[index].heading else { return false }
    let words = document.plainText(of: heading).lowercased().split(whereSeparator: { !($0.isLetter || $0 == "-") })
    let known = words.filter { ActionVocabulary.categories.contains(String($0)) }.count
    guard let first = words.first else { return false }
    return words.count >= 2 && ActionVocabulary.verbs.contains(String(first))
      || words.count >= 3 && known * 2 <= words.count
  }

  /// Gives each part what its heading and the headings around it say.
  private mutating func nestGroups(_ document: Document) {
    var open: [(level: Int, group: ActionGroup)] = []
    for index in parts.indices {
      guard let heading = parts[index].heading else { continue }
      while let last = open.last, last.level >= parts[index].level { open.removeLast() }
      let outer = open.last?.group ?? .none
      if parts[index].form == .group {
        let words = ItemWords(document, heading + 1..<document.nodes[heading].end)
        parts[index].group = ActionGroup(label: words, isBold: false).inside(outer)
      } else {
        parts[index].group = outer
      }
      open.append((parts[index].level, parts[index].group))
    }
  }

  /// The node behind a first line that is nothing but bold words; nil for any other first line.
  static func titleEnd(ofParagraph paragraph: Int, _ document: Document) -> Int? {
    guard case .paragraph = document.nodes[paragraph].kind, let strong = document.children(of: paragraph).first,
      document.nodes[strong].kind == .strong
    else { return nil }
    let behind = document.nodes[strong].end
    guard behind < document.nodes[paragraph].end else { return behind }
    let kind = document.nodes[behind].kind
    return kind == .softBreak || kind == .lineBreak ? behind : nil
  }

  /// Whether numbers are titles, `1. **Scaling ingestion**`, with their details in loose blocks between them.
  static func hasTitledNumbers(_ blocks: [Block], _ document: Document) -> Bool {
    let ordered = blocks.filter { $0.isOrdered(document) }
    guard ordered.count >= 2 else { return false }
    return ordered.allSatisfy { block in
      document.children(of: block.node).allSatisfy { item in
        guard let paragraph = document.children(of: item).first else { return false }
        return titleEnd(ofParagraph: paragraph, document) != nil
      }
    }
  }
}
