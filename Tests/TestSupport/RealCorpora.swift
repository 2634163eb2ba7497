internal import Foundation

/// The public post-mortems that lie beside the checkout on some machines, and are no part of this repository.
package enum RealCorpora {
  /// The folder of all corpora; nil where it is absent.
  package static let folder: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let path = root.appending(path: "shared/corpora").path()
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// False where the corpora are absent and nobody said that they must be there: such tests are skipped.
  package static var mustRun: Bool {
    folder != nil || ProcessInfo.processInfo.environment["DEBRIEF_CORPORA_REQUIRED"] != nil
  }

  /// The names of the single corpora, sorted; the folder of templates is none.
  package static let names: [String] = {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains("__") }.sorted()
  }()
}

/// A folder that exists while a test runs.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, with the folders that it needs.
  package func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  package func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Paths of all files below, sorted.
  package func files() -> [String] {
    let paths = FileManager.default.subpaths(atPath: path) ?? []
    return paths.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
