import Testing

@testable import Search

@Suite struct IndexFilesTests {
  /// Documents whose words are many and one of which is in all, so that shards fill and one word spans several.
  static let documents = (0..<21_000).map { number in
    SearchDocument(
      id: "", url: "d/\(number).html", title: "common word\(number % 4000)\(number % 97 == 0 ? " rare" : "")")
  }
  static let large = SearchIndex(documents)

  @Test func keepsEveryTermShardWithinTheLimit() {
    let shards = Self.large.files().filter { $0.path.hasPrefix("search/terms-") }
    #expect(shards.count > 2)
    for shard in shards { #expect(shard.bytes.count <= TermShards.byteLimit, "\(shard.path)") }
  }

  @Test func spreadsTheLongestPostingsOverShards() {
    #expect(Self.large.shards.continues.contains(true))
  }

  @Test func writesTheSameOfDocumentsThatWereShortenedBefore() {
    let sentence = "The pool of connections ran dry while the queue grew, and no alert told anybody of it. "
    let documents = (0..<2_000).map { number in
      SearchDocument(
        id: "PM-\(number)", url: "d/\(number).html", title: "Incident \(number)",
        fields: [
          (.summary, String(repeating: sentence, count: number % 7)), (.body, ""),
          (.symptoms, String(repeating: sentence, count: number % 5)), (.body, String(repeating: sentence, count: 60)),
        ])
    }
    var collection = SearchCollection(count: documents.count)
    for document in documents {
      collection.add(document.shortened(among: documents.count), SearchDocumentTerms(document))
    }
    let (short, whole) = (SearchIndex(collection).files(), SearchIndex(documents).files())
    #expect(short.map(\.path) == whole.map(\.path))
    #expect(short.map(\.bytes) == whole.map(\.bytes))
    #expect(documents[13].shortened(among: documents.count).fields.count < documents[13].fields.count)
  }

  @Test func writesPathsInOrderAndOnce() {
    let paths = SampleIncidents.index.files().map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("search/index.js"))
  }

  @Test func escapesWhatWouldEndAScriptOrALine() {
    for file in SampleIncidents.index.files() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<"), "\(file.path)")
      #expect(!text.contains("\u{2028}"), "\(file.path)")
    }
    var bytes: [UInt8] = []
    JavaScriptLiteral.append("a\"\\<\n\u{2028}\u{2029}é\u{7F}", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""a\"\\\u003c\u000a\u2028\u2029é\u007f""#)
  }

  @Test(arguments: [0, 1, 59, 60, 61, 2789, 2790, 8281, 753_570])
  func writesNumbersThatReadBack(_ value: Int) {
    var bytes: [UInt8] = []
    ShardEncoding.append(value, to: &bytes)
    let digits = bytes.compactMap { ShardEncoding.digits.firstIndex(of: $0) }
    let read =
      switch digits.count {
      case 1: digits[0]
      case 2: 60 + (digits[0] - 60) * 91 + digits[1]
      default: (digits[1] * 91 + digits[2]) * 91 + digits[3]
      }
    #expect(read == value)
  }

  @Test(arguments: [(1, 0), (2, 256), (3, 405), (1024, 2560), (1_000_000, 5102)])
  func takesLogarithmsInWholeNumbers(_ pair: (value: Int, log: Int)) {
    #expect(Weight.log2(pair.value) == pair.log)
  }

  @Test func keepsThePlaceForExcerptsWithinItsBudget() {
    let text = String(repeating: "some words  of\ntext ", count: 2000)
    #expect(DocumentStore.collapsed(text, limit: 400).utf8.count <= 400)
    #expect(DocumentStore.collapsed("a  b\n c ", limit: 400) == "a b c")
    #expect(DocumentStore.collapsed("ééééé ééééé", limit: 15) == "ééééé")
  }
}
