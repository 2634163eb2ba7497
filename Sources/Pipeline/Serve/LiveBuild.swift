internal import Diagnostics
internal import Dispatch
internal import KnowledgeBase
package import PostMortems
internal import Site
internal import Synchronization

/// Makes a site anew whenever what it is made from changes.
///
/// Each change is answered in two steps: first with the changed documents parsed, connected and checked alone, so that
/// their author sees them at once; then, unless the next change comes before, with every rule run over everything.
package final class LiveBuild: Sendable {
  private let options: BuildOptions
  private let today: @Sendable () -> Day
  private let board: SiteBoard
  private let say: @Sendable (String) -> Void
  private let memory = DocumentMemory()
  private let state = Mutex(State())
  private let watcher: FolderWatcher
  private let checks = DispatchQueue(label: "checks")

  private struct State {
    /// Counts the states of the input; what was made for an earlier one is dropped.
    var ticket = 0
    /// What all rules found in an earlier state.
    var known: [Diagnostic] = []
    /// Documents that changed since.
    var pending: Set<String> = []
    /// The list of incidents that the settings name, as a path.
    var incidents: String?
    var settings: String?
    /// The folders of which the system tells, by its numbers.
    var watched: Set<Int32> = []
  }

  /// - Parameters:
  ///   - today: the day as of which ages are judged, asked again before each build.
  ///   - say: called with a line for whoever watches the server.
  package init(
    _ options: BuildOptions, today: @escaping @Sendable () -> Day, board: SiteBoard, asksSystem: Bool = true,
    say: @escaping @Sendable (String) -> Void
  ) {
    self.options = options
    self.today = today
    self.board = board
    self.say = say
    watcher = FolderWatcher(asksSystem: asksSystem)
  }

  /// Makes the site for the first time and goes on watching in the background.
  ///
  /// - Throws: `UnusableSettings` and `InputError`, for an input that there is nothing to show of.
  package func start() throws {
    let (seen, isTold) = look()
    let day = today()
    let reading = try read(day)
    guard reading.settings.diagnostics.isEmpty else { throw UnusableSettings(settings: reading.settings) }
    _ = memory.takeMade()
    if publish(of: reading, findings: reading.secrets, ticket: 0) {
      checks.async { [self] in check(reading, shown: reading.secrets, ticket: 0) }
    }
    DispatchQueue(label: "watch", qos: .userInitiated).async { [self] in watch(since: seen, day, isTold) }
  }

  // MARK: Watching

  private func watch(since first: WatchedState, _ firstDay: Day, _ firstIsTold: Bool) -> Never {
    var (seen, day, isTold) = (first, firstDay, firstIsTold)
    while true {
      watcher.wait(milliseconds: isTold ? Self.patience : Self.pace)
      let (now, isToldNow) = look()
      isTold = isToldNow
      guard !now.isSame(as: seen) || day != today() else { continue }
      (seen, day) = (now, today())
      rebuild(day)
    }
  }

  /// Milliseconds after which everything is looked at although nothing was told.
  private static let patience: Int32 = 2000
  /// The same where the system tells nothing.
  private static let pace: Int32 = 300
  /// Seconds within which a file's times may not tell two changes apart: longer than between two looks.
  private static let window = 8.0

  /// How everything stands, after all folders are watched: what changes from now on is told.
  private func look() -> (state: WatchedState, isTold: Bool) {
    while true {
      let found = WatchedState(of: paths, window: Self.window)
      let numbers = watcher.watch(found.folders)
      let isKnown = state.withLock { state in
        defer { state.watched = numbers ?? [] }
        return numbers == nil || numbers == state.watched
      }
      // A folder that was not watched may have changed while it was looked at.
      if isKnown { return (found, numbers != nil) }
    }
  }

  /// Everything that a site is made from.
  private var paths: [String] {
    let (incidents, settings) = state.withLock { ($0.incidents, $0.settings) }
    let input = options.input.input
    let found = SettingsLocator.candidates(config: options.input.config, input: input)
    let templates = options.templates ?? TemplateFolder.standard(settings: settings ?? found.first)
    return [input, templates] + found + [incidents].compactMap { $0 }
  }

  // MARK: Building

  private var workers: Workers { Workers(count: options.input.jobs) }

  private func read(_ day: Day) throws -> Reading {
    var input = options.input
    input.asOf = day
    let reading = try Reading.read(input, isChecked: false, memory: memory)
    state.withLock { state in
      state.settings = reading.settings.path
      state.incidents = OwedPostMortems.path(of: reading.settings)
    }
    return reading
  }

  private func rebuild(_ day: Day) {
    let start = ContinuousClock.now
    let ticket = state.withLock { state in
      state.ticket += 1
      return state.ticket
    }
    do {
      let reading = try read(day)
      let broken = reading.settings.diagnostics
      guard broken.isEmpty else { return fail(broken, "the settings", ticket) }
      let findings = quickFindings(reading)
      guard publish(of: reading, findings: findings, ticket: ticket) else { return }
      let time = (ContinuousClock.now - start) / .milliseconds(1)
      say("made anew in \(Int(time.rounded())) ms\(Self.errors(findings + reading.withheldProblems))")
      checks.async { [self] in check(reading, shown: findings, ticket: ticket) }
    } catch {
      fail("\(error)", title: Self.failure, ticket)
    }
  }

  /// Where more documents changed together, as by another branch, their findings wait for the second step.
  private static let most = 50

  /// What was known of documents that did not change, and what the rules about one document find in those that did.
  private func quickFindings(_ reading: Reading) -> [Diagnostic] {
    let made = memory.takeMade()
    let (known, pending) = state.withLock { state in
      state.pending.formUnion(made)
      return (state.known, state.pending)
    }
    let base = reading.knowledgeBase
    let present = Set(base.sources.map(\.path))
    guard pending.count <= Self.most else { return known.filter { present.contains($0.file) } }
    let fresh = Checking.diagnostics(of: pending, in: base, known: known, workers: workers)
    let secrets = reading.secrets.filter { pending.contains($0.file) }
    let kept = known.filter { !pending.contains($0.file) && present.contains($0.file) }
    return (kept + fresh + secrets).sorted()
  }

  /// Runs every rule over everything, and shows what that changes.
  private func check(_ reading: Reading, shown: [Diagnostic], ticket: Int) {
    let isOld: @Sendable () -> Bool = { [self] in state.withLock { $0.ticket != ticket } }
    guard !isOld() else { return }
    let found = Checking.diagnostics(reading.knowledgeBase, workers: workers, isCancelled: isOld)
    let findings = (found + reading.secrets).sorted()
    let isCurrent = state.withLock { state in
      guard state.ticket == ticket else { return false }
      (state.known, state.pending) = (findings, [])
      return true
    }
    guard isCurrent else { return }
    if findings != shown { publish(of: reading, findings: findings, ticket: ticket) }
    if !isOld() { board.latest?.site?.prepare() }
  }

  /// False where there is nothing new to show.
  @discardableResult
  private func publish(of reading: Reading, findings: [Diagnostic], ticket: Int) -> Bool {
    do {
      var times = StageTimes()
      let planned = try PlannedSite(reading, options, findings: findings, times: &times)
      guard !DiagnosticCounts(planned.plan.diagnostics).reaches(.error) else {
        fail(planned.plan.diagnostics, "a template", ticket)
        return false
      }
      let site = try LiveSite(planned, reading, options)
      return publish(SiteNews(site: site, problem: Self.problem(findings + reading.withheldProblems)), ticket)
    } catch {
      fail("\(error)", title: Self.failure, ticket)
      return false
    }
  }

  // MARK: Problems

  private static let failure = "The site cannot be made"

  /// False for news of an earlier state than the last.
  private func publish(_ news: SiteNews, _ ticket: Int) -> Bool {
    state.withLock { state in
      guard state.ticket == ticket else { return false }
      board.publish(news)
      return true
    }
  }

  private func fail(_ diagnostics: [Diagnostic], _ place: String, _ ticket: Int) {
    fail(TextFormatter().format(diagnostics), title: "There is an error in \(place)", ticket)
  }

  /// The last good site stays.
  private func fail(_ text: String, title: String, _ ticket: Int) {
    let problem = SiteProblem(isStale: true, title: title, text: text)
    guard publish(SiteNews(site: board.latest?.site, problem: problem), ticket) else { return }
    say("\(title); the site stays as it was:\n\(text)")
  }

  private static func problem(_ diagnostics: [Diagnostic]) -> SiteProblem? {
    let errors = diagnostics.filter { $0.level == .error }
    guard !errors.isEmpty else { return nil }
    let text = TextFormatter().format(errors.prefix(shownErrors).sorted())
    let rest = errors.count > shownErrors ? "\n… and \(errors.count - shownErrors) more" : ""
    return SiteProblem(isStale: false, title: errorCount(errors.count), text: text + rest)
  }

  private static let shownErrors = 20

  private static func errors(_ diagnostics: [Diagnostic]) -> String {
    let count = DiagnosticCounts(diagnostics).error
    return count == 0 ? "" : "; \(errorCount(count))"
  }

  private static func errorCount(_ count: Int) -> String { count == 1 ? "1 error" : "\(count) errors" }
}
