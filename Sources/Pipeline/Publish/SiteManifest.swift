internal import Diagnostics

/// The list of the files that the last build wrote, kept in the output folder itself: what is not on it is not ours.
struct SiteManifest: Equatable {
  static let name = ".debrief-manifest.json"

  /// Path relative to the output → SHA-256 of the content; empty where an older build did not say.
  let files: [String: String]

  /// Empty where there is none, or where the file is not ours.
  static func read(in folder: String) throws(FileSystemError) -> SiteManifest {
    let path = "\(folder)/\(name)"
    guard FileSystem.isFile(path), let value = try? JSONParser.parse(try FileSystem.read(path)),
      let items = value["files"]?.items
    else { return SiteManifest(files: [:]) }
    var files: [String: String] = [:]
    for item in items {
      guard let path = item.string ?? item["path"]?.string, isInside(path) else { continue }
      files[path] = item["sha256"]?.string ?? ""
    }
    return SiteManifest(files: files)
  }

  /// Sorted by path, a file a line.
  var bytes: [UInt8] {
    let rows = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
      "    {\"path\": \(JSONValue.string(path).compact), \"sha256\": \"\(files[path] ?? "")\"}"
    }
    return Array("{\n  \"generator\": \"debrief\",\n  \"version\": 2,\n  \"files\": [\n".utf8)
      + Array(rows.joined(separator: ",\n").utf8) + Array("\n  ]\n}\n".utf8)
  }

  /// A path that cannot lead out of the folder, whoever edited the list.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }
}
