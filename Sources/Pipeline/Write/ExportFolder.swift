internal import Diagnostics

/// A folder of files that an export wrote: brought to a new state without touching anybody else's file.
struct ExportFolder {
  private let path: String
  private let listPath: String

  /// - Parameter kind: the form, each of which keeps a list of its own, so that no export takes another's files for
  ///   stale ones of its own, nor a site's pages.
  init(_ path: String, kind: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    listPath = "\(self.path)/.debrief-\(kind).json"
  }

  /// Writes what changed, removes what an earlier export wrote and this one has not; throws before anything is written
  /// where a file of somebody else stands in the way.
  func write(_ files: [OutputFile]) throws {
    try FileSystem.createFolder(path)
    let before = try earlier()
    let ours = Set(before)
    let foreign = files.map(\.path).filter { !ours.contains($0) && FileSystem.kind(of: "\(path)/\($0)") != .missing }
    if let first = foreign.first { throw OutputError.foreignFile("\(path)/\(first)", others: foreign.count - 1) }
    // The list comes first: after an interruption it names at least what was written.
    let paths = Set(files.map(\.path))
    try writeList(ours.union(paths))
    for file in files { try write(file) }
    try remove(before.filter { !paths.contains($0) })
    try writeList(paths)
  }

  private func write(_ file: OutputFile) throws {
    let target = "\(path)/\(file.path)"
    if let folder = FileSystem.parent(of: target) { try FileSystem.createFolder(folder) }
    var bytes: [UInt8] = []
    try file.append(to: &bytes)
    if FileSystem.kind(of: target) == .file(size: bytes.count), try FileSystem.read(target) == bytes { return }
    try AtomicFile.replace(target, with: bytes)
  }

  private func remove(_ paths: [String]) throws {
    for name in paths { try FileSystem.removeFile("\(path)/\(name)") }
    for name in paths {
      var folder = FileSystem.parent(of: name)
      while let current = folder, FileSystem.removeFolderIfEmpty("\(path)/\(current)") {
        folder = FileSystem.parent(of: current)
      }
    }
  }

  /// The files of the export before this one; empty where there was none.
  private func earlier() throws -> [String] {
    guard FileSystem.isFile(listPath), let value = try? JSONParser.parse(try FileSystem.read(listPath)) else {
      return []
    }
    return (value["files"]?.items ?? []).compactMap(\.string).filter(Self.isInside).sorted()
  }

  private func writeList(_ paths: Set<String>) throws {
    let value = JSONValue.object([
      "generator": .string("debrief"), "version": .int(1), "files": .strings(paths.sorted()),
    ])
    let bytes = Array(value.text.utf8)
    if FileSystem.isFile(listPath), try FileSystem.read(listPath) == bytes { return }
    try AtomicFile.replace(listPath, with: bytes)
  }

  /// A path that cannot lead out of the folder, whoever edited the list.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}
