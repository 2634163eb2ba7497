import Foundation
import PostMortems
import Testing

@testable import Pipeline

@Suite("A site that follows its input")
struct LiveBuildTests {
  private let folder = NSTemporaryDirectory() + "live-" + UUID().uuidString

  private func write(_ text: String, _ name: String) throws {
    try FileSystem.createFolder(folder + "/postmortems")
    try FileSystem.write(Array(text.utf8), to: "\(folder)/postmortems/\(name)")
  }

  /// Starts a build that is told nothing by the system.
  private func start() throws -> SiteBoard {
    let board = SiteBoard()
    let day = try #require(Day(iso: "2026-01-01"))
    let input = InputOptions(input: folder + "/postmortems", asOf: day, jobs: 2)
    try LiveBuild(BuildOptions(input: input, output: ""), today: { day }, board: board, asksSystem: false) { _ in }
      .start()
    return board
  }

  private func news(_ board: SiteBoard, until isEnough: (SiteNews) -> Bool) async throws {
    for _ in 0..<600 {
      if let news = board.latest, isEnough(news) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the news never came")
  }

  private func text(_ news: SiteNews, _ path: String) -> String {
    guard case .found(let bytes)? = news.site?.outcome(path) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func showsAnEditWithoutBeingTold() async throws {
    try write("---\nid: a\ntitle: A\ndate: 2025-01-01\n---\n\nOne text.\n", "a.md")
    let board = try start()
    try await news(board) { text($0, "incidents/a/index.html").contains("One text.") }
    try write("---\nid: a\ntitle: A\ndate: 2025-01-01\n---\n\nTwo texts.\n", "a.md")
    try await news(board) { text($0, "incidents/a/index.html").contains("Two texts.") }
  }

  @Test func keepsTheSiteWhileItsSettingsAreBroken() async throws {
    try write("---\nid: a\ntitle: A\ndate: 2025-01-01\n---\n\nOne text.\n", "a.md")
    let board = try start()
    try write("titel: x\n", "debrief.yml")
    try await news(board) { $0.problem?.isStale == true }
    let stale = try #require(board.latest)
    #expect(text(stale, "incidents/a/index.html").contains("One text."))
    #expect(stale.problem?.text.contains("titel") == true)
    try write("title: x\n", "debrief.yml")
    try await news(board) { $0.problem?.isStale != true }
  }

  @Test func remembersOnlyWhatStandsOnTheDisk() {
    let memory = DocumentMemory()
    memory.keep("a.md", [1, 2], ("value", []))
    let same: String? = memory.value(of: "a.md", [1, 2])?.0
    let changed: String? = memory.value(of: "a.md", [1, 3])?.0
    let other: Int? = memory.value(of: "a.md", [1, 2])?.0
    #expect(same == "value")
    #expect(changed == nil)
    #expect(other == nil)
  }
}
