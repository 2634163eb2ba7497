/// Whether an output folder may be written at all.
enum OutputFolder {
  /// Throws for the root, a home folder, the input, whatever holds one of them, and what lies inside the input.
  static func verify(_ output: String, input: String, home: String?) throws(OutputError) {
    guard let real = nearestReal(OutputPlace.withoutClosingSlashes(output)) else { return }
    if real.split(separator: "/").contains("..") {
      throw .forbiddenFolder(output, reason: "its path leads through a folder that does not exist")
    }
    if real == "/" { throw .forbiddenFolder(output, reason: "it is the root of the file system") }
    if let home = home.flatMap(FileSystem.realPath), home != "/" {
      if real == home { throw .forbiddenFolder(output, reason: "it is your home folder") }
      if home.hasPrefix(real + "/") { throw .forbiddenFolder(output, reason: "it holds your home folder") }
    }
    guard let source = FileSystem.realPath(input) else { return }
    if source == real || source.hasPrefix(real + "/") {
      throw .forbiddenFolder(output, reason: "it holds the post-mortems themselves")
    }
    if real.hasPrefix(source + "/") {
      throw .forbiddenFolder(output, reason: "it lies inside the input, which would be read again next time")
    }
  }

  /// The real path of the folder, or, where it does not exist yet, that of its nearest parent with the rest behind.
  private static func nearestReal(_ path: String) -> String? {
    if let real = FileSystem.realPath(path) { return real }
    guard let slash = path.lastIndex(of: "/") else {
      return FileSystem.realPath(".").map { "\($0)/\(path)" }
    }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return nearestReal(parent).map { "\($0 == "/" ? "" : $0)/\(path[path.index(after: slash)...])" }
  }
}
