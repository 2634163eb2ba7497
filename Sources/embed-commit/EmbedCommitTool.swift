import Foundation

/// Writes `BuiltFromCommit.swift`: the short name of the commit that a git folder is at, or nil where there is none.
@main
enum EmbedCommitTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw UsageError() }
    let commit = commit(ofGitFolder: arguments[1])
    let source = "let builtFromCommit: String? = \(commit.map { "\"\($0.prefix(12))\"" } ?? "nil")\n"
    try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
  }

  /// Of a branch, whose commit stands in a file of its own or among the packed ones, or of a detached head.
  static func commit(ofGitFolder folder: String) -> String? {
    guard let head = text("\(folder)/HEAD") else { return nil }
    guard head.hasPrefix("ref: ") else { return hash(head) }
    let name = String(head.dropFirst(5))
    if let commit = text("\(folder)/\(name)") { return hash(commit) }
    let packed = text("\(folder)/packed-refs")?.split(separator: "\n").first { $0.hasSuffix(" \(name)") }
    return packed.flatMap { hash(String($0.prefix { $0 != " " })) }
  }

  static func text(_ path: String) -> String? {
    (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func hash(_ text: String) -> String? {
    text.count >= 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  struct UsageError: Error, CustomStringConvertible {
    var description: String { "usage: embed-commit GIT-FOLDER OUTPUT.swift" }
  }
}
