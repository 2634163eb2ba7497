internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems
internal import Validation

/// The findings of a check in the form that was asked for.
struct CheckOutput {
  let format: CheckFormat
  let input: String
  let style: TerminalStyle

  /// Put before every file for readers who stand outside the input.
  private var prefix: String { input == "." ? "" : input + "/" }

  func print(_ shown: [Diagnostic], of reading: Reading, selection: PathSelection) {
    let files = reading.knowledgeBase.postMortems.map(\.file).filter(selection.contains)
    switch format {
    case .text:
      if !shown.isEmpty { Terminal.print(TextFormatter(pathPrefix: prefix, style: style).format(shown)) }
      Terminal.printError(TextFormatter.summary(shown, of: files.count, unit: "post-mortem"))
    case .json: Terminal.printRaw(JSONFormatter.format(shown))
    case .github: Terminal.printRaw(GitHubFormatter.format(shown, pathPrefix: prefix))
    case .gitlab: Terminal.printRaw(GitLabFormatter.format(shown, pathPrefix: prefix))
    case .junit: Terminal.printRaw(JUnitFormatter.format(shown, files: files))
    case .sarif: Terminal.printRaw(sarif(shown))
    case .markdown:
      let comment = ReviewComment(reading.knowledgeBase, diagnostics: shown, files: selection.contains)
      Terminal.printRaw(comment.text)
    }
  }

  private func sarif(_ shown: [Diagnostic]) -> String {
    let rules = RuleCatalogue.descriptions.map {
      SARIFFormatter.Rule(id: $0.id, summary: $0.summary, rationale: $0.rationale, level: $0.level)
    }
    return SARIFFormatter(rules: rules, version: Version.number, pathPrefix: prefix).format(shown)
  }
}

/// The files that a command was asked about; all of them where it was not told.
struct PathSelection {
  private let prefixes: [String]
  private let changed: Set<String>?

  init(paths: [String], input: String, changed: Set<String>? = nil) {
    self.changed = changed
    prefixes = paths.map { path in
      var path = path
      while path.hasPrefix("./") { path.removeFirst(2) }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path == input ? "" : path.hasPrefix(input + "/") ? String(path.dropFirst(input.count + 1)) : path
    }
  }

  func contains(_ file: String) -> Bool {
    guard changed?.contains(file) ?? true else { return false }
    return prefixes.isEmpty || prefixes.contains { $0.isEmpty || $0 == "." || file == $0 || file.hasPrefix($0 + "/") }
  }
}
