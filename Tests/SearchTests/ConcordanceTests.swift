import Search
import Testing

@Suite struct ConcordanceTests {
  @Test func listsIdentifiersWithTheirDocuments() {
    let documents = [
      SearchDocument(
        id: "a", url: "a", title: "HTTP 503 everywhere",
        fields: [(.body, "got ECONNREFUSED, ERR_CERT_DATE_INVALID; EVERYONE saw it, ID_ too. HTTP server")]),
      SearchDocument(
        id: "b", url: "b", title: "t",
        fields: [(.signature, "KubePodCrashLooping db:get_conn"), (.body, "ECONNREFUSED")]),
    ]
    let entries = Concordance.entries(documents).map { "\($0.identifier) \($0.documents)" }
    #expect(
      entries == [
        "ECONNREFUSED [0, 1]", "ERR_CERT_DATE_INVALID [0]", "HTTP 503 [0]", "KubePodCrashLooping [1]",
        "db:get_conn [1]",
      ])
  }
}
