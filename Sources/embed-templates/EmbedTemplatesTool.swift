import Foundation

/// Writes `BuiltInTemplateFiles.swift`: the files below a folder as string literals, sorted by path.
@main
enum EmbedTemplatesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw UsageError() }
    let folder = URL(filePath: arguments[1])
    let paths = (FileManager.default.subpaths(atPath: folder.path()) ?? []).sorted()
    var source = "enum BuiltInTemplateFiles {\n  static let all: [(path: String, text: String)] = [\n"
    for path in paths {
      let file = folder.appending(path: path)
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }), try isFile(file) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      source += "    (\(literal(path)), \(literal(text))),\n"
    }
    source += "  ]\n}\n"
    try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
  }

  static func isFile(_ url: URL) throws -> Bool {
    try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
  }

  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  struct UsageError: Error, CustomStringConvertible {
    var description: String { "usage: embed-templates FOLDER OUTPUT.swift" }
  }
}
