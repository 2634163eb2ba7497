internal import Exchange

/// What git and the folders say of the place in which a knowledge base begins.
struct RepositorySurvey {
  /// The folder's place in its repository.
  enum Place: Equatable {
    case top, below, outside
  }

  let facts: StartFacts
  let place: Place

  /// - Parameter executable: the path of the program itself.
  static func survey(_ folder: String, executable: String?) async -> RepositorySurvey {
    let top = await Git.line(["rev-parse", "--show-toplevel"], in: folder)
    let real = FileSystem.realPath(folder) ?? folder
    let place: Place = top.map { FileSystem.realPath($0) == real ? .top : .below } ?? .outside
    let remote = await remote(of: folder)
    let folderName = real.split(separator: "/").last.map(String.init) ?? ""
    var facts = StartFacts(name: place == .below ? folderName : remote?.name ?? folderName)
    facts.remote = remote
    facts.branch = await branch(of: folder)
    if let executable, let source = await source(of: executable) {
      facts.debriefRepository = source.repository
      facts.debriefCommit = source.commit
    }
    return RepositorySurvey(facts: facts, place: place)
  }

  /// The address as it is written down: what this machine puts in its place is of no use elsewhere.
  private static func remote(of folder: String) async -> RemoteAddress? {
    await Git.line(["config", "--get", "remote.origin.url"], in: folder).flatMap(RemoteAddress.init)
  }

  /// The remote's default branch, else the one that is checked out.
  private static func branch(of folder: String) async -> String {
    if let head = await Git.line(["symbolic-ref", "--short", "refs/remotes/origin/HEAD"], in: folder) {
      return String(head.dropFirst("origin/".count))
    }
    return await Git.line(["symbolic-ref", "--short", "HEAD"], in: folder) ?? "main"
  }

  /// Where the program was built: the nearest checkout with a package above it, if its commit can be fetched from a remote.
  private static func source(of executable: String) async -> (repository: String, commit: String)? {
    var folder = FileSystem.realPath(executable).flatMap(FileSystem.parent)
    while let current = folder, !FileSystem.isFile("\(current)/Package.swift") {
      folder = FileSystem.parent(of: current)
    }
    guard let folder, FileSystem.kind(of: "\(folder)/.git") != .missing,
      let remote = await remote(of: folder),
      let commit = await Git.line(["rev-parse", "HEAD"], in: folder),
      await Git.line(["branch", "--remotes", "--contains", commit], in: folder) != nil
    else { return nil }
    return (remote.cloneURL, commit)
  }
}
