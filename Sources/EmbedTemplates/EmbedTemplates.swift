import Foundation
import PackagePlugin

/// Turns every file of the top-level `templates` folder into Swift source, so that the binary carries its own theme.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTemplateFiles.swift")
    let inputs = FileManager.default.subpaths(atPath: folder.path())?.sorted().map { folder.appending(path: $0) } ?? []
    return [
      .buildCommand(
        displayName: "Embedding templates",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [folder.path(), output.path()],
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
