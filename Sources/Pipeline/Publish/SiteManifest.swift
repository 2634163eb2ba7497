internal import Diagnostics

/// The list of the files that the last build wrote, kept in the output folder itself: what is not on it is not ours.
struct SiteManifest: Equatable {
  static let name = ".debrief-manifest.json"

  /// Relative to the output.
  let files: Set<String>

  /// Empty where there is none, or where the file is not ours.
  static func read(in folder: String) throws(FileSystemError) -> SiteManifest {
    let path = "\(folder)/\(name)"
    guard FileSystem.isFile(path), let value = try? JSONParser.parse(try FileSystem.read(path)),
      let items = value["files"]?.items
    else { return SiteManifest(files: []) }
    // Earlier builds wrote an object for each file.
    let paths = items.compactMap { $0.string ?? $0["path"]?.string }
    return SiteManifest(files: Set(paths.filter(isInside)))
  }

  /// Sorted by path, a file a line.
  var bytes: [UInt8] {
    var bytes = Array("{\n  \"generator\": \"debrief\",\n  \"version\": 3,\n  \"files\": [\n".utf8)
    for (index, path) in files.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }).enumerated() {
      bytes += Array((index == 0 ? "    " : ",\n    ").utf8)
      JSONValue.string(path).append(to: &bytes, indent: 0, pretty: false)
    }
    return bytes + Array("\n  ]\n}\n".utf8)
  }

  /// A path that cannot lead out of the folder, whoever edited the list.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }
}
