package import Diagnostics
internal import Dispatch
package import LanguageServer
internal import PostMortems
internal import Site
internal import Synchronization

/// The knowledge base of an editor's folder, read on a thread of its own and again when files have changed.
package struct EditorWorkspace: WorkspaceSource {
  private let given: String?
  private let options: @Sendable (String) -> InputOptions
  private let reader: WorkspaceReader
  private var parserGuard: ParserGuard?

  /// - Parameters:
  ///   - input: the folder of the post-mortems where the command line names one.
  ///   - options: what to read for such a folder.
  ///   - signal: sent whenever something has been read.
  package init(input: String?, signal: WakeSignal, options: @escaping @Sendable (String) -> InputOptions) {
    given = input
    self.options = options
    reader = WorkspaceReader(signal)
  }

  package mutating func open(folder: String?) {
    guard let input = given ?? EditorFolder.input(below: folder ?? ".") else { return }
    let options = options(input)
    parserGuard = options.parserGuard(Workers(count: 1))
    reader.begin { try Self.read(options, folder: folder) }
  }

  package var workspace: Workspace? { reader.content() }
  package mutating func takeProblem() -> String? { reader.takeProblem() }
  package mutating func refresh() { reader.refresh() }
  package var readings: Int { reader.readings() }
  package func mayParse(_ text: SourceFile) -> Bool { parserGuard?.passes(text.bytes) ?? true }

  private static func read(_ options: InputOptions, folder: String?) throws -> Workspace {
    let reading = try Reading.read(options, isChecked: false)
    let real = FileSystem.realPath(options.input)
    let shown = EditorFolder.absolute(options.input)
    let baseURL = SiteAddresses.base(reading.settings.settings.baseURL)
    let settings = reading.settings.path
    let source = try settings.map { SourceFile(path: $0, bytes: try FileSystem.read($0, limit: 1 << 20)) }
    return Workspace(
      reading.knowledgeBase, roots: [shown, real].compactMap { $0 },
      settingsPath: settings.map(EditorFolder.absolute), places: source.map(SettingsPlaces.init)
    ) { rule in baseURL.map { "\($0)/\(SitePaths.rule(rule))" } }
  }
}

/// Which folder holds the post-mortems of the folder that an editor has open.
enum EditorFolder {
  /// What the settings there say, else `postmortems`, else the folder itself where settings or cause records show that it is
  /// one; nil for any other, whose documents are nobody's post-mortems.
  static func input(below folder: String) -> String? {
    let settings = "\(folder)/debrief.yml"
    let standard = InputFolder.standard(config: FileSystem.isFile(settings) ? settings : nil)
    let input = standard.hasPrefix("/") || standard.hasPrefix(folder + "/") ? standard : "\(folder)/\(standard)"
    if FileSystem.isFolder(input) { return input }
    let isOne =
      FileSystem.isFile(settings) || FileSystem.isFile("\(folder)/../debrief.yml")
      || FileSystem.isFolder("\(folder)/causes")
    return isOne ? folder : nil
  }

  /// A path from the root without `.`, `..` or a closing slash; links stay as they are.
  static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(FileSystem.realPath(".") ?? "")/\(path)"
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

/// Reads on a thread of its own, never twice at once; what came last counts.
private final class WorkspaceReader: Sendable {
  private struct State {
    var read: (@Sendable () throws -> Workspace)?
    var content: Workspace?
    var problem: String?
    var readings = 0
    var isReading = false
    /// Files have changed since the reading that is under way began.
    var isStale = false
  }

  private let state = Mutex(State())
  private let signal: WakeSignal
  private let first = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "workspace", qos: .utility)

  init(_ signal: WakeSignal) {
    self.signal = signal
  }

  func begin(_ read: @escaping @Sendable () throws -> Workspace) {
    state.withLock { $0.read = read }
    refresh()
  }

  func refresh() {
    let begins = state.withLock { state in
      guard state.read != nil else { return false }
      state.isStale = true
      defer { state.isReading = true }
      return !state.isReading
    }
    if begins { queue.async { self.run() } }
  }

  /// What was read last; while nothing was, it waits for the first reading, whether that succeeds or not.
  func content() -> Workspace? {
    let isFirst = state.withLock { $0.content == nil && $0.problem == nil && $0.isReading }
    if isFirst {
      first.wait()
      first.signal()
    }
    return state.withLock { $0.content }
  }

  func takeProblem() -> String? {
    state.withLock { state in
      defer { if state.content != nil || !state.isReading { state.problem = nil } }
      return state.problem
    }
  }

  func readings() -> Int { state.withLock { $0.readings } }

  private func run() {
    while let read = next() {
      let result = Result { try read() }
      state.withLock { state in
        switch result {
        case .success(let content):
          (state.content, state.problem) = (content, nil)
          state.readings += 1
        case .failure(let error): state.problem = "\(error)"
        }
      }
      first.signal()
      signal.send()
    }
  }

  private func next() -> (@Sendable () throws -> Workspace)? {
    state.withLock { state in
      guard state.isStale else {
        state.isReading = false
        return nil
      }
      state.isStale = false
      return state.read
    }
  }
}
