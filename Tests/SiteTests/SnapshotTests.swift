import Foundation
import Site
import TestSupport
import Testing

/// What a person sees of the main pages, as files to be reviewed; renewed with `UPDATE_SNAPSHOTS=1`.
@Suite struct SnapshotTests {
  @Test(arguments: [
    "index.html", "incidents/pm-2/index.html", "incidents/index.html", "causes/backtracking/index.html",
    "services/proxy/index.html", "teams/edge/index.html", "actions/index.html", "quality/index.html",
  ])
  func looksAsReviewed(path: String) throws {
    let main = try RenderedSite(sampleCorpus).main(path)
    let name = path.split(separator: "/").joined(separator: "-")
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots/Site/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try main.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == main)
  }
}
