package import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import PostMortems
internal import Search
package import Site
internal import Templates

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
    let lock = try OutputLock.acquire(OutputPlace(options.output))
    defer { lock.release() }
    return try site()
  }

  private func site() throws -> BuildReport {
    progress(.read)
    let reading = try Reading.read(options.input)
    guard reading.settings.diagnostics.isEmpty else { return BuildReport(reading: reading, write: nil) }
    var times = reading.times
    let library = try templates(for: reading)
    let isPublic = reading.edition?.isPublic ?? false
    let owed = times.measure("judge") { isPublic ? nil : OwedPostMortems.ofSettings(reading) }
    let pictures = times.measure("pictures") {
      PictureSizes.read(reading.knowledgeBase, input: options.input.input, workers: workers)
    }
    let plan = times.measure("plan") {
      SitePlan(
        reading.knowledgeBase, findings: Dictionary(grouping: reading.diagnostics, by: \.file),
        options: siteOptions(reading, owed), pictures: pictures, templates: library,
        language: SiteLanguage.read(reading.settings, library),
        planning: { [workers] groups in workers.map(groups) { $0() } })
    }
    guard !DiagnosticCounts(plan.diagnostics).reaches(.error), !(options.isStrict && reading.hasErrors) else {
      return BuildReport(reading: reading, templates: plan.diagnostics, write: nil)
    }
    progress(.index)
    let index = times.measure("index") { SearchFiles.files(reading.knowledgeBase, workers: workers) }
    progress(.render)
    let files =
      SiteFiles.files(of: plan, input: options.input.input) + index
      + CalendarFiles.files(reading.knowledgeBase, addresses: addresses(reading))
      + [MetricsFile.file(reading.knowledgeBase, owed: owed, addresses: addresses(reading))]
    let writer = SiteWriter(
      output: options.output, jobs: options.input.jobs, overwriteForeign: options.overwriteForeign,
      inspection: try PublicationGate.inspection(of: reading, workers: workers))
    let write = try times.measure("render and write") { try writer.write(files) }
    progress(.done)
    return BuildReport(
      reading: reading, templates: plan.diagnostics, pages: plan.pages.count,
      skipped: reading.skipped + reading.withheld + (owed?.skipped ?? []) + unused(reading, plan) + write.failures,
      write: write,
      times: times)
  }

  /// Files that are no documents and that no page links.
  private func unused(_ reading: Reading, _ plan: SitePlan) -> [SkippedFile] {
    reading.knowledgeBase.attachments.subtracting(plan.copies.map(\.inputPath)).sorted().map {
      SkippedFile(file: $0, reason: "not a document, and no page links it")
    }
  }

  private var workers: Workers { Workers(count: options.input.jobs) }

  /// The built-in templates with the user's own in their place.
  private func templates(for reading: Reading) throws -> TemplateLibrary {
    let folder = options.templates ?? TemplateFolder.standard(settings: reading.settings.path)
    if options.templates != nil, !FileSystem.isFolder(folder) { throw InputError.noFolder(folder) }
    return TemplateLibrary(overrides: try TemplateFolder.read(folder), folder: folder)
  }

  private func addresses(_ reading: Reading) -> PageAddresses {
    SiteAddresses.addresses(baseURL: options.baseURL ?? reading.settings.settings.baseURL)
  }

  private func siteOptions(_ reading: Reading, _ owed: OwedPostMortems?) -> SiteOptions {
    let settings = reading.settings.settings
    let isPublic = reading.edition?.isPublic ?? false
    return SiteOptions(
      editionAudience: reading.edition?.audience ?? settings.audience,
      baseURL: SiteAddresses.base(options.baseURL ?? settings.baseURL),
      skippedFiles: isPublic ? [] : reading.skipped + (owed?.skipped ?? []), owed: owed?.verdicts)
  }
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

  /// - Parameter edition: its name in the settings; nil for that of the audience of the knowledge base.
  package init(input: InputOptions, output: String, edition: String? = nil) {
    self.input = input
    self.input.edition = .site(edition)
    self.output = output
  }
}

/// What a build did.
package struct BuildReport: Sendable {
  package let reading: Reading
  /// What is wrong with the templates, by their own paths.
  package let templates: [Diagnostic]
  package let pages: Int
  /// Every file of the input that is on no page, with the reason, sorted.
  package let skipped: [SkippedFile]
  /// Those of the skipped files that should have been read.
  package var unreadable: [SkippedFile] { reading.unreadable + (write?.failures ?? []) }
  /// Nil where nothing was written.
  package let write: WriteReport?
  package let times: StageTimes

  init(
    reading: Reading, templates: [Diagnostic] = [], pages: Int = 0, skipped: [SkippedFile] = [], write: WriteReport?,
    times: StageTimes? = nil
  ) {
    self.times = times ?? reading.times
    self.reading = reading
    self.templates = templates
    self.pages = pages
    self.skipped = skipped.sorted { $0.file < $1.file }
    self.write = write
  }
}
