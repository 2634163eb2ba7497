import Search
import Testing

@Suite struct ConcordanceTests {
  @Test func findsConstantsSystemErrorsAndStatusCodes() {
    let text = """
      HTTP 503 everywhere: got ECONNREFUSED, `ERR_CERT_DATE_INVALID`; EVERYONE saw it, ID_ too. HTTP server, HTTP 5031,
      ECONNREFUSED again
      """
    #expect(Concordance.identifiers(in: Array(text.utf8)) == ["HTTP 503", "ECONNREFUSED", "ERR_CERT_DATE_INVALID"])
  }

  @Test func findsAStatusCodeAtTheVeryEnd() {
    #expect(Concordance.identifiers(in: Array("HTTP 502".utf8)) == ["HTTP 502"])
    for text in ["HTTP 50", "HTTP ", "HTTP"] { #expect(Concordance.identifiers(in: Array(text.utf8)).isEmpty) }
  }

  @Test func listsEachIdentifierWithItsDocumentsIgnoringCaseInTheOrder() {
    let entries = Concordance.entries([["b_B", "C_C"], ["A_A", "C_C", "C_C"], ["B_B"]])
    #expect(entries.map { "\($0.identifier) \($0.documents)" } == ["A_A [1]", "B_B [2]", "b_B [0]", "C_C [0, 1]"])
  }
}
