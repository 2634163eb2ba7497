internal import Search

/// Queries, pasted logs, and texts that are indexed.
enum SearchTarget: FuzzTarget {
  static let name = "search"

  static let words = [
    "severity:SEV1 ", "sev:", "service:api ", "-service:", "year:2024 ", "error:", "title:", "signature:",
    "mitigation:", "cause:", "\"",
    "-", ":", "“", "”", "«", "↵", "\n", "ConnectTimeout", "requests.exceptions.ConnectTimeout",
    "connection pool exhausted", "conection",
    "checkoutService", "check-out", "v1.2.3", "10.0.0.1", "0xdeadbeef", "/var/log/x.log", "don't", "l'eau", "Überlast",
    "ｆｕｌｌ", "連接",
    "ไทย", "Traceback (most recent call last):\n", "2024-03-05T10:00:00Z ERROR [main] ", "503",
  ]

  private static let documents = [
    SearchDocument(
      id: "PM-2024-001", url: "a/", title: "Checkout answers with 503", date: "2024-03-05", severity: "SEV1",
      services: ["api", "check-out"], teams: ["core"], causes: ["connection-pool"], year: "2024", kind: "incident",
      detection: "alert", mitigation: "Rolled back v1.2.3",
      fields: [
        (.signature, "requests.exceptions.ConnectTimeout in pay:charge"), (.body, "The connection pool was exhausted."),
      ]),
    SearchDocument(
      id: "PM-2023-002", url: "b/", title: "Überlast der Datenbank", severity: "SEV2", services: ["db"],
      fields: [(.body, "Verbindungen warteten; 10.0.0.1 war voll. 連接池")]),
    SearchDocument(
      id: "PM-2022-003", url: "c/", title: "l'eau 🌊 dans le centre", fields: [(.symptoms, "checkoutService down")]),
  ]
  private static let index = SearchIndex(documents, severities: ["SEV1", "SEV2"])

  static func check(_ input: [UInt8]) throws(Violation) {
    let text = String(decoding: input, as: UTF8.self)
    for isPaste in [false, true] { try answers(text, isPaste, index, documents.count) }
    try indexes(text)
  }

  private static func answers(_ text: String, _ isPaste: Bool, _ index: SearchIndex, _ count: Int) throws(Violation) {
    let answer = index.answer(text, limit: 10, isPaste: isPaste)
    try expect(answer == index.answer(text, limit: 10, isPaste: isPaste), "answers otherwise the second time")
    try expect(answer.hits.count == min(10, answer.total), "\(answer.hits.count) of \(answer.total) are shown")
    try expect(Set(answer.hits.map(\.document)).count == answer.hits.count, "a document is found twice")
    for (first, second) in zip(answer.hits, answer.hits.dropFirst()) {
      try expect(first.score >= second.score, "a worse result comes first")
    }
    for hit in answer.hits { try expect(0 <= hit.document && hit.document < count && hit.score >= 0, "\(hit)") }
  }

  /// A text with any characters is indexed as scripts that are text, and is found by its title's words.
  private static func indexes(_ text: String) throws(Violation) {
    let document = SearchDocument(
      id: "x", url: "x/", title: "needle \(text.prefix(80))", services: [String(text.prefix(20))],
      fields: [(.body, text)])
    let index = SearchIndex([document] + documents)
    for file in index.files() {
      let script = String(validating: file.bytes, as: UTF8.self)
      try expect(script != nil, "\(file.path) is no UTF-8")
      try expect(script?.contains("</") == false && script?.contains("<!--") == false, "\(file.path) ends its script")
    }
    try answers("needle", false, index, 4)
    try expect(index.answer("needle").hits.contains { $0.document == 0 }, "a document is not found by its title")
  }
}
