import Diagnostics
import Foundation
import Markdown
import PostMortems
import Testing

/// Real post-mortems, where a collection of them lies beside the checkout.
@Suite("Timelines of real post-mortems")
struct TimelineCorpusTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpora")

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// The rows counted by hand in each collection, and how many of them have no day by their author's doing.
  @Test(
    .enabled(if: isPresent),
    arguments: [
      ("2i2c-org__incident-reports", 77, 0), ("Chia-Network__post-mortem", 257, 3), ("PostHog__post-mortems", 67, 0),
      ("alphagov__gsp", 32, 0), ("berkeley-dsep-infra__datahub", 148, 0), ("dfds__postmortems", 358, 8),
      ("jupyterhub__mybinder.org-deploy", 199, 1), ("kubernetes__test-infra", 57, 1), ("openSUSE__obs-landing", 229, 0),
      ("rust-lang__blog.rust-lang.org", 64, 12), ("rust-lang__infra-team", 13, 0), ("usdigitalresponse__univaf", 48, 0),
      ("usegalaxy-eu__website", 47, 0),
    ])
  func findsTheRowsOfACollection(name: String, rows: Int, undated: Int) throws {
    var found = 0
    var withoutDay = 0
    let folder = Self.root.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for path in paths where path.hasSuffix(".md") || path.hasSuffix(".qmd") {
      let bytes = Array(try Data(contentsOf: folder.appending(path: path)))
      let document = DocumentParser.parse(SourceFile(path: path, bytes: bytes))
      let events = DraftReader.read(document, settings: Settings()).timeline?.events ?? []
      found += events.count
      withoutDay += events.count { $0.at == nil }
      for event in events { expectPlausible(event, in: document) }
    }
    // Three rows more or less are a matter of opinion; a form that is no longer read costs dozens.
    #expect(abs(found - rows) <= 3)
    #expect(withoutDay <= undated)
  }

  private func expectPlausible(_ event: TimelineEvent, in document: Document) {
    let time = document.source.text(event.timeSpan)
    #expect(time.utf8.count < 64, "\(document.source.path): \(time)")
    #expect(!time.contains("\n"))
    #expect(event.span.start == event.timeSpan.start || event.text.contains(time))
  }
}
