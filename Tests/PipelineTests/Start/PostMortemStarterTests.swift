import Diagnostics
import Exchange
import Foundation
import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

@testable import Pipeline

@Suite("Beginning a post-mortem")
struct PostMortemStarterTests {
  private func knowledgeBase(_ settings: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(settings, to: "debrief.yml")
    try folder.write("", to: "postmortems/.keep")
    return folder
  }

  private func options(_ folder: TemporaryFolder) -> InputOptions {
    InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: 2)
  }

  @discardableResult
  private func start(_ title: String, in folder: TemporaryFolder, _ change: (inout NewPostMortem) -> Void = { _ in })
    throws -> PostMortemStarter.Started
  {
    var request = NewPostMortem(title: title)
    change(&request)
    return try PostMortemStarter(options(folder)).start(request)
  }

  /// Findings as `line rule`, and the lines that wait for their author: empty fields that are required, and headings with
  /// nothing but a hint below.
  private func findingsAndParts(_ file: String, in folder: TemporaryFolder) throws -> (found: [String], parts: [String])
  {
    let reading = try Reading.read(options(folder))
    let found = reading.diagnostics.filter { $0.file == file }.map { "\($0.start.line) \($0.rule)" }
    let required = ["timeline", "root cause", "action items"]
    let lines = try #require(folder.read("postmortems/\(file)")).split(
      separator: "\n", omittingEmptySubsequences: false)
    var parts: [String] = []
    for (index, line) in lines.enumerated() {
      let value = line.split(separator: "#")[safe: 0]?.filter { $0 != " " }
      if value == "severity:" || value == "started:" { parts.append("\(index + 1) missing-field") }
      guard line.hasPrefix("##"), !lines[index + 2].hasPrefix("#") else { continue }
      let name = line.drop { $0 == "#" || $0 == " " }.lowercased()
      parts.append("\(index + 1) \(required.contains(name) ? "empty-section" : "unfinished-section")")
    }
    return (found, parts)
  }

  static let skeletons = ["incident", "minor", "near-miss", "drill"]

  @Test(arguments: skeletons, ["incident", "near-miss", "drill"])
  func everySkeletonLeavesItsAuthorExactlyTheMarkedParts(skeleton: String, kind: String) throws {
    for severity in [nil, "SEV1", "SEV5"] {
      let folder = try knowledgeBase()
      let new = try start("Checkout down", in: folder) {
        $0.skeleton = skeleton
        $0.kind = kind
        $0.severity = severity
      }
      let (found, parts) = try findingsAndParts(new.file, in: folder)
      #expect(parts.count > 4)
      #expect(found == parts)
      #expect(folder.read("postmortems/\(new.file)")?.contains("\nkind: \(kind)\n") == true)
    }
  }

  /// Written out by an author who keeps each example and says one thing where there is none, no rule has an objection.
  @Test(arguments: skeletons)
  func theExamplesOfTheHintsPassTheRules(skeleton: String) throws {
    let folder = try knowledgeBase()
    var options = options(folder)
    options.asOf = try #require(Day(iso: "2026-03-02"))
    var request = NewPostMortem(title: "Checkout down")
    request.skeleton = skeleton
    request.severity = "SEV3"
    request.started = "2026-03-01T13:42Z"
    let new = try PostMortemStarter(options).start(request)
    let text = try #require(folder.read("postmortems/\(new.file)"))
    let written = text.replacing(/(?s)<!--(.*?)-->/) { hint in
      let rows = hint.1.split(separator: "\n").filter { $0.hasPrefix("- ") || $0.first?.isNumber == true }
      return rows.isEmpty
        ? "The session store refused connections after its default changed." : rows.joined(separator: "\n")
    }.replacing("addresses: CAUSE, ", with: "")
      .replacing("wait? …", with: "wait? The limit was one connection.\n3. Why one? The new default said so.")
    try folder.write(written, to: "postmortems/\(new.file)")
    let reading = try Reading.read(options)
    #expect(reading.diagnostics.map { "\($0.start.line) \($0.rule)" } == [])
    let read = try #require(reading.knowledgeBase.postMortems.first?.draft)
    #expect(read.actionItems.first?.owner != nil)
    #expect((read.timeline?.events.count ?? 0) > 2)
  }

  @Test(arguments: [
    ("incident", "SEV1", "## Five whys"), ("incident", "SEV3", "## Five whys"), ("incident", "SEV4", "Three rows"),
    ("incident", "SEV5", "Three rows"), ("near-miss", "SEV5", "almost happened"), ("drill", "SEV1", "## Scenario"),
  ])
  func choosesTheSkeletonByKindAndSeverity(kind: String, severity: String, sign: String) throws {
    let folder = try knowledgeBase()
    let new = try start("Checkout down", in: folder) {
      $0.kind = kind
      $0.severity = severity
    }
    #expect(folder.read("postmortems/\(new.file)")?.contains(sign) == true)
  }

  @Test func takesTheUsersSkeletonAndTheirChoice() throws {
    let folder = try knowledgeBase("skeletons: {severity: {SEV1: grave}, kind: {drill: minor}}\n")
    try folder.write("---\nseverity: SEV9\n---\n## Timeline\n\nOurs.\n", to: "templates/skeletons/grave.md")
    try folder.write("## Root cause\n\nMinor.\n", to: "templates/skeletons/minor.md")
    let grave = try start("Checkout down", in: folder) { $0.severity = "SEV1" }
    #expect(
      folder.read("postmortems/\(grave.file)")?.hasPrefix("---\nseverity: SEV1\ntitle: Checkout down\nstatus: draft\n")
        == true)
    let drill = try start("Restore", in: folder) { $0.kind = "drill" }
    #expect(folder.read("postmortems/\(drill.file)")?.contains("Minor.") == true)
  }

  @Test func addsTheSectionsAndFieldsThatTheSettingsAskFor() throws {
    let folder = try knowledgeBase(
      "required: [title, severity, started, trigger]\nsections: {severity: {SEV4: [impact, detection]}}\n")
    let new = try start("Checkout down", in: folder) { $0.severity = "SEV4" }
    let rules = try Reading.read(options(folder)).diagnostics.map { "\($0.rule) \($0.message)" }
    #expect(!rules.contains { $0.hasPrefix("missing-section") })
    #expect(rules.contains("empty-section section 'Impact' is empty"))
    #expect(rules.contains("missing-field 'trigger' is empty"))
    let text = try #require(folder.read("postmortems/\(new.file)"))
    #expect(text.contains("Who could not do what"))
    let impact = try #require(text.range(of: "## Impact")), actions = try #require(text.range(of: "## Action items"))
    #expect(impact.lowerBound < actions.lowerBound)
  }

  @Test func neverWritesOverAFile() throws {
    let folder = try knowledgeBase()
    let files = try (0..<3).map { _ in try start("Checkout down", in: folder) }
    #expect(
      files.map(\.file) == [
        "2026-06-01-checkout-down.md", "2026-06-01-checkout-down-2.md", "2026-06-01-checkout-down-3.md",
      ])
    #expect(files.map(\.id) == files.map { String($0.file.dropLast(3)) })
    #expect(try Reading.read(options(folder)).diagnostics.allSatisfy { !$0.rule.contains("id") })
  }

  @Test func keepsClearOfANameInAnotherFolder() throws {
    let folder = try knowledgeBase()
    try folder.write("# A\n", to: "postmortems/old/2026-06-01-checkout-down.md")
    try folder.write("# B\n", to: "postmortems/b.md")
    #expect(try start("Checkout down", in: folder).file == "2026-06-01-checkout-down-2.md")
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "..", "🎉🎉", "Ошибка базы", "x: 'y' \"z\" #w", "two\nlines\r\nthree", "- [ ] a",
    "true", "---", "{{title}} @TITLE@", "a\u{202E}b\u{200B}c", "\u{0}\u{1B}[31mred", "con", "日本 DB 🎉",
    String(repeating: "very long ", count: 400), String(repeating: "x", count: 5000), "%2e%2e%2f", "`$(id)`",
    "👩‍💻 asleep",
  ])
  func makesAnyTitleAFileInsideTheInput(title: String) throws {
    let folder = try knowledgeBase()
    let new = try start(title, in: folder) { $0.severity = "SEV2" }
    #expect(folder.files() == ["debrief.yml", "postmortems/.keep", "postmortems/\(new.file)"])
    #expect(new.file.utf8.count < 90)
    #expect(
      new.file.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-.".utf8.contains($0) })
    let (found, parts) = try findingsAndParts(new.file, in: folder)
    #expect(found == parts)
    let read = try #require(try Reading.read(options(folder)).knowledgeBase.postMortems.first)
    #expect(read.title == NewPostMortem(title: title).title)
    #expect(read.id == new.id)
  }

  @Test func namesAFileWithoutLettersByItsKind() throws {
    let folder = try knowledgeBase()
    #expect(try start("🎉", in: folder).file == "2026-06-01-incident.md")
    #expect(try start("🎉", in: folder) { $0.kind = "near-miss" }.file == "2026-06-01-near-miss.md")
  }

  @Test func followsTheIdsAndFoldersThatAreThere() throws {
    let folder = try knowledgeBase()
    for (year, number) in [(2025, 7), (2025, 8), (2026, 3)] {
      try folder.write(
        "---\nid: PM-\(year)-00\(number)\ntitle: A\nstarted: \(year)-02-0\(number)T10:00Z\n---\n",
        to: "postmortems/\(year)/a\(number).md")
    }
    let new = try start("Checkout down", in: folder) { $0.started = "2026-05-30T10:00Z" }
    #expect(new.id == "PM-2026-004")
    #expect(new.file == "2026/2026-05-30-checkout-down.md")
    #expect(try start("Again", in: folder) { $0.started = "2024-05-30" }.file == "2024/2024-05-30-again.md")
  }

  @Test func doesNotWriteThroughALink() throws {
    let folder = try knowledgeBase()
    let outside = try TemporaryFolder()
    try folder.write("---\nstarted: 2025-02-01T10:00Z\n---\n", to: "postmortems/2025/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/postmortems/2026", withDestinationPath: outside.path)
    #expect(throws: NewPostMortemError.self) { try start("Checkout down", in: folder) }
    #expect(outside.files().isEmpty)
  }

  @Test func writesServicesAsTheSettingsSpellThemAndTheirTeam() throws {
    let folder = try knowledgeBase(
      "teams: [pay]\nservices: {checkout: {title: Checkout, team: pay}, search: {title: S}}\n")
    let new = try start("Down", in: folder) {
      $0.services = ["Checkout", "search"]
      $0.severity = "sev2"
    }
    let read = try #require(try Reading.read(options(folder)).knowledgeBase.postMortems.first)
    #expect(read.services == ["checkout", "search"])
    #expect(read.fields.teams.map(\.value) == ["pay"])
    #expect(read.severity?.name == "SEV2")
    #expect(new.file == "2026-06-01-down.md")
  }

  @Test(arguments: [
    ("service", "service 'chekout' is not known; did you mean 'checkout'?"),
    ("severity", "severity 'SEV7' is not known; did you mean 'SEV1'?"),
    ("kind", "kind 'dril' is not known; did you mean 'drill'?"),
    ("skeleton", "skeleton 'incidnt' is not known; did you mean 'incident'?"),
    ("started", "'soon' is not a time"), ("title", "the title is empty"),
  ])
  func saysWhatItDoesNotKnow(what: String, message: String) throws {
    let folder = try knowledgeBase("services: [checkout]\n")
    let error = #expect(throws: NewPostMortemError.self) {
      try start(what == "title" ? " \n" : "Down", in: folder) {
        switch what {
        case "service": $0.services = ["chekout"]
        case "severity": $0.severity = "SEV7"
        case "kind": $0.kind = "dril"
        case "skeleton": $0.skeleton = "incidnt"
        case "started": $0.started = "soon"
        default: break
        }
      }
    }
    #expect(error?.message == message)
    #expect(folder.files() == ["debrief.yml", "postmortems/.keep"])
  }

  @Test func keepsItsHintsOffThePage() throws {
    let folder = try knowledgeBase()
    let new = try start("Checkout down", in: folder) { $0.severity = "SEV1" }
    _ = try Build(BuildOptions(input: options(folder), output: "\(folder.path)/site")).run()
    let page = try #require(folder.read("site/incidents/\(new.id)/index.html"))
    #expect(page.contains("Five whys"))
    #expect(!page.contains("for somebody who was not there") && !page.contains("@checkout") && !page.contains("TODO"))
  }

  private static let alert = """
    {"version": "4", "status": "resolved", "receiver": "ops", "alerts": [{"status": "resolved", "labels":
    {"alertname": "QueueBacklog", "service": "orders"}, "annotations": {"summary": "Orders wait"},
    "startsAt": "2026-02-03T10:15:00Z", "endsAt": "2026-02-03T11:05:00Z", "fingerprint": "f00d"}]}
    """

  @Test func beginsWithWhatAnExportTells() throws {
    let folder = try knowledgeBase()
    try folder.write(Self.alert, to: "alert.json")
    let new = try PostMortemStarter(options(folder)).start(
      NewPostMortem(title: "Orders stood still"), exports: ["\(folder.path)/alert.json"])
    let text = try #require(folder.read("postmortems/\(new.file)"))
    #expect(new.file.hasPrefix("2026-02-03-orders-stood-still"))
    #expect(text.contains("title: Orders stood still") && text.contains("QueueBacklog"))
    #expect(text.contains("2026-02-03T10:15") && text.contains("services: [orders]"))
  }

  @Test func refusesExportsOfSeveralIncidentsAndOfNone() throws {
    let folder = try knowledgeBase()
    let second = Self.alert.replacingOccurrences(of: "2026-02-03", with: "2026-02-19")
      .replacingOccurrences(of: "QueueBacklog", with: "DiskFull").replacingOccurrences(of: "orders", with: "mail")
    try folder.write("[\(Self.alert), \(second)]", to: "two.json")
    try folder.write("{}", to: "none.json")
    for (file, said) in [("two.json", "2 incidents"), ("none.json", "none.json")] {
      let error = #expect(throws: NewPostMortemError.self) {
        try PostMortemStarter(options(folder)).start(
          NewPostMortem(title: "Orders"), exports: ["\(folder.path)/\(file)"])
      }
      #expect(error?.description.contains(said) == true)
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
