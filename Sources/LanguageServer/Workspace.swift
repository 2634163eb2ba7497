package import Diagnostics
package import KnowledgeBase
internal import Markdown
package import PostMortems
internal import Validation

/// What the server knows of a knowledge base: read from disk as a whole and replaced as a whole.
package struct Workspace: Sendable {
  package let knowledgeBase: KnowledgeBase
  let runner: RuleRunner
  let filter: SuppressionFilter
  /// What the rules about all documents found, by file.
  let corpus: [String: [Diagnostic]]
  /// Names of the folder of the post-mortems, absolute and without a closing slash; documents are addressed by the first.
  let roots: [String]
  /// The absolute path of the settings; nil where there are none.
  let settingsPath: String?
  let places: SettingsPlaces?
  /// The address of a rule's page in the published site.
  let rulePage: @Sendable (String) -> String?

  package init(
    _ knowledgeBase: KnowledgeBase, roots: [String], settingsPath: String?, places: SettingsPlaces?,
    rulePage: @escaping @Sendable (String) -> String?
  ) {
    self.knowledgeBase = knowledgeBase
    self.roots = roots
    self.settingsPath = settingsPath
    self.places = places
    self.rulePage = rulePage
    runner = RuleRunner(knowledgeBase)
    filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    corpus = Dictionary(grouping: runner.corpusDiagnostics(), by: \.file)
  }

  var words: WordLists { WordLists(knowledgeBase.settings, rules: RuleCatalogue.descriptions.map(\.id)) }

  /// What a file is; nil for one that the knowledge base does not read.
  func kind(ofPath path: String) -> DocumentKind? {
    if path == settingsPath || path.hasSuffix("/debrief.yml") && path.dropLast("/debrief.yml".count) == settingsFolder {
      return .settings
    }
    guard let root = roots.first(where: { path.hasPrefix($0 + "/") }) else { return nil }
    let file = String(decoding: path.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)
    let parts = file.split(separator: "/")
    guard let name = parts.last, FileName.hasKnownExtension(name) || knows(file) else { return nil }
    if parts.contains(where: { $0.hasPrefix(".") || ($0.hasPrefix("_") && $0 != "_posts") }) { return nil }
    if FileName.withoutExtension(name).lowercased() == "readme", !knows(file) { return nil }
    switch parts.first {
    case "causes" where parts.count > 1: return .cause(file)
    case "plan" where parts.count > 1: return .plan(file)
    default: return .postMortem(file)
    }
  }

  private var settingsFolder: Substring? { settingsPath.map { $0.dropLast("/debrief.yml".count) } }

  private func knows(_ file: String) -> Bool { knowledgeBase.references.position(ofFile: file) != nil }

  /// The address of a file of the input.
  func address(ofFile file: String) -> String { DocumentAddress.address("\(roots.first ?? "")/\(file)") }
}

/// Where the server gets its knowledge base from; reading it may take a while and happens beside the conversation.
package protocol WorkspaceSource {
  /// Begins to read.
  ///
  /// - Parameter folder: the folder that the editor has open, as an absolute path; nil where it has none.
  mutating func open(folder: String?)
  /// What was read last; waits while nothing was. Nil where nothing can be read.
  var workspace: Workspace? { get }
  /// Why nothing can be read, once and for a person.
  mutating func takeProblem() -> String?
  /// Reads again, because files have changed.
  mutating func refresh()
  /// How many times something was read.
  var readings: Int { get }
  /// Whether the parser may be let at a text in this process, which it must not keep for seconds.
  func mayParse(_ text: SourceFile) -> Bool
}
