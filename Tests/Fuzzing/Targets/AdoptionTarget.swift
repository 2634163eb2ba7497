internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// Front matter from prose: the body stays as it is, and what was adopted once is not adopted again.
enum AdoptionTarget: FuzzTarget {
  static let name = "adopt"

  static let words = [
    "Date: 2024-03-05\n", "**Severity:** SEV-1\n", "**Status**: Resolved\n", "Duration: 45 minutes\n",
    "| Date | 2024-03-05 |\n",
    "|---|---|\n", "Authors: @ada\n", "Impact: ", "Root Cause: ", "Detected by: alert\n",
    "Services affected: api, web\n",
    "Start time: 10:00 UTC\n", "End Time: 11:30 PST\n", "Time to detect: 5m\n", "TTR: 2h\n",
    "# Incident #42: API down\n",
    "date: 2024-03-05\n", "incident_date: ", "duration: 3h\n", "tags: [a]\n", "layout: post\n", "categories:\n  - x\n",
    "+++\n",
    "---\n", "title = \"x\"\n", "See [the last one](../2023/a.md)", "## Timeline\n\n", "- 10:00 down\n",
    "- 10:30 fixed\n",
  ]

  static func check(_ input: [UInt8]) throws(Violation) {
    guard String(validating: input, as: UTF8.self) != nil else { return }
    let source = SourceFile(path: "2024/2024-03-05-adopted.md", bytes: input)
    for rewritesKeys in [false, true] { try check(source, rewritesKeys) }
  }

  private static func check(_ source: SourceFile, _ rewritesKeys: Bool) throws(Violation) {
    let adoption = adopt(source, rewritesKeys)
    try expect(
      adopt(source, rewritesKeys).frontMatter.bytes == adoption.frontMatter.bytes, "adopts otherwise the second time")
    _ = adoption.json
    let bytes = adoption.frontMatter.bytes
    // A file that had to be repaired is one that the command refuses to write.
    let source = adoption.draft.source
    guard adoption.frontMatter.isChange else {
      return try expect(bytes == adoption.draft.source.bytes, "changes the file and says that it does not")
    }
    let old = adoption.draft.document
    let document = DocumentParser.parse(SourceFile(path: source.path, bytes: bytes))
    try expect(document.frontMatter?.isReadable == true, "writes front matter that cannot be read")
    let body = source.bytes[old.bodyStart...]
    try expect(bytes.suffix(body.count).elementsEqual(body), "changes the body")
    for field in adoption.frontMatter.written {
      try expect(document.frontMatter?.entry(field.key) != nil, "'\(field.key)' is said to be written and is not there")
    }
    let draft = DraftReader.read(document, settings: Settings())
    try DocumentProperties.check(draft)
    let again = adopt(SourceFile(path: source.path, bytes: bytes), rewritesKeys)
    try expect(!again.frontMatter.isChange, "adopts \(again.frontMatter.written.map(\.key)) of what was adopted")
  }

  private static func adopt(_ source: SourceFile, _ rewritesKeys: Bool) -> Adoption {
    let knowledgeBase = KnowledgeBase(
      drafts: [DraftReader.read(DocumentParser.parse(source), settings: Settings())], causes: [], plan: [],
      settings: Settings(), asOf: Day(daysSinceEpoch: 20_605))
    return Adoption(
      knowledgeBase.postMortems[0].draft, context: AdoptionContext(knowledgeBase), findings: [],
      rewritesKeys: rewritesKeys)
  }
}
