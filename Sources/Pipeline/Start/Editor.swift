internal import Subprocess

/// Opens a file in the author's editor and waits until it is closed.
package enum Editor {
  /// - Parameter command: what `VISUAL` or `EDITOR` hold: a program with its arguments, `code --wait`, as a shell reads it.
  package static func open(_ path: String, with command: String) async throws {
    let path = path.hasPrefix("-") ? "./\(path)" : path
    let result = try await run(
      .name("sh"), arguments: ["-c", "\(command) \"$@\"", command, path],
      input: .currentStandardInput, output: .currentStandardError, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else { throw EditorError(command: command, path: path) }
  }
}

/// An editor that could not be started, or that ended otherwise than by success.
package struct EditorError: Error, CustomStringConvertible {
  package let command: String
  package let path: String

  package var description: String { "the editor '\(command)' failed; '\(path)' is written and waits for you" }
}
