import Diagnostics
import Foundation
import Markdown
import PostMortems
import Testing

/// Floors found by reading: items that are there in the files with a recognised section, and values that they carry.
@Suite("Action items of real post-mortems", .enabled(if: Corpora.exist))
struct CorpusActionItemsTests {
  private static let floors: [(corpus: String, items: ClosedRange<Int>, known: Int, owners: Int, tickets: Int)] = [
    ("2i2c-org__incident-reports", 20...21, 10, 0, 9),
    ("Chia-Network__post-mortem", 5...14, 0, 0, 0),
    ("PostHog__post-mortems", 62...72, 25, 4, 4),
    ("alphagov__gsp", 11...11, 1, 5, 0),
    ("berkeley-dsep-infra__datahub", 76...80, 9, 0, 17),
    ("dfds__postmortems", 119...121, 1, 0, 0),
    ("jupyterhub__mybinder.org-deploy", 119...124, 9, 0, 65),
    ("kubernetes__test-infra", 9...9, 0, 0, 5),
    ("openSUSE__obs-landing", 50...58, 13, 3, 7),
    ("python-discord__infra", 11...11, 11, 0, 0),
    ("rust-lang__blog.rust-lang.org", 14...14, 0, 0, 7),
    ("rust-lang__infra-team", 7...7, 0, 0, 0),
    ("usdigitalresponse__univaf", 17...18, 2, 0, 3),
  ]

  @Test(arguments: floors.indices)
  func findsWhatAReaderFinds(index: Int) throws {
    let floor = Self.floors[index]
    let items = try Corpora.files(of: floor.corpus).flatMap { ActionItemsSample(document: $0).reading.items }
    #expect(floor.items.contains(items.count), "\(floor.corpus) has \(items.count) items")
    #expect(items.filter { $0.state != .unknown }.count >= floor.known, "\(floor.corpus): states")
    #expect(items.filter { $0.owner != nil }.count >= floor.owners, "\(floor.corpus): owners")
    #expect(items.filter { $0.ticket != nil }.count >= floor.tickets, "\(floor.corpus): tickets")
  }

  @Test func infersATypeAndAStrengthForMostItems() throws {
    let items = try Self.floors.flatMap { try Corpora.files(of: $0.corpus) }
      .flatMap { ActionItemsSample(document: $0).reading.items }
    #expect(items.filter { $0.classifiedType != nil }.count * 100 >= items.count * 80)
    #expect(items.filter { $0.classifiedStrength != nil }.count * 100 >= items.count * 80)
  }
}

/// Real post-mortems and exports that may lie beside the package.
enum Corpora {
  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "shared")
  private static let folder = shared.appendingPathComponent("corpora")
  static let tracebacks = shared.appendingPathComponent("exports/python_traceback")

  static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func files(of corpus: String) throws -> [String] {
    let root = folder.appendingPathComponent(corpus)
    let paths =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return try paths.filter { ["md", "qmd", "markdown"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
