/// The files below a folder that differ from a revision, asked of git.
package enum ChangedFiles {
  /// Paths relative to the folder: changed, added or not yet known to git since a revision; deleted ones are left out.
  package static func since(_ revision: String, in folder: String) async throws -> Set<String> {
    guard !revision.hasPrefix("-") else { throw GitError(message: "'\(revision)' is not a revision") }
    let changed = try await Git.run(
      ["diff", "--name-only", "-z", "--relative", "--diff-filter=d", "--end-of-options", revision, "--", "."],
      in: folder)
    let untracked = try await Git.run(["ls-files", "--others", "--exclude-standard", "-z"], in: folder)
    return Set((changed + untracked).split(separator: "\0").map(String.init))
  }
}

/// What git says when it cannot answer: no repository, no such revision.
package struct GitError: Error, CustomStringConvertible {
  package let message: String

  package var description: String { "git: \(message)" }
}
