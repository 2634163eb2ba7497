internal import Subprocess

/// The files below a folder that differ from a revision, asked of git.
package enum ChangedFiles {
  /// Paths relative to the folder: changed, added or not yet known to git since a revision; deleted ones are left out.
  package static func since(_ revision: String, in folder: String) async throws -> Set<String> {
    guard !revision.hasPrefix("-") else { throw GitError(message: "'\(revision)' is not a revision") }
    let changed = try await git(
      ["diff", "--name-only", "-z", "--relative", "--diff-filter=d", "--end-of-options", revision, "--", "."], folder)
    let untracked = try await git(["ls-files", "--others", "--exclude-standard", "-z"], folder)
    return Set((changed + untracked).split(separator: "\0").map(String.init))
  }

  private static let outputLimit = 64 << 20

  private static func git(_ arguments: [String], _ folder: String) async throws -> String {
    let result = try await run(
      .name("git"), arguments: Arguments(["-C", folder, "-c", "core.quotePath=false"] + arguments),
      output: .string(limit: outputLimit), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      let message = result.standardError.split(whereSeparator: \.isNewline).first.map(String.init)
      throw GitError(message: message ?? "git failed")
    }
    return result.standardOutput
  }
}

/// What git says when it cannot answer: no repository, no such revision.
package struct GitError: Error, CustomStringConvertible {
  package let message: String

  package var description: String { "git: \(message)" }
}
