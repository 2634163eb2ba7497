import Foundation
import Testing

@testable import Pipeline

@Suite("Watching files")
struct WatchTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "watch-" + UUID().uuidString
    try FileSystem.createFolder(folder + "/in")
  }

  private func state() -> WatchedState { WatchedState(of: [folder + "/in", folder + "/settings.yml"], window: 8) }

  private func write(_ text: String, _ name: String) throws {
    try FileSystem.write(Array(text.utf8), to: "\(folder)/\(name)")
  }

  @Test func nothingChangesWhereNothingIsDone() throws {
    try write("a", "in/a.md")
    #expect(state().isSame(as: state()))
  }

  @Test(arguments: ["in/a.md", "in/new.md", "settings.yml"])
  func aFileThatIsWrittenIsAChange(_ name: String) throws {
    try write("a", "in/a.md")
    let before = state()
    try write("b", name)
    #expect(!state().isSame(as: before))
  }

  @Test func aChangeWithinOneTickOfTheClockIsSeen() throws {
    let path = folder + "/in/a.md"
    for round in 0..<200 {
      try write("\(round % 2)", "in/a.md")
      let before = try #require(FileStamp(path, window: 8))
      try write("\((round + 1) % 2)", "in/a.md")
      let after = try #require(FileStamp(path, window: 8))
      #expect(!before.isSame(as: after))
    }
  }

  @Test func filesThatGoAndFoldersThatComeAreChanges() throws {
    try write("a", "in/a.md")
    let before = state()
    try FileSystem.createFolder(folder + "/in/deep")
    let between = state()
    #expect(!between.isSame(as: before))
    try FileSystem.removeFile(folder + "/in/a.md")
    #expect(!state().isSame(as: between))
  }

  @Test func hiddenNamesAreNotWatched() throws {
    let before = state()
    try FileSystem.createFolder(folder + "/in/.git")
    try write("a", "in/.a.swp")
    try write("a", "in/.git/index")
    #expect(state().isSame(as: before))
  }

  #if os(Linux)
    @Test(arguments: ["in/a.md", "settings.yml"])
    func theSystemTellsOfAChange(_ name: String) async throws {
      let watcher = FolderWatcher()
      #expect(watcher.watch(state().folders) != nil)
      let start = ContinuousClock.now
      try write("a", name)
      watcher.wait(milliseconds: 10_000)
      #expect(ContinuousClock.now - start < .seconds(5))
    }
  #endif

  @Test func whoIsToldNothingLooksNowAndThen() {
    let watcher = FolderWatcher(asksSystem: false)
    #expect(watcher.watch([folder]) == nil)
    let start = ContinuousClock.now
    watcher.wait(milliseconds: 50)
    #expect(ContinuousClock.now - start >= .milliseconds(50))
  }
}
