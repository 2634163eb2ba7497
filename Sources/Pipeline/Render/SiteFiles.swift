internal import Site

/// The files of a planned site.
enum SiteFiles {
  /// All of them, in the order in which they are written.
  ///
  /// - Parameter pages: all pages of the plan.
  static func files(of plan: SitePlan, pages: [PlannedPage], input: String) -> [OutputFile] {
    rendered(pages) + others(of: plan, input: input)
  }

  /// Those that are known without counting anything.
  static func first(of plan: SitePlan, input: String) -> [OutputFile] {
    rendered(plan.firstPages) + others(of: plan, input: input)
  }

  static func rendered(_ pages: [PlannedPage]) -> [OutputFile] {
    pages.map { page in
      OutputFile(path: page.path, content: page.isLong ? .passedOn(page.render) : .rendered(page.render))
    }
  }

  /// Styles, scripts, pictures.
  private static func others(of plan: SitePlan, input: String) -> [OutputFile] {
    plan.assets.map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
      + plan.copies.map { OutputFile(path: $0.sitePath, content: .copy(from: "\(input)/\($0.inputPath)")) }
  }
}
