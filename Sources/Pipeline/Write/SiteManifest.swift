internal import Diagnostics

/// The list of the files that the last build wrote, kept in the output folder itself.
struct SiteManifest: Equatable {
  static let name = ".debrief-manifest.json"

  let files: [String]

  /// Empty where there is none, or where the file is not ours.
  static func read(in folder: String) throws(FileSystemError) -> SiteManifest {
    let path = "\(folder)/\(name)"
    guard FileSystem.isFile(path), let value = try? JSONParser.parse(try FileSystem.read(path)),
      let files = value["files"]?.items
    else { return SiteManifest(files: []) }
    return SiteManifest(files: files.compactMap(\.string).filter(isInside))
  }

  func write(in folder: String) throws(FileSystemError) {
    let value = JSONValue.object(["generator": .string("debrief"), "version": .int(1), "files": .strings(files)])
    let path = "\(folder)/\(Self.name)"
    let bytes = Array(value.text.utf8)
    if FileSystem.isFile(path), try FileSystem.read(path) == bytes { return }
    try FileSystem.write(bytes, to: path)
  }

  /// A path that cannot lead out of the folder, whoever edited the list.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}
