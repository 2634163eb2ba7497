import Foundation
import Search
import Testing

/// Runs the browser's script over the written files and compares it with the ranking in memory, query by query.
@Suite struct BrowserAgreementTests {
  static let node = ["/usr/bin/node", "/usr/bin/nodejs"].first(where: FileManager.default.isExecutableFile)
  static let assets = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../templates/assets").standardizedFileURL

  private struct Answer: Decodable, Equatable {
    var total: Int
    var suggestion: String?
    var isRelaxed: Bool
    var hits: [Hit]
    struct Hit: Decodable, Equatable {
      var url: String
      var score: Int
      var why: [String]
    }
  }

  @Test(.enabled(if: node != nil, "needs nodejs"))
  func browserAndTerminalRankAlike() throws {
    try compare(SampleIncidents.documents, queries: SampleIncidents.queries)
  }

  @Test(.enabled(if: node != nil, "needs nodejs"))
  func browserAndTerminalRankAlikeInShards() throws {
    let documents = (0..<3000).map { number in
      SearchDocument(
        id: "D\(number)", url: "d/\(number).html", title: "incident \(number) of kind\(number % 13)",
        date: "20\(10 + number % 15)-01-01", severity: "SEV\(1 + number % 4)",
        fields: [
          (.summary, "queue\(number % 7) stalled while worker\(number * 31 % 2003) restarted the broker"),
          (.body, "the broker restarted; queue\(number % 11) drained in region\(number * 17 % 1009) after failover"),
        ])
    }
    try compare(
      documents,
      queries: [
        "broker restarted", "queue3 stalled", "worker19", "region1 failover", "brokr", "\"restarted the broker\"",
        "kind7 severity:SEV2", "title:kind7", "incident 42", "fail over", "restart -queue3", "stal",
      ])
  }

  @Test(.enabled(if: node != nil, "needs nodejs"))
  func browserReadsAWordThatSpansShards() throws {
    try compare(IndexFilesTests.documents, queries: ["common", "common rare", "common word17", "\"common word18\""])
  }

  private func compare(_ documents: [SearchDocument], queries: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let index = SearchIndex(documents)
    for file in index.files() {
      let path = folder.appending(path: file.path)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: path)
    }
    try JSONEncoder().encode(queries).write(to: folder.appending(path: "queries.json"))
    try Data(Self.harness.utf8).write(to: folder.appending(path: "ask.js"))
    let answers = try ask(in: folder)
    #expect(answers.count == queries.count)
    for (query, inBrowser) in zip(queries, answers) {
      let answer = index.answer(query)
      let hits = answer.hits.map { hit in
        Answer.Hit(
          url: documents[hit.document].url, score: hit.score,
          why: hit.why.map { "\($0.field.name): \($0.words.joined(separator: " "))" })
      }
      let inTerminal = Answer(
        total: answer.total, suggestion: answer.suggestion, isRelaxed: answer.isRelaxed, hits: hits)
      #expect(inTerminal == inBrowser, "\(query)")
    }
  }

  private func ask(in folder: URL) throws -> [Answer] {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.node))
    process.arguments = [folder.appending(path: "ask.js").path(), Self.assets.path(), folder.path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([Answer].self, from: data)
  }

  private static let harness = """
    const fs = require("fs"), vm = require("vm"), [, , assets, folder] = process.argv;
    const run = path => vm.runInThisContext(fs.readFileSync(path, "utf8"), { filename: path });
    for (const name of ["search-words.js", "search-ranking.js"]) run(assets + "/" + name);
    const { engine, ask, whenLoaded, documentAt, reasons } = globalThis.debriefEngine;
    engine.load = async name => run(folder + "/search/" + name + ".js");
    (async () => {
      const answers = [];
      for (const query of JSON.parse(fs.readFileSync(folder + "/queries.json", "utf8"))) {
        const answer = await ask(query), top = answer.hits.slice(0, 10), hits = [];
        const records = await whenLoaded(() => top.map(hit => documentAt(hit.document)));
        for (const [i, hit] of top.entries()) {
          const why = await whenLoaded(() => reasons(hit.document, answer.groups));
          hits.push({ url: records[i][0], score: hit.score, why: why.map(([field, words]) => field + ": " + words.join(" ")) });
        }
        const { suggestion, isRelaxed } = answer;
        answers.push({ total: answer.hits.length, suggestion, isRelaxed, hits });
      }
      console.log(JSON.stringify(answers));
    })();
    """
}
