internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Makes of a file's text what a public edition may know: internal blocks are gone, people and customers have other
/// names. Everything later works on that text alone.
struct EditionText: Sendable {
  private let people: PhraseMatcher
  private let customers: PhraseMatcher
  private let words: [String: String]

  init(_ edition: Edition, _ settings: Settings) {
    people = PhraseMatcher(
      edition.showsRoles ? settings.people.keys.sorted() : [], isCaseSensitive: true, isWhole: true)
    customers = PhraseMatcher(
      edition.showsLabels ? settings.customers.keys.sorted() : [], isCaseSensitive: false, isWhole: true)
    words = settings.people.mapValues { $0.isEmpty ? "responder" : $0 }
      .merging(settings.customers.mapValues { $0.isEmpty ? "a customer" : $0 }) { $1 }
  }

  /// The text, or why nobody can say what of it is public.
  func text(of source: SourceFile) -> (source: SourceFile, problems: [Finding]) {
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      let finding = Finding(
        InternalBlocks.rule, at: .fileStart, "the file is UTF-16, in which internal blocks are not looked for",
        notes: ["a public edition leaves the whole document out"], help: "save it as UTF-8")
      return (source, [finding])
    }
    let blocks = InternalBlocks(source)
    guard blocks.problems.isEmpty else { return (source, blocks.problems) }
    let isWhole = blocks.spans.isEmpty
    let bytes = renamed(renamed(isWhole ? source.bytes : blocks.publicBytes(), customers), people)
    return (isWhole && bytes == source.bytes ? source : SourceFile(path: source.path, bytes: bytes), [])
  }

  private func renamed(_ bytes: [UInt8], _ matcher: PhraseMatcher) -> [UInt8] {
    let matches = matcher.matches(in: bytes)
    guard !matches.isEmpty else { return bytes }
    var result: [UInt8] = []
    var start = 0
    for match in matches {
      result += bytes[start..<match.range.lowerBound]
      result += Array((words[match.text] ?? "").utf8)
      start = match.range.upperBound
    }
    return result + bytes[start...]
  }
}
