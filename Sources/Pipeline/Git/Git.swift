internal import Subprocess

/// Asks git.
enum Git {
  private static let outputLimit = 64 << 20

  static func run(_ arguments: [String], in folder: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(["-C", folder, "-c", "core.quotePath=false"] + arguments),
      output: .string(limit: outputLimit), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      let message = result.standardError.split(whereSeparator: \.isNewline).first.map(String.init)
      throw GitError(message: message ?? "git failed")
    }
    return result.standardOutput
  }

  /// The one line that git answers; nil where it has no answer, or where there is no git.
  static func line(_ arguments: [String], in folder: String) async -> String? {
    guard let text = try? await run(arguments, in: folder) else { return nil }
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }
}
