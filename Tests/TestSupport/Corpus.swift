internal import Diagnostics
package import KnowledgeBase
internal import Markdown
package import PostMortems

/// A knowledge base written as one text: files behind lines `-- path --`, or a single document without any.
package struct Corpus: Sendable {
  package let files: [(path: String, text: String)]

  package init(_ text: String) {
    var files: [(path: String, text: String)] = []
    var path = "example.md"
    var lines: [Substring] = []
    func flush() {
      if !lines.isEmpty || files.isEmpty && path == "example.md" { files.append((path, lines.joined(separator: "\n"))) }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        if !(path == "example.md" && lines.isEmpty) { flush() }
        path = String(line.dropFirst(3).dropLast(3))
        lines = []
      } else {
        lines.append(line)
      }
    }
    flush()
    self.files = files.map { ($0.path, $0.text) }
  }

  /// The same files with each text changed.
  package func mapTexts(_ change: (String) -> String) -> Corpus {
    Corpus(files: files.map { ($0.path, $0.path == "debrief.yml" ? $0.text : change($0.text)) })
  }

  package init(files: [(path: String, text: String)]) {
    self.files = files
  }

  /// Reads every file and connects them, as a build does.
  package func knowledgeBase(asOf: Day = Corpus.today) -> KnowledgeBase {
    var settings = Settings()
    if let file = files.first(where: { $0.path == "debrief.yml" }) {
      settings = SettingsReader.read(SourceFile(path: file.path, text: file.text)).settings
    }
    let documents = files.filter { $0.path.hasSuffix(".md") }.map {
      DocumentParser.parse(SourceFile(path: $0.path, text: $0.text))
    }
    return KnowledgeBase(
      drafts: documents.filter { Self.folder($0) == nil }.map { DraftReader.read($0, settings: settings) },
      causes: documents.filter { Self.folder($0) == "causes" }.map { CauseRecord(document: $0, settings: settings) },
      plan: documents.filter { Self.folder($0) == "plan" }.map { PlanPage(document: $0) },
      attachments: Set(files.map(\.path).filter { !$0.hasSuffix(".md") && $0 != "debrief.yml" }), settings: settings,
      asOf: asOf)
  }

  /// 1 June 2026: the day on which tests are run.
  package static let today = Day(daysSinceEpoch: 20_605)

  private static func folder(_ document: Document) -> String? {
    let first = document.source.path.split(separator: "/").first.map(String.init)
    return first == "causes" || first == "plan" ? first : nil
  }
}
