package import Diagnostics
internal import KnowledgeBase
internal import PostMortems
package import Site

/// From a folder of post-mortems to a site: a line a stage, each the next one's input.
package struct Build: Sendable {
  private let options: BuildOptions
  private let progress: @Sendable (Stage) -> Void

  /// Where a build is, for whoever watches it.
  package enum Stage: String, Sendable, CaseIterable {
    case read = "reading"
    case index = "indexing"
    case render = "rendering"
    case done = "done"
  }

  package init(_ options: BuildOptions, progress: @escaping @Sendable (Stage) -> Void = { _ in }) {
    self.options = options
    self.progress = progress
  }

  package func run() throws -> BuildReport {
    try OutputFolder.verify(options.output, input: options.input.input, home: options.home)
    let place = try OutputPlace(options.output)
    let lock = try OutputLock.acquire(place)
    defer { lock.release() }
    let recorder = BuildRecorder(options, place)
    if let report = recorder?.unchanged() { return report }
    let report = try site()
    recorder?.keep(report)
    return report
  }

  private func site() throws -> BuildReport {
    progress(.read)
    let reading = try Reading.read(options.input)
    guard reading.settings.diagnostics.isEmpty else { return report(reading) }
    var times = reading.times
    let site = try PlannedSite(reading, options, findings: reading.diagnostics, times: &times)
    let plan = site.plan
    guard !DiagnosticCounts(plan.diagnostics).reaches(.error), !(options.isStrict && reading.hasErrors) else {
      return report(reading, templates: plan.diagnostics)
    }
    progress(.index)
    let index = times.measure("index") { SearchFiles.files(reading.knowledgeBase, workers: workers) }
    let pages = times.measure("count") { plan.pages }
    progress(.render)
    // The calendar of everybody takes long and would be made alone if it came last.
    let files = site.exports + index + SiteFiles.files(of: plan, pages: pages, input: options.input.input)
    let writer = SiteWriter(
      output: options.output, jobs: options.input.jobs, overwriteForeign: options.overwriteForeign,
      inspection: try PublicationGate.inspection(of: reading, workers: workers))
    let write = try times.measure("render and write") { try writer.write(files) }
    progress(.done)
    return report(
      reading, templates: plan.diagnostics, pages: pages.count,
      skipped: reading.skipped + reading.withheld + (site.owed?.skipped ?? []) + unused(reading, plan) + write.failures,
      write: write, times: times, remains: Remains(plan: plan, pages: pages, files: files))
  }

  /// What a site was made from.
  private struct Remains: Sendable {
    let plan: SitePlan
    let pages: [PlannedPage]
    let files: [OutputFile]
  }

  private func report(
    _ reading: Reading, templates: [Diagnostic] = [], pages: Int = 0, skipped: [SkippedFile] = [],
    write: WriteReport? = nil, times: StageTimes? = nil, remains: (any Sendable)? = nil
  ) -> BuildReport {
    BuildReport(
      reading: reading, findings: BuildFindings(reading, templates: templates, input: options.input.input),
      templates: templates, pages: pages, skipped: skipped.sorted { $0.file < $1.file }, write: write,
      times: times ?? reading.times, remains: remains)
  }

  /// Files that are no documents and that no page links.
  private func unused(_ reading: Reading, _ plan: SitePlan) -> [SkippedFile] {
    reading.knowledgeBase.attachments.subtracting(plan.copies.map(\.inputPath)).sorted().map {
      SkippedFile(file: $0, reason: "not a document, and no page links it")
    }
  }

  private var workers: Workers { Workers(count: options.input.jobs) }
}

/// What a build takes.
package struct BuildOptions: Sendable {
  package var input: InputOptions
  package var output: String
  /// The folder of the user's own templates; nil for `templates` beside the settings.
  package var templates: String?
  package var baseURL: String?
  /// Write nothing where a document has an error.
  package var isStrict = false
  package var overwriteForeign = false
  /// A folder that is never written into.
  package var home: String?
  /// Names the program so exactly that two of one name make one site of one input; nil to keep no record of what a
  /// build did, so that each is made in full.
  package var program: String?

  /// - Parameter edition: its name in the settings; nil for that of the audience of the knowledge base.
  package init(input: InputOptions, output: String, edition: String? = nil) {
    self.input = input
    self.input.edition = .site(edition)
    self.output = output
  }
}

/// What a build did.
package struct BuildReport: Sendable {
  /// Nil where everything stood as a build before had left it, so that nothing was parsed.
  package let reading: Reading?
  package let findings: BuildFindings
  /// What is wrong with the templates, by their own paths.
  package let templates: [Diagnostic]
  package let pages: Int
  /// Every file of the input that is on no page, with the reason, sorted.
  package let skipped: [SkippedFile]
  /// Those of the skipped files that should have been read.
  package var unreadable: [SkippedFile] { (reading?.unreadable ?? []) + (write?.failures ?? []) }
  /// Nil where nothing was written.
  package let write: WriteReport?
  package let times: StageTimes
  /// What else the build holds, so that whoever ends with it need not wait until that is freed.
  let remains: (any Sendable)?
}
