import Diagnostics
import Foundation
import KnowledgeBase
import PostMortems
import Templates
import TestSupport
import Testing

@testable import Site

/// Writes the trend pages of a folder of post-mortems where a person can look at them; runs only when asked to by
/// `DEBRIEF_PREVIEW_INPUT`, `DEBRIEF_PREVIEW_OUTPUT` and `DEBRIEF_PREVIEW_DAY`.
struct TrendPreview {
  private static let environment = ProcessInfo.processInfo.environment

  @Test(.enabled(if: environment["DEBRIEF_PREVIEW_INPUT"] != nil))
  func writesTheTrendPagesOfAFolder() throws {
    let input = try #require(Self.environment["DEBRIEF_PREVIEW_INPUT"])
    let output = try #require(Self.environment["DEBRIEF_PREVIEW_OUTPUT"])
    let day = try #require(Day(iso: Self.environment["DEBRIEF_PREVIEW_DAY"] ?? "2026-06-01"))
    let base = Corpus(files: try Self.files(in: input)).knowledgeBase(asOf: day)
    let library = TemplateLibrary()
    var binder = TemplateBinder(library)
    let pages = TrendPages(&binder)
    #expect(binder.diagnostics.isEmpty)
    let site = SiteSource(knowledgeBase: base, findings: [:], options: SiteOptions())
    for page in pages.plan(site) {
      var bytes: [UInt8] = []
      page.render(&bytes)
      try Self.write(bytes, to: "\(output)/\(page.path)")
    }
    for asset in library.assetPaths {
      try Self.write(library.asset(asset) ?? [], to: "\(output)/assets/\(asset)")
    }
  }

  private static func files(in folder: String) throws -> [(path: String, text: String)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return try paths.filter { $0.hasSuffix(".md") || $0 == "debrief.yml" }.map {
      ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
