/// What lies in an output folder that no build of ours put there.
struct ForeignFiles {
  /// Everything that is no folder, relative to the output; links are not followed.
  private(set) var files: Set<String> = []
  /// Folders in which nothing of ours is, a parent before its children.
  private(set) var folders: [String] = []

  private let ours: Set<String>

  init(in output: String, manifest: SiteManifest) throws(FileSystemError) {
    var ours: Set<String> = []
    for path in manifest.files {
      var folder = FileSystem.parent(of: path)
      while let current = folder, ours.insert(current).inserted { folder = FileSystem.parent(of: current) }
    }
    self.ours = ours
    guard FileSystem.isFolder(output) else { return }
    try walk(output, "", manifest)
  }

  private mutating func walk(_ output: String, _ folder: String, _ manifest: SiteManifest) throws(FileSystemError) {
    for name in try FileSystem.names(in: folder.isEmpty ? output : "\(output)/\(folder)") {
      if folder.isEmpty, OutputPlace.ownNames.contains(name) { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch FileSystem.kind(of: "\(output)/\(path)") {
      case .folder:
        if !ours.contains(path) { folders.append(path) }
        try walk(output, path, manifest)
      case .missing: continue
      default: if !manifest.files.contains(path) { files.insert(path) }
      }
    }
  }

  /// Our paths at which, or on the way to which, something foreign stands; sorted.
  ///
  /// - Parameter canReplace: whether a foreign file itself may give way; a folder never does.
  func conflicts(with paths: some Collection<String>, canReplace: Bool) -> [String] {
    guard !files.isEmpty || !folders.isEmpty else { return [] }
    var holders = Set(folders)
    for file in files {
      var folder = FileSystem.parent(of: file)
      while let current = folder, holders.insert(current).inserted { folder = FileSystem.parent(of: current) }
    }
    return paths.filter { path in
      if holders.contains(path) || !canReplace && files.contains(path) { return true }
      var folder = FileSystem.parent(of: path)
      while let current = folder {
        if files.contains(current) { return true }
        folder = FileSystem.parent(of: current)
      }
      return false
    }.sorted()
  }
}
