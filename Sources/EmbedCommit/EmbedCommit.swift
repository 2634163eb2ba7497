import Foundation
import PackagePlugin

/// Writes the commit of the checkout into the program, so that `--version` names it.
@main
struct EmbedCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let git = context.package.directoryURL.appending(path: ".git")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltFromCommit.swift")
    let head = git.appending(path: "HEAD")
    var inputs = [head, git.appending(path: "packed-refs")]
    if let text = try? String(contentsOf: head, encoding: .utf8), text.hasPrefix("ref: ") {
      inputs.append(git.appending(path: text.dropFirst(5).trimmingCharacters(in: .whitespacesAndNewlines)))
    }
    return [
      .buildCommand(
        displayName: "Embedding the commit",
        executable: try context.tool(named: "embed-commit").url,
        arguments: [git.path(), output.path()],
        inputFiles: inputs.filter { FileManager.default.fileExists(atPath: $0.path()) },
        outputFiles: [output])
    ]
  }
}
