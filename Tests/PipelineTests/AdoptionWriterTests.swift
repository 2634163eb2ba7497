import Exchange
import Foundation
import KnowledgeBase
import Pipeline
import PostMortems
import Testing

@Suite("Writing adopted front matter")
struct AdoptionWriterTests {
  private let text = "# Down\n\n**Date:** 2026-03-01\n\n## Timeline (UTC)\n\n- 10:00 a\n"

  /// Runs over a folder of its own, which is removed afterwards.
  private func withFolder(_ run: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("input"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try run(folder)
  }

  private func write(_ folder: URL, isDryRun: Bool = false) throws -> AdoptionWriter.Report {
    let input = folder.appendingPathComponent("input").path
    let reading = try Reading.read(
      InputOptions(input: input, asOf: Day(daysSinceEpoch: 20_605), jobs: 1))
    let context = AdoptionContext(reading.knowledgeBase)
    let adoptions = reading.knowledgeBase.postMortems.map { Adoption($0.draft, context: context, findings: []) }
    return AdoptionWriter(root: input).write(adoptions, isDryRun: isDryRun)
  }

  @Test func addsFrontMatterOnceAndShowsItAsADiff() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("input/a.md")
      try text.write(to: file, atomically: false, encoding: .utf8)
      let dry = try write(folder, isDryRun: true)
      #expect(dry.files == ["a.md"] && dry.diff.contains("+started: 2026-03-01"))
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
      #expect(try write(folder).files == ["a.md"])
      #expect(
        try String(contentsOf: file, encoding: .utf8) == "---\ntimezone: UTC\nstarted: 2026-03-01\n---\n" + text)
      #expect(try write(folder).files.isEmpty)
    }
  }

  @Test func neverWritesThroughALink() throws {
    try withFolder { folder in
      let outside = folder.appendingPathComponent("outside.md")
      try text.write(to: outside, atomically: false, encoding: .utf8)
      try text.write(to: folder.appendingPathComponent("input/a.md"), atomically: false, encoding: .utf8)
      let reading = try write(folder, isDryRun: true)
      #expect(reading.files == ["a.md"])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("input/a.md"))
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("input/a.md"), withDestinationURL: outside)
      let report = try write(folder)
      #expect(report.files.isEmpty)
      #expect(try String(contentsOf: outside, encoding: .utf8) == text)
    }
  }

  @Test func refusesAFileThatChangedSinceItWasRead() throws {
    try withFolder { folder in
      let input = folder.appendingPathComponent("input").path
      let file = folder.appendingPathComponent("input/a.md")
      try text.write(to: file, atomically: false, encoding: .utf8)
      let reading = try Reading.read(InputOptions(input: input, asOf: Day(daysSinceEpoch: 20_605), jobs: 1))
      let context = AdoptionContext(reading.knowledgeBase)
      let adoptions = reading.knowledgeBase.postMortems.map { Adoption($0.draft, context: context, findings: []) }
      try (text + "More.\n").write(to: file, atomically: false, encoding: .utf8)
      let report = AdoptionWriter(root: input).write(adoptions, isDryRun: false)
      #expect(report.files.isEmpty && report.refusals.first?.reason.contains("changed") == true)
      #expect(try String(contentsOf: file, encoding: .utf8) == text + "More.\n")
    }
  }
}
