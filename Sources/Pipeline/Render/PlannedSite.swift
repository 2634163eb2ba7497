internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import PostMortems
internal import Site
internal import Templates

/// A site of which nothing is made yet: its pages, and what else is made from the same knowledge base.
struct PlannedSite: Sendable {
  let plan: SitePlan
  /// What the policy says of the incidents that the settings name; nil where they name none.
  let owed: OwedPostMortems?
  private let knowledgeBase: KnowledgeBase
  private let addresses: PageAddresses

  /// - Parameter findings: what pages show of what rules found.
  init(_ reading: Reading, _ options: BuildOptions, findings: [Diagnostic], times: inout StageTimes) throws {
    let workers = Workers(count: options.input.jobs)
    let library = try Self.templates(reading, options)
    let isPublic = reading.edition?.isPublic ?? false
    let owed = times.measure("judge") { isPublic ? nil : OwedPostMortems.ofSettings(reading) }
    let pictures = times.measure("pictures") {
      PictureSizes.read(reading.knowledgeBase, input: options.input.input, workers: workers)
    }
    plan = times.measure("plan") {
      SitePlan(
        reading.knowledgeBase, findings: DiagnosticsByFile(findings),
        options: Self.siteOptions(reading, options, owed), pictures: pictures, templates: library,
        language: SiteLanguage.read(reading.settings, library),
        planning: { groups in workers.map(groups) { $0() } })
    }
    self.owed = owed
    knowledgeBase = reading.knowledgeBase
    addresses = SiteAddresses.addresses(baseURL: options.baseURL ?? reading.settings.settings.baseURL)
  }

  /// What programs read from the site: calendars and gauges.
  var exports: [OutputFile] {
    CalendarFiles.files(knowledgeBase, addresses: addresses)
      + [MetricsFile.file(knowledgeBase, owed: owed, addresses: addresses)]
  }

  /// The built-in templates with the user's own in their place.
  private static func templates(_ reading: Reading, _ options: BuildOptions) throws -> TemplateLibrary {
    let folder = options.templates ?? TemplateFolder.standard(settings: reading.settings.path)
    if options.templates != nil, !FileSystem.isFolder(folder) { throw InputError.noFolder(folder) }
    return TemplateLibrary(overrides: try TemplateFolder.read(folder), folder: folder)
  }

  private static func siteOptions(_ reading: Reading, _ options: BuildOptions, _ owed: OwedPostMortems?) -> SiteOptions
  {
    let settings = reading.settings.settings
    let isPublic = reading.edition?.isPublic ?? false
    return SiteOptions(
      editionAudience: reading.edition?.audience ?? settings.audience,
      baseURL: SiteAddresses.base(options.baseURL ?? settings.baseURL),
      skippedFiles: isPublic ? [] : reading.skipped + (owed?.skipped ?? []), owed: owed?.verdicts)
  }
}
