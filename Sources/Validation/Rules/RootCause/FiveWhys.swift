internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The steps of a chain of questions, in whatever form it was written.
struct FiveWhys {
  struct Step {
    var text: String
    let span: SourceSpan
    let asksWhy: Bool
    let isItem: Bool
  }

  let section: Section
  private(set) var steps: [Step] = []

  /// The chains of a post-mortem, one for each section that is not inside another one.
  static func chains(in draft: PostMortemDraft) -> [FiveWhys] {
    var end = 0
    return draft.sections(.fiveWhys).compactMap { section in
      guard section.content.lowerBound >= end else { return nil }
      end = section.content.upperBound
      return FiveWhys(section, draft.document)
    }
  }

  private init(_ section: Section, _ document: Document) {
    self.section = section
    for index in section.content {
      switch document.nodes[index].kind {
      case .paragraph, .heading: read(index, document)
      case .tableRow(isHeader: false):
        append(document.plainText(of: index), document.nodes[index].span, isItem: true)
      default: break
      }
    }
  }

  /// A paragraph begins a step where it opens a list item or asks why; otherwise it goes on with the one before it.
  private mutating func read(_ index: Int, _ document: Document) {
    let text = document.plainText(of: index)
    let parent = document.nodes[index].parent
    let isItem = Self.isItem(document.nodes[parent].kind) && parent + 1 == index
    if isItem || Self.asksWhy(text) {
      append(text, document.nodes[index].span, isItem: isItem)
    } else if !steps.isEmpty {
      steps[steps.count - 1].text += " " + text
    }
  }

  private mutating func append(_ text: String, _ span: SourceSpan, isItem: Bool) {
    guard !PlainWords.split(text).isEmpty else { return }
    steps.append(Step(text: text, span: span, asksWhy: Self.asksWhy(text), isItem: isItem))
  }

  private static func isItem(_ kind: NodeKind) -> Bool {
    if case .item = kind { true } else { false }
  }

  private static func asksWhy(_ text: String) -> Bool {
    let head = text.utf8.drop { !(0x41...0x5A).contains($0 & 0xDF) }.prefix(3).map { $0 | 0x20 }
    return head == Array("why".utf8)
  }

  /// How many questions are answered: those that ask why, or the steps where answers alone were written down.
  var depth: Int {
    let questions = steps.count(where: \.asksWhy)
    return questions * 2 >= steps.count ? questions : steps.count
  }

  /// What the last step answers, without its question.
  var lastAnswer: String? {
    guard let last = steps.last else { return nil }
    guard last.asksWhy, let mark = last.text.firstIndex(of: "?") else { return last.text }
    return String(last.text[last.text.index(after: mark)...])
  }
}
