import Search

/// A few incidents that differ in the ways search must tell apart.
enum SampleIncidents {
  static let documents: [SearchDocument] = [
    SearchDocument(
      id: "PM-2021-001", url: "incidents/pm-2021-001/index.html", title: "Checkout refused: certificate expired",
      date: "2021-03-02", severity: "SEV1", services: ["checkout", "edge-proxy"], teams: ["payments"],
      causes: ["expired-certificate"], year: "2021", kind: "incident", detection: "customer",
      mitigation: "Issued a new certificate by hand.",
      fields: [
        (.signature, "ERR_CERT_DATE_INVALID x509"), (.summary, "The TLS certificate of the edge proxy ran out."),
        (
          .body, "Renewal by kube-lego had stopped. /etc/ssl held the old file. See pg_stat_activity. Rolled to v1.2.3."
        ),
      ]),
    SearchDocument(
      id: "PM-2021-002", url: "incidents/pm-2021-002/index.html", title: "Database connections exhausted",
      date: "2021-05-10", severity: "SEV2", services: ["orders"], teams: ["storage"], causes: ["pool-exhaustion"],
      year: "2021", kind: "incident", detection: "monitoring", mitigation: "Lowered maxConnLifetime.",
      fields: [
        (.signature, "OperationalError pool:acquire orders.db:get_conn"),
        (.symptoms, "FATAL: remaining connection slots are reserved"),
        (.body, "The on-call engineer saw time-outs. The lock service was slow. A certificate was mentioned once."),
      ]),
    SearchDocument(
      id: "PM-2022-003", url: "incidents/pm-2022-003/index.html", title: "Nodes ran out of inotify watches",
      date: "2022-01-20", severity: "SEV3", services: ["build"], teams: ["platform"], causes: ["resource-limit"],
      year: "2022", kind: "near-miss", detection: "engineer",
      fields: [
        (.symptoms, "no space left on device"),
        (
          .body, "Raising fs.inotify.max_user_watches helped. The service held a lock. Autoscaler behaviour was normal."
        ),
      ]),
    SearchDocument(
      id: "PM-2022-004", url: "incidents/pm-2022-004/index.html", title: "Kubernetes API server unreachable",
      date: "2022-06-30", severity: "SEV2", services: ["platform-api"], teams: ["platform"], causes: ["dns"],
      year: "2022", kind: "incident", detection: "monitoring",
      fields: [
        (.body, "Requests timed out with a timeout of 30s. Let's Encrypt was not involved. The colour stayed red.")
      ]),
    SearchDocument(
      id: "PM-2023-005", url: "incidents/pm-2023-005/index.html", title: "Überlastung der Suche: naïve Abfrage",
      date: "2023-02-01", severity: "SEV3", services: ["suche"], teams: ["platform"], causes: ["load"], year: "2023",
      kind: "incident", detection: "monitoring",
      fields: [(.body, "Die Größe der Anfrage war zu groß. Русский текст: ошибка сервера. 服务器证书过期导致故障。 ロック待ち")]),
    SearchDocument(
      id: "PM-2023-006", url: "incidents/pm-2023-006/index.html", title: "Kubernetes API server unreachable",
      date: "2023-08-08", severity: "SEV1", services: ["platform-api"], teams: ["platform"], causes: ["dns"],
      year: "2023", kind: "incident", detection: "customer",
      fields: [
        (.body, "Requests timed out with a timeout of 30s. Let's Encrypt was not involved. The colour stayed red.")
      ]),
    SearchDocument(
      id: "undated", url: "incidents/undated/index.html", title: "Disk filled by logs <script>\u{2028}",
      services: ["logging"], fields: [(.body, "logrotate was off; the organisation had no alert. Rollback failed.")]),
  ]

  static let index = SearchIndex(documents)

  /// The ids of what a query finds, best first.
  static func ids(_ query: String) -> [String] {
    index.search(query).map { documents[$0.document].id }
  }

  /// Queries of every kind, for comparing the two implementations.
  static let queries = [
    "certificate expired", "certificate", "expired certificates", "connections", "\"lock service\"",
    "\"service lock\"", "lock -service", "severity:SEV1", "sev:sev2 api", "-team:platform", "title:certificate",
    "symptoms:space", "cause:dns timeout", "service:platform-api", "service:platform", "year:2022", "kind:near-miss",
    "detection:customer", "time out", "time-out", "timeout", "oncall", "on-call", "on call", "letsencrypt",
    "lets encrypt", "v1.2.3", "1.2.3", "1.2", "/etc/ssl", "etc/ssl", "x509", "ERR_CERT_DATE_INVALID", "err cert",
    "maxConnLifetime", "maxconn", "conn lifetime", "pg_stat_activity", "stat activity", "kube-lego", "kubelego",
    "color behavior organization", "colour behaviour organisation", "naive", "naïve", "uberlastung", "Größe", "grosse",
    "ошибка", "ОШИБКА СЕРВЕРА", "证书", "服务器", "书", "ロック", "certifcate", "expierd", "kuberntes api", "serach",
    "inotif", "cert", "ku", "the", "the of", "a", "", "   ", "\"", "-", "\"no space left on device\"", "nothinglikeit",
    "title:", "title:\"api server\"", "fs.inotify.max_user_watches", "max_user_watches", "PM-2022-003", "2022", "30s",
    "roll back", "rollback", "auto scaler", "“lock service”", "-\"lock service\" lock", "api server ",
    "OperationalError: pool timeout\n  at orders/db.py line 77 in get_conn 0x7fe1 12:33:01",
    "error: \"remaining connection slots are reserved for a superuser\" while retrying the orders db",
    "l'Abfrage d'exécution", "\"certificate of the moon\"",
    "Traceback (most recent call last): ↵ File \"/srv/orders/db.py\", line 9, in get_conn ↵ OperationalError",
  ]
}
