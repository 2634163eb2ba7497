import Diagnostics
import Foundation
import KnowledgeBase
import Markdown
import PostMortems
import Site
import Templates
import Testing

/// Writes the site of a real folder to look at, when asked: `DEBRIEF_PREVIEW=OUTPUT DEBRIEF_PREVIEW_INPUT=postmortems`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DEBRIEF_PREVIEW"] != nil))
struct Preview {
  @Test func writesPreview() throws {
    let environment = ProcessInfo.processInfo.environment
    let output = URL(filePath: try #require(environment["DEBRIEF_PREVIEW"]))
    let input = URL(filePath: environment["DEBRIEF_PREVIEW_INPUT"] ?? "postmortems")
    let plan = SitePlan(
      try Self.knowledgeBase(of: input), options: SiteOptions(generatorVersion: "preview"),
      templates: try Self.templates())
    try #require(plan.diagnostics.isEmpty, "\(plan.diagnostics)")
    try? FileManager.default.removeItem(at: output)
    for page in plan.pages {
      var bytes: [UInt8] = []
      page.render(&bytes)
      try Self.write(bytes, to: output.appending(path: page.path))
    }
    for asset in plan.assets { try Self.write(asset.bytes, to: output.appending(path: asset.path)) }
    for copy in plan.copies {
      try Self.write(
        Array(Data(contentsOf: input.appending(path: copy.inputPath))), to: output.appending(path: copy.sitePath))
    }
  }

  /// The built-in templates, or those of a folder, which can be changed without building.
  private static func templates() throws -> TemplateLibrary {
    guard let path = ProcessInfo.processInfo.environment["DEBRIEF_PREVIEW_TEMPLATES"] else { return TemplateLibrary() }
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) where name.contains(".") {
      files[name] = try Array(Data(contentsOf: URL(filePath: path).appending(path: name)))
    }
    return TemplateLibrary(overrides: files)
  }

  private static func write(_ bytes: [UInt8], to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private static func knowledgeBase(of input: URL) throws -> KnowledgeBase {
    var settings = Settings()
    let configuration = input.deletingLastPathComponent().appending(path: "debrief.yml")
    if let bytes = try? Data(contentsOf: configuration) {
      settings = SettingsReader.read(SourceFile(path: "debrief.yml", bytes: Array(bytes))).settings
    }
    var drafts: [PostMortemDraft] = []
    var causes: [CauseRecord] = []
    var plan: [PlanPage] = []
    var attachments: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: input.path()).sorted() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: input.appending(path: path).path(), isDirectory: &isFolder)
      guard !isFolder.boolValue, !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      guard FileName.hasKnownExtension(path) else {
        attachments.insert(path)
        continue
      }
      let bytes = try Array(Data(contentsOf: input.appending(path: path)))
      let document = DocumentParser.parse(SourceFile(path: path, bytes: bytes))
      if path.hasPrefix("causes/") {
        causes.append(CauseRecord(document: document, settings: settings))
      } else if path.hasPrefix("plan/") {
        plan.append(PlanPage(document: document))
      } else {
        drafts.append(DraftReader.read(document, settings: settings))
      }
    }
    let asOf = try #require(Day(year: 2026, month: 1, day: 15))
    return KnowledgeBase(
      drafts: drafts, causes: causes, plan: plan, attachments: attachments, settings: settings, asOf: asOf)
  }
}
