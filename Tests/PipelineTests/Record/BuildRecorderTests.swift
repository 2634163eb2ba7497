import Diagnostics
import Foundation
import PostMortems
import TestSupport
import Testing

@testable import Pipeline

@Suite("Building again with nothing changed")
struct BuildRecorderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: Disks\n", to: "debrief.yml")
    try folder.write(RecordedEdit.document(1, "down"), to: "postmortems/2026/disk.md")
    try folder.write("---\nid: PM-2\nseverity: \n---\n", to: "postmortems/broken.md")
  }

  private func options(_ output: String = "site") -> BuildOptions {
    let input = InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: 2)
    var options = BuildOptions(input: input, output: "\(folder.path)/\(output)")
    options.program = "tests"
    return options
  }

  private func build(_ change: (inout BuildOptions) -> Void = { _ in }) throws -> BuildReport {
    var options = options()
    change(&options)
    return try Build(options).run()
  }

  private func times() throws -> [Date?] {
    try folder.files().map {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\($0)")[.modificationDate] as? Date
    }
  }

  @Test func saysTheSameAndWritesNothing() throws {
    let first = try build()
    let before = try times()
    let second = try build()
    #expect(first.reading != nil && second.reading == nil)
    #expect(first.findings == second.findings && first.findings.counts.error > 0)
    #expect(first.findings.texts(.plain).joined().contains("broken.md:"))
    #expect(first.skipped == second.skipped && first.pages == second.pages)
    #expect(second.write?.written == 0 && second.write?.unchanged == first.write?.written)
    #expect(try times() == before)
  }

  @Test(arguments: [
    "the program", "the day", "the address", "the templates", "the strictness",
  ])
  func readsAnewForAnotherValueOf(option: String) throws {
    _ = try build()
    let second = try build { options in
      switch option {
      case "the program": options.program = "other"
      case "the day": options.input.asOf = Day(daysSinceEpoch: Corpus.today.daysSinceEpoch + 1)
      case "the address": options.baseURL = "https://example.org"
      case "the templates": options.templates = folder.path
      default: options.isStrict = true
      }
    }
    #expect(second.reading != nil)
  }

  @Test func keepsNoRecordUnlessAsked() throws {
    for _ in 0..<2 { #expect(try build { $0.program = nil }.reading != nil) }
    #expect(!folder.files().contains { $0.contains("cache") })
  }

  @Test func putsBackAFileThatSomebodyChangedUnderItsOldTimeAndSize() throws {
    _ = try build()
    let path = "\(folder.path)/site/index.html"
    let page = try #require(folder.read("site/index.html"))
    let modified = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    try folder.write(String(page.map { $0 == "a" ? "b" : $0 }), to: "site/index.html")
    try FileManager.default.setAttributes([.modificationDate: try #require(modified)], ofItemAtPath: path)
    #expect(try build().write?.written == 1)
    #expect(folder.read("site/index.html") == page)
  }

  @Test func putsBackAFileThatIsGone() throws {
    _ = try build()
    try FileManager.default.removeItem(atPath: "\(folder.path)/site/index.html")
    #expect(try build().write?.written == 1)
  }

  @Test func trustsNoRecordOfAnotherFolder() throws {
    _ = try build()
    let manager = FileManager.default
    try manager.copyItem(atPath: "\(folder.path)/site", toPath: "\(folder.path)/copy")
    try manager.copyItem(atPath: "\(folder.path)/.site.debrief-cache", toPath: "\(folder.path)/.copy.debrief-cache")
    #expect(try Build(options("copy")).run().reading != nil)
  }

  @Test(arguments: ["", "{", "{}", "{\"version\": 1}"]) func doesWithoutARecordThatIsBroken(text: String) throws {
    _ = try build()
    try folder.write(text, to: ".site.debrief-cache/record.json")
    #expect(try build().reading != nil)
    #expect(try build().reading == nil)
  }

  @Test func notesNothingOfABuildDuringWhichADocumentChanged() throws {
    let options = options()
    let place = try OutputPlace(options.output)
    let recorder = try #require(BuildRecorder(options, place))
    let report = try build { $0.program = nil }
    try folder.write(RecordedEdit.document(1, "changed"), to: "postmortems/2026/disk.md")
    recorder.keep(report)
    #expect(BuildRecord.read(beside: place) == nil)
  }

  @Test func readsAnewWhereTheListOfIncidentsChanged() throws {
    try folder.write("incidents: list.json\n", to: "debrief.yml")
    try folder.write("[]", to: "list.json")
    // A list that is as young as the build is not noted: it may have changed while the build ran.
    Thread.sleep(forTimeInterval: 0.05)
    _ = try build()
    #expect(try build().reading == nil)
    try folder.write("[{}]", to: "list.json")
    #expect(try build().reading != nil)
  }

  @Test func isAsGoodAsABuildFromNothingAfterAnyEdits() throws {
    var chance = RecordedEdit.Chance(state: 7)
    var hits = 0
    for step in 0..<24 {
      try RecordedEdit.apply(to: folder, step, &chance)
      let warm = try build()
      if warm.reading == nil { hits += 1 }
      #expect(try build().reading == nil, "step \(step)")
      try? FileManager.default.removeItem(atPath: "\(folder.path)/cold")
      var cold = options("cold")
      cold.program = nil
      let fresh = try Build(cold).run()
      #expect(warm.findings == fresh.findings && warm.skipped == fresh.skipped && warm.pages == fresh.pages)
      #expect(contents("site") == contents("cold"), "step \(step)")
    }
    #expect(hits > 0, "no step left everything as it was")
  }

  private func contents(_ name: String) -> [String: Data?] {
    let files = folder.files().filter { $0.hasPrefix("\(name)/") }
    return Dictionary(
      uniqueKeysWithValues: files.map {
        (
          $0.split(separator: "/").dropFirst().joined(separator: "/"),
          FileManager.default.contents(atPath: "\(folder.path)/\($0)")
        )
      })
  }
}
