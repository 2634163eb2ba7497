#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where an output folder is, and where beside it a build keeps what must not be seen yet.
struct OutputPlace: Sendable {
  /// Absolute, with links resolved; the folder itself may not be there yet.
  let path: String
  /// Whether the folder can only be changed file by file: it is a mount point, or the folder around it is not ours to
  /// write.
  let isFixed: Bool

  private static let stagingName = ".debrief-staging"
  private static let lockName = ".debrief-lock"
  /// Names at the top of an output folder that are the build's own.
  static let ownNames: Set<String> = [stagingName, lockName, SiteManifest.name]

  /// Makes the folders above the output where they are missing.
  init(_ output: String) throws {
    let trimmed = Self.withoutClosingSlashes(output)
    if let real = FileSystem.realPath(trimmed) {
      guard FileSystem.isFolder(real) else { throw OutputError.forbiddenFolder(output, reason: "it is not a folder") }
      path = real
    } else {
      if FileSystem.kind(of: trimmed) == .link {
        throw OutputError.forbiddenFolder(output, reason: "it is a symbolic link that leads nowhere")
      }
      let parent = trimmed.contains("/") ? FileSystem.parent(of: trimmed) ?? "/" : "."
      try FileSystem.createFolder(parent)
      guard let real = FileSystem.realPath(parent) else { throw FileSystemError.last("open the folder", parent) }
      path = "\(real == "/" ? "" : real)/\(trimmed.split(separator: "/").last ?? "")"
    }
    isFixed = FileSystem.isFolder(path) && (Self.isMountPoint(path) || !Self.canReplace(path))
  }

  private var parent: String { FileSystem.parent(of: path) ?? "" }
  private var name: String { String(path[path.index(path.startIndex, offsetBy: parent.count + 1)...]) }

  var staging: String { isFixed ? "\(path)/\(Self.stagingName)" : "\(parent)/.\(name).debrief-staging" }
  var lock: String { isFixed ? "\(path)/\(Self.lockName)" : "\(parent)/.\(name).debrief-lock" }
  /// Where the old site stands for a moment on file systems that cannot exchange two folders.
  var aside: String { "\(parent)/.\(name).debrief-old" }

  /// Where a build notes what it did, for the next one; nobody publishes it with the site.
  var cache: String { "\(parent)/.\(name).debrief-cache" }

  static func withoutClosingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func canReplace(_ path: String) -> Bool {
    access(FileSystem.parent(of: path) ?? "/", W_OK | X_OK) == 0
  }

  private static func isMountPoint(_ path: String) -> Bool {
    var (own, above) = (stat(), stat())
    guard stat(path, &own) == 0, stat(FileSystem.parent(of: path) ?? "/", &above) == 0 else { return false }
    return own.st_dev != above.st_dev || isBindMount(path)
  }

  /// A folder of the same disk shown at this path, as containers do; `mountinfo` writes a blank as `\040`.
  private static func isBindMount(_ path: String) -> Bool {
    guard let table = try? FileSystem.readStream("/proc/self/mountinfo", limit: 1 << 22) else { return false }
    let written = path.utf8.flatMap { $0 == 0x20 ? Array("\\040".utf8) : [$0] }
    return table.split(separator: 0x0A).contains { line in
      let fields = line.split(separator: 0x20, maxSplits: 5)
      return fields.count > 4 && fields[4].elementsEqual(written)
    }
  }
}
