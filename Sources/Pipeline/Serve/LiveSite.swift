internal import KnowledgeBase
internal import Site
internal import Synchronization

/// One state of a site, each file of which is made when it is first asked for.
final class LiveSite: Sendable {
  /// What became of a request for a file.
  enum Outcome: Sendable {
    case found([UInt8])
    case missing
    /// The file must not be published, or cannot be read.
    case refused(String)
  }

  private let files: [String: OutputFile]
  private let rest: @Sendable () -> [OutputFile]
  private let inspection: OutputInspection?
  /// Tells apart states of what every page may use: styles, scripts, pictures.
  private let commonVersion: String
  private let made = Mutex<[String: Outcome]>([:])
  private let restByPath = Mutex<[String: OutputFile]?>(nil)

  init(_ site: PlannedSite, _ reading: Reading, _ options: BuildOptions) throws {
    let (workers, input) = (Workers(count: options.input.jobs), options.input.input)
    inspection = try PublicationGate.inspection(of: reading, workers: workers)
    let files = SiteFiles.first(of: site.plan, input: input)
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    rest = {
      SiteFiles.rendered(site.plan.countedPages) + SearchFiles.files(reading.knowledgeBase, workers: workers)
        + site.exports
    }
    let copies = site.plan.copies.map { "\($0.sitePath)\0\(FileSystem.version(of: "\(input)/\($0.inputPath)"))\0" }
    commonVersion = SHA256.hexadecimal(site.plan.assets.flatMap(\.bytes) + copies.flatMap { Array($0.utf8) })
  }

  func outcome(_ path: String) -> Outcome {
    if let known = made.withLock({ $0[path] }) { return known }
    guard let file = files[path] ?? others[path] else { return .missing }
    let outcome = make(file)
    // A picture stays on the disk, which holds it as well.
    if case .copy = file.content { return outcome }
    made.withLock { $0[path] = outcome }
    return outcome
  }

  /// Equal for equal looks of a page.
  func version(of path: String) -> String {
    let look: [UInt8] =
      switch outcome(path) {
      case .found(let bytes): bytes
      case .missing: Array("missing".utf8)
      case .refused(let reason): Array(reason.utf8)
      }
    return String(SHA256.hexadecimal(look + Array(commonVersion.utf8)).prefix(24))
  }

  /// Makes what takes long ahead of the first request for it.
  func prepare() { _ = others }

  /// The trends, the search index and what programs read: made together, because a path alone does not tell.
  private var others: [String: OutputFile] {
    restByPath.withLock { known in
      if let known { return known }
      let files = Dictionary(rest().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      known = files
      return files
    }
  }

  private func make(_ file: OutputFile) -> Outcome {
    var bytes: [UInt8] = []
    do throws(FileSystemError) {
      try file.append(to: &bytes)
    } catch {
      return .refused(error.description)
    }
    let violations = inspection?.inspect(file, &bytes) ?? []
    return violations.isEmpty ? .found(bytes) : .refused(PublicationRefused(violations: violations).description)
  }
}
