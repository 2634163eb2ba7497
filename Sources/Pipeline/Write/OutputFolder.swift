/// Whether an output folder may be written at all.
enum OutputFolder {
  /// Throws for the root, a home folder, the input and whatever holds it.
  static func verify(_ output: String, input: String, home: String?) throws(OutputError) {
    guard let real = nearestReal(output) else { return }
    if real == "/" { throw .forbiddenFolder(output, reason: "it is the root of the file system") }
    if real == home.flatMap(FileSystem.realPath) { throw .forbiddenFolder(output, reason: "it is your home folder") }
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
