import Foundation
import Testing

@testable import PostMortems

/// The manual's page on front matter names every key that is read, and no other.
@Suite struct DocumentedKeysTests {
  private static func keys(below heading: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let page = try String(
      contentsOf: root.appending(path: "Documentation/plan/front-matter.md"), encoding: .utf8)
    let start = try #require(page.range(of: "\n## \(heading)\n")).upperBound
    let end = page.range(of: "\n## ", range: start..<page.endIndex)?.lowerBound ?? page.endIndex
    return page[start..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
      row.dropFirst(2).prefix { $0 != "|" }.split(separator: "`").map(String.init)
        .filter { $0.contains(where: \.isLetter) }
    }
  }

  @Test func thoseOfAPostMortem() throws {
    #expect(try Self.keys(below: "Post-mortem").sorted() == PostMortemFieldsReader.keys.sorted())
  }

  @Test func thoseOfACauseRecord() throws {
    #expect(try Self.keys(below: "Cause record").sorted() == CauseRecord.keys.sorted())
  }

  @Test func thoseOfAnActionItem() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let page = try String(
      contentsOf: root.appending(path: "Documentation/plan/action-item-keys.md"), encoding: .utf8)
    let keys = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { row in
      row.split(separator: "`").dropFirst().first.map(String.init)
    }
    let read: [ItemKey?] = [
      .owner, .due, .done, .type, .strength, .addresses, .ticket, .doneWhen, .declined, .superseded, .alternativeTo,
      .state,
    ]
    #expect(keys.map { ItemKey.named($0) } == read)
  }
}
