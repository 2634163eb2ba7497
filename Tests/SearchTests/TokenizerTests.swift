import Testing

@testable import Search

@Suite struct TokenizerTests {
  /// Text, its words in order, its wholes.
  static let table: [(text: String, words: String, wholes: String)] = [
    ("The quick, brown FOX.", "the quick brown fox", ""),
    ("ERR_CERT_DATE_INVALID", "err cert date invalid", "err_cert_date_invalid"),
    ("x509", "x509", ""),
    ("/etc/ssl", "etc ssl", "etc/ssl"),
    ("and/or", "and or", ""),
    ("v1.2.3", "1.2.3", ""),
    ("1.2.3", "1.2.3", ""),
    ("maxConnLifetime", "max conn lifetime", "maxconnlifetime"),
    ("HTTPServer", "http server", "httpserver"),
    ("APIs IPs", "apis ips", ""),
    ("pg_stat_activity", "pg stat activity", "pg_stat_activity"),
    ("kube-lego", "kube lego", "kubelego"),
    ("time-out", "time out", "timeout"),
    ("time out", "time out", "timeout"),
    ("on‑call", "on call", "oncall"),
    ("http503", "http 503", "http503"),
    (
      "java.lang.NullPointerException", "java lang null pointer exception",
      "nullpointerexception java.lang.nullpointerexception"
    ),
    ("Let's Encrypt", "lets encrypt", "letsencrypt"),
    ("2019-05-30", "2019 2019-05-30", ""),
    ("at 18:35:07", "at 18:35:07", ""),
    ("colour behaviour organise analyzed cancelled", "color behavior organise analysed canceled", ""),
    ("size prize seized", "size prize seized", ""),
    ("naïve façade Größe ŁÓDŹ Straße", "naive facade grosse lodz strasse", ""),
    ("e\u{301}tat", "etat", ""),
    ("Ошибка Сервера", "ошибка сервера", ""),
    ("Άλφα ΟΔΟΣ", "αλφα οδοσ", ""),
    ("l'erreur d'exécution", "erreur execution", ""),
    ("qu'une aujourd’hui l’APIGateway", "une aujourdhui api gateway", "apigateway"),
    ("don't o'clock s' d'", "dont oclock s d", ""),
    ("证书过期", "证书 书过 过期", ""),
    ("书", "书", ""),
    ("API服务器down", "api 服务 务器 down", ""),
    ("ＡＰＩ", "api", ""),
    ("3f2a9c0d11e84b7f9a", "", ""),
    ("😀 ok", "ok", ""),
    ("", "", ""),
    ("--- ... ''' ///", "", ""),
  ]

  @Test(arguments: table)
  func cutsTextIntoWordsAndWholes(_ row: (text: String, words: String, wholes: String)) {
    let tokens = QueryTokens.tokens(row.text)
    func joined(_ isWhole: Bool) -> String {
      tokens.filter { $0.isWhole == isWhole }.map { String(decoding: $0.term, as: UTF8.self) }.joined(separator: " ")
    }
    #expect(joined(false) == row.words)
    #expect(joined(true) == row.wholes)
  }

  @Test func countsPositionsInWordsAndPlacesWholesAtTheirFirst() {
    let tokens = QueryTokens.tokens("see maxConnLifetime now")
    #expect(tokens.map(\.position) == [0, 1, 2, 3, 1, 4])
  }

  @Test(arguments: [
    ["connection", "connections", "connect", "connected", "connecting"],
    ["expire", "expired", "expires", "expiring"], ["policy", "policies"], ["retry", "retried", "retries"],
    ["deploy", "deployment", "deployed"], ["stop", "stopped", "stopping"], ["pods", "pod"],
    ["migrate", "migration", "migrating"], ["configure", "configuration", "configured"],
    ["cache", "caches", "caching"],
  ])
  func stemsFormsOfOneWordAlike(_ forms: [String]) {
    let stems = forms.map { Stemmer.stem(Array($0.utf8)) }
    #expect(Set(stems).count == 1, "\(forms) → \(stems.map { String(decoding: $0, as: UTF8.self) })")
    for form in forms { #expect(form.utf8.starts(with: Stemmer.commonPrefix(of: stems[0]))) }
  }

  @Test(arguments: [
    ("server", "service"), ("status", "state"), ("speed", "spe"), ("process", "proces"), ("news", "newer"),
  ])
  func keepsDifferentWordsApart(_ pair: (String, String)) {
    #expect(Stemmer.stem(Array(pair.0.utf8)) != Stemmer.stem(Array(pair.1.utf8)))
  }
}
