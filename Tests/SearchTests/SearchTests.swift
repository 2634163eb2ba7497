import Search
import Testing

@Suite struct SearchTests {
  typealias Sample = SampleIncidents

  @Test func findsTheTitleBeforeTheMention() {
    #expect(Sample.ids("certificate") == ["PM-2021-001", "PM-2021-002"])
  }

  @Test(arguments: [
    ("expires", "PM-2021-001"), ("ERR_CERT_DATE_INVALID", "PM-2021-001"), ("x509", "PM-2021-001"),
    ("/etc/ssl", "PM-2021-001"), ("1.2.3", "PM-2021-001"), ("stat activity", "PM-2021-001"),
    ("kubelego", "PM-2021-001"), ("maxConnLifetime", "PM-2021-002"), ("conn lifetime", "PM-2021-002"),
    ("on call", "PM-2021-002"), ("oncall", "PM-2021-002"), ("max_user_watches", "PM-2022-003"),
    ("organization", "undated"), ("roll back", "undated"), ("uberlastung", "PM-2023-005"), ("naive", "PM-2023-005"),
    ("grosse", "PM-2023-005"), ("ОШИБКА", "PM-2023-005"), ("证书", "PM-2023-005"), ("ロック", "PM-2023-005"),
    ("letsencrypt", "PM-2023-006"), ("PM-2022-003", "PM-2022-003"), ("inotif", "PM-2022-003"),
  ])
  func findsWhatIsWrittenOtherwise(_ pair: (query: String, first: String)) {
    #expect(Sample.ids(pair.query).first == pair.first)
  }

  @Test func findsTimeoutHoweverItIsWritten() {
    for query in ["timeout", "time-out", "time out"] {
      #expect(Set(Sample.ids(query)).isSuperset(of: ["PM-2021-002", "PM-2022-004", "PM-2023-006"]), "\(query)")
    }
  }

  @Test(arguments: [("certifcate", "certificate"), ("kuberentes", "kubernetes"), ("inotfy wathces", "inotify watches")])
  func takesAMistypedWordForTheNearest(_ pair: (query: String, meant: String)) {
    let answer = Sample.index.answer(pair.query)
    #expect(answer.suggestion == pair.meant)
    #expect(answer.hits.map(\.document) == Sample.index.search(pair.meant).map(\.document))
  }

  @Test func findsDocumentsThatMisspellTheWord() {
    let documents = (0..<9).map { number in
      SearchDocument(
        id: "\(number)", url: "\(number)", title: "incident",
        fields: [(.body, number == 4 ? "the certifcate" : "the certificate")])
    }
    let hits = SearchIndex(documents).search("certificate", limit: 20)
    #expect(hits.count == 9)
    #expect(hits.last?.document == 4)
  }

  @Test func suggestsNothingForWordsThatAreThere() {
    #expect(Sample.index.answer("certificate expired").suggestion == nil)
  }

  @Test func findsPhrasesInTheirOrderOnly() {
    #expect(Sample.ids("\"lock service\"") == ["PM-2021-002"])
    #expect(Sample.ids("\"service lock\"") == [])
    #expect(Sample.ids("\"no space left on device\"") == ["PM-2022-003"])
  }

  @Test func takesTheQuotedPartOfALogLineForWordsWhereNoDocumentHasIt() {
    let line = #"error: "remaining connection slots are reserved for a superuser" while retrying the orders db"#
    let answer = Sample.index.answer(line)
    #expect(answer.isRelaxed)
    #expect(answer.hits.first.map { Sample.documents[$0.document].id } == "PM-2021-002")
  }

  @Test func takesAShortTextForPastedWhereTheCallerKnows() {
    let line = #"msg: "the slots are gone" connection 4711"#
    #expect(Sample.ids(line).isEmpty)
    #expect(Sample.index.answer(line, isPaste: true).hits.first?.document == 1)
  }

  @Test func leavesOutExcludedWords() {
    #expect(Set(Sample.ids("lock")) == ["PM-2021-002", "PM-2022-003"])
    #expect(Sample.ids("lock -inotify") == ["PM-2021-002"])
    #expect(Sample.ids("lock -\"lock service\"") == ["PM-2022-003"])
  }

  @Test func narrowsByFieldAndFacet() {
    #expect(Sample.ids("title:certificate") == ["PM-2021-001"])
    #expect(Sample.ids("symptoms:space") == ["PM-2022-003"])
    #expect(Sample.ids("severity:SEV1") == ["PM-2023-006", "PM-2021-001"])
    #expect(Sample.ids("year:2022 timeout") == ["PM-2022-004"])
    #expect(Sample.ids("-team:platform certificate").count == 2)
    #expect(Sample.ids("kind:near-miss") == ["PM-2022-003"])
    #expect(Sample.ids("cause:dns") == ["PM-2023-006", "PM-2022-004"])
  }

  @Test func putsTheNewerOfTwoEqualFirst() {
    let hits = Sample.index.search("api server unreachable")
    #expect(hits.map { Sample.documents[$0.document].id } == ["PM-2023-006", "PM-2022-004"])
    #expect(hits[0].score == hits[1].score)
  }

  @Test func saysWhereWordsWereFound() {
    let hit = Sample.index.search("certificate expired").first
    #expect(hit?.why.map(\.field) == [.title, .cause, .summary, .mitigation])
    #expect(hit?.why.first?.words == ["certificate", "expired"])
  }

  @Test func findsTheSignatureOfATracebackWithOtherLinesAndValues() {
    let traceback = """
      Traceback (most recent call last):
        File "/srv/app/orders/db.py", line 4711, in get_conn
          conn = pool.acquire(timeout=99)
        File "/usr/lib/python3.12/site-packages/pool.py", line 12, in acquire
      OperationalError: certificate of 10.2.3.4:5432 at 0x7ffe3c21 (request 8f3a-11)
      """
    #expect(Sample.ids(traceback).first == "PM-2021-002")
    #expect(Sample.index.search(traceback).first?.why.first?.field == .signature)
  }

  @Test func findsNothingForNothing() {
    for query in ["", "  ", "\"", "-", "nothinglikethisanywhere"] { #expect(Sample.ids(query).isEmpty, "\(query)") }
    #expect(SearchIndex([]).search("certificate").isEmpty)
  }

  @Test func answersTheSameWhateverTheOrderOfDocuments() {
    let reversed = SearchIndex(Sample.documents.reversed())
    for query in Sample.queries {
      let ids = reversed.search(query).map { Sample.documents[Sample.documents.count - 1 - $0.document].id }
      #expect(ids == Sample.ids(query), "\(query)")
    }
    #expect(reversed.files().map(\.bytes) == Sample.index.files().map(\.bytes))
  }
}
