/// How everything stands that a build reads: its files by path, and what each of them says.
struct InputState: Sendable {
  /// What stands at a path; folders whose name begins with a dot are not entered, as no reader enters them.
  private struct Entry: Equatable, Sendable {
    let path: String
    let kind: String
  }

  private var entries: [Entry] = []
  private var files: [(path: String, identity: FileIdentity)] = []
  /// When the last of the files changed, in nanoseconds since 1970.
  private(set) var newest = Int64.min

  /// - Parameter paths: files, and folders with all that lies in them; what is not there may come yet.
  init(of paths: [String]) {
    for path in paths {
      if FileSystem.isFolder(path) {
        walk(path)
      } else if let identity = FileIdentity(path, followingLinks: true) {
        note(path, identity)
      } else {
        entries.append(Entry(path: path, kind: FileSystem.isMissing(path) ? "missing" : "other"))
      }
    }
  }

  private mutating func walk(_ folder: String) {
    guard let names = try? FileSystem.names(in: folder) else {
      return entries.append(Entry(path: folder, kind: "closed"))
    }
    entries.append(Entry(path: folder, kind: "folder"))
    for name in names {
      let path = "\(folder)/\(name)"
      let kind = FileSystem.kind(of: path)
      switch kind {
      case .folder where !name.hasPrefix("."): walk(path)
      case .file where !name.hasPrefix("."): if let identity = FileIdentity(path) { note(path, identity) }
      case .file: entries.append(Entry(path: path, kind: "hidden file"))
      default: entries.append(Entry(path: path, kind: "\(kind)"))
      }
    }
  }

  private mutating func note(_ path: String, _ identity: FileIdentity) {
    entries.append(Entry(path: path, kind: "file"))
    files.append((path, identity))
    newest = max(newest, identity.changed)
  }

  /// Whether the same files and folders are there, whatever they say.
  func hasSameFiles(as other: InputState) -> Bool { entries == other.entries }

  /// Appends what everything is and says.
  ///
  /// SHA-256, so that no two inputs can be made that look the same. Of a file longer than what is read of a document,
  /// the system's word counts for the rest.
  func append(to bytes: inout [UInt8], workers: Workers) {
    for entry in entries { bytes += Array("\(entry.path)\0\(entry.kind)\0".utf8) }
    let digests = workers.map(files.indices.map { $0 }) { index -> [UInt8] in
      let file = files[index]
      guard let content = try? FileSystem.read(file.path, limit: SourceReader.readLimit) else { return [] }
      var bytes = SHA256.digest(content)
      if file.identity.size > content.count { file.identity.append(to: &bytes) }
      return bytes
    }
    for digest in digests { bytes += [UInt8(digest.count)] + digest }
  }
}
