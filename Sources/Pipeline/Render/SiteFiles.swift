internal import Site

/// The files of a planned site, in the order in which they are written.
enum SiteFiles {
  static func files(of plan: SitePlan, input: String) -> [OutputFile] {
    plan.pages.map { OutputFile(path: $0.path, content: .rendered($0.render)) }
      + plan.assets.map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
      + plan.copies.map { OutputFile(path: $0.sitePath, content: .copy(from: "\(input)/\($0.inputPath)")) }
  }
}
