internal import Markdown

/// The files that a knowledge base begins with, filled in for the folder that they go to.
package struct StartFiles: Sendable {
  /// A file to write, and what to do by hand where another one stands in its place.
  package struct File: Sendable, Equatable {
    /// Relative to the folder of the settings.
    package let path: String
    package let text: String
    /// What is to be added to a file that is there already; empty where nothing is.
    package let advice: String
    fileprivate let sign: Sign

    /// Whether a text that stands in this place already needs nothing added.
    package func isSatisfied(by text: String) -> Bool {
      switch sign {
      case _ where advice.isEmpty: true
      case .word(let word): text.contains(word)
      case .line(let lines): FrontMatterFilling.lines(of: text).contains { lines.contains($0.filter { $0 != " " }) }
      }
    }
  }

  /// What a file says that serves the purpose already.
  fileprivate enum Sign: Sendable, Equatable {
    case word(String)
    case line([String])
  }

  private let facts: StartFacts
  private let text: @Sendable (String) -> String

  /// - Parameter text: the built-in text of a file by its path among the files of `init`.
  package init(_ facts: StartFacts, text: @escaping @Sendable (String) -> String) {
    self.facts = facts
    self.text = text
  }

  package var settings: File {
    let advice = facts.input == "postmortems" ? "" : "add the line 'input: \(facts.input)'"
    return file("debrief.yml", from: "debrief.yml", advice: advice, sign: .word("input:"))
  }

  package var plan: [File] {
    ["roles", "severity-scale", "communication", "when-a-post-mortem-is-due"].map {
      file("\(facts.input)/plan/\($0).md", from: "plan/\($0).md")
    }
  }

  /// A first cause and a post-mortem that names it: a report of another organisation, which promises nothing in our name.
  package var example: [File] {
    [
      file("\(facts.input)/causes/expired-certificate.md", from: "causes/expired-certificate.md"),
      file("\(facts.input)/\(Self.exampleName)", from: Self.exampleName),
    ]
  }

  package static let exampleName = "2017-07-11-docs-python-org-expired-certificate.md"

  package var ignore: File {
    File(
      path: ".gitignore", text: "/site/\n", advice: "add the line '/site/'",
      sign: .line(["site", "site/", "/site", "/site/"]))
  }

  package var preCommit: File {
    file(
      ".pre-commit-config.yaml", from: "pre-commit-config.yaml",
      advice: "add a local hook with 'entry: debrief check', 'language: system', 'pass_filenames: false'",
      sign: .word("debrief"))
  }

  /// A skeleton where its author can change it.
  package static func skeleton(_ name: String, text: String) -> File {
    File(path: "templates/skeletons/\(name)", text: text, advice: "", sign: .word(""))
  }

  package var gitHub: File { file(".github/workflows/post-mortems.yml", from: "github-workflow.yml") }

  package var gitLab: File {
    file(
      ".gitlab-ci.yml", from: "gitlab-ci.yml", advice: "add 'include: \(gitLabInclude.path)'", sign: .word("debrief"))
  }

  /// The jobs as a file of their own, for a repository whose `.gitlab-ci.yml` does other things.
  package var gitLabInclude: File { file(".gitlab/post-mortems.gitlab-ci.yml", from: "gitlab-ci.yml") }

  private func file(_ path: String, from source: String, advice: String = "", sign: Sign = .word("")) -> File {
    File(path: path, text: filled(text(source)), advice: advice, sign: sign)
  }

  private func filled(_ text: String) -> String {
    let values = [
      "@SCHEMA@": schema.map { "# yaml-language-server: $schema=\($0)\n" } ?? "",
      "@TITLE@": YAMLText.scalar(facts.title),
      "@INPUT_SETTING@": facts.input == "postmortems"
        ? "" : "\n# The folder of the post-mortems.\ninput: \(YAMLText.scalar(facts.input))\n",
      "@INPUT@": facts.input,
      "@INPUT_PATTERN@": facts.input.map { "\\.+*?()[]{}^$|".contains($0) ? "\\\($0)" : "\($0)" }.joined(),
      "@BASE_URL@": facts.remote?.pagesURL ?? "https://post-mortems.example.org",
      "@EDIT_URL@": facts.remote?.editURL(branch: facts.branch, input: facts.input)
        ?? "https://git.example.org/edit/main/\(facts.input)/{file}",
      "@BRANCH@": YAMLText.quoted(facts.branch),
      "@DEBRIEF_REPOSITORY@": facts.debriefRepository,
      "@DEBRIEF_COMMIT@": facts.debriefCommit,
    ]
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let indent = line.prefix { $0 == " " }
      guard line.dropFirst(indent.count) != "@INSTALL@" else {
        return install.map { $0.isEmpty ? "" : indent + $0 }
      }
      return [Self.replacing(values, in: line)]
    }.joined(separator: "\n")
  }

  /// Where the site will have the form of the settings; nil where nobody knows where the site will be.
  private var schema: String? { facts.remote?.pagesURL.map { "\($0)/data/settings.schema.json" } }

  private var install: [String] {
    text("install.sh").split(separator: "\n").map(String.init)
  }

  /// Each `@NAME@` of a line by its value, from left to right, so that no value is read again.
  private static func replacing(_ values: [String: String], in line: Substring) -> String {
    var result = ""
    var rest = line
    while let start = rest.firstIndex(of: "@") {
      let after = rest.index(after: start)
      guard let end = rest[after...].firstIndex(of: "@"), let value = values[String(rest[start...end])] else {
        result += rest[...start]
        rest = rest[after...]
        continue
      }
      result += rest[..<start] + value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
