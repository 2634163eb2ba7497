/// How everything stands that a site is made from: what is compared to know whether it has to be made again.
struct WatchedState: Sendable {
  private(set) var stamps: [String: FileStamp] = [:]
  /// Where something may appear or go.
  private(set) var folders: Set<String> = []
  private let window: Double
  private var walked: Set<String> = []

  /// - Parameters:
  ///   - paths: files, and folders with all that is in them but hidden names; what is not there may yet come.
  ///   - window: seconds within which a change counts as late.
  init(of paths: [String], window: Double) {
    self.window = window
    for path in paths {
      folders.insert(FileSystem.parent(of: path) ?? (path.hasPrefix("/") ? "/" : "."))
      FileSystem.isFolder(path) ? walk(path) : note(path)
    }
  }

  private mutating func walk(_ folder: String) {
    guard walked.insert(folder).inserted else { return }
    folders.insert(folder)
    for name in (try? FileSystem.names(in: folder)) ?? [] where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      FileSystem.kind(of: path) == .folder ? walk(path) : note(path)
    }
  }

  private mutating func note(_ path: String) {
    if let stamp = FileStamp(path, window: window) { stamps[path] = stamp }
  }

  func isSame(as other: WatchedState) -> Bool {
    guard stamps.count == other.stamps.count, folders == other.folders else { return false }
    return stamps.allSatisfy { path, stamp in other.stamps[path].map(stamp.isSame) ?? false }
  }
}
