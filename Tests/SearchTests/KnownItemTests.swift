import Foundation
import Search
import Testing

/// Known-item searches over real post-mortems, where a collection of them lies beside the checkout.
@Suite struct KnownItemTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardizedFileURL
  static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "queries.tsv").path())

  @Test(.enabled(if: isPresent, "needs ../shared/corpora beside the checkout"))
  func findsTheExpectedPostMortemFirst() throws {
    let documents = try Self.documents()
    let index = SearchIndex(documents)
    let rows = try String(contentsOf: Self.folder.appending(path: "queries.tsv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    var first = 0
    for row in rows {
      let rank = index.search(row[0], limit: 10).firstIndex { documents[$0.document].id == row[1] }
      #expect(rank.map { $0 < 3 } == true, "\(row[0]): \(row[1]) is not among the first three")
      if rank == 0 { first += 1 }
    }
    #expect(first * 100 >= rows.count * 94, "\(first) of \(rows.count) first")
  }

  /// The title is the first heading or the file's name; all text is body.
  private static func documents() throws -> [SearchDocument] {
    let paths = (FileManager.default.subpaths(atPath: folder.path()) ?? [])
      .filter { ($0.hasSuffix(".md") || $0.hasSuffix(".qmd")) && !$0.hasPrefix("_") && $0 != "README.md" }.sorted()
    return try paths.map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let heading = text.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
      return SearchDocument(
        id: path, url: path, title: heading ?? String(path.split(separator: "/").last ?? ""), fields: [(.body, text)])
    }
  }
}
