import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Error codes and alert names")
struct ErrorCodeTests {
  private func signatures(_ text: String) -> [String] {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    return FailureSignatureReader.signatures(in: document).map { "\($0.kind.rawValue) \($0.text)" }
  }

  @Test(arguments: [
    ("net::ERR_CERT_DATE_INVALID", "ERR_CERT_DATE_INVALID"), ("connect ECONNREFUSED x:5432", "ECONNREFUSED"),
    ("ERROR: could not serialize (SQLSTATE 40001)", "SQLSTATE 40001"), ("SQLSTATE[HY000] oops", "SQLSTATE HY000"),
    ("ORA-00054: resource busy", "ORA-00054"), ("HTTP/1.1 502 Bad", "HTTP 502"),
    ("503 Service Unavailable", "HTTP 503"),
    (
      "x509: certificate has expired or is not yet valid: current time 2024",
      "x509: certificate has expired or is not yet valid"
    ),
    ("rpc error: code = RESOURCE_EXHAUSTED", "RESOURCE_EXHAUSTED"), ("state OOMKilled", "OOMKilled"),
    ("failed with 0x80070005.", "0x80070005"), ("AADSTS700016: no", "AADSTS700016"),
    ("OSError: [Errno 24] Too many open files: '/tmp/x'", "OSError: [Errno 24] Too many open files: *"),
    (
      "django.db.utils.OperationalError: FATAL:  too many clients",
      "django.db.utils.OperationalError: FATAL: too many clients"
    ),
    (
      "Caused by: java.net.SocketTimeoutException: Read timed out after 3000 ms",
      "java.net.SocketTimeoutException: Read timed out after * ms"
    ),
  ])
  func readsCodesInCode(code: String, text: String) {
    #expect(signatures("It said `\(code)` twice.") == ["error-code \(text)"])
    #expect(signatures("```\n\(code)\n```\n") == ["error-code \(text)"])
  }

  @Test(arguments: [
    "HTTP 200 OK", "GET /x 404", "MAX_RETRIES", "EDGE", "ERROR", "Error: it broke", "ORA-1", "0x7f3a01", "TypeError",
    "at 0x00000001",
    "DATABASE_URL", "500 users",
  ])
  func leavesWordsThatAreNoCodes(code: String) {
    #expect(signatures("`\(code)`").isEmpty)
  }

  @Test func leavesCodesInProse() {
    #expect(signatures("We met ECONNREFUSED and HTTP 502.").isEmpty)
  }

  @Test(arguments: [
    ("The alert `KubeNodeNotReady` fired", "KubeNodeNotReady"),
    ("the HighErrorRatePaging alert fired", "HighErrorRatePaging"),
    ("Alert: DiskFull came", "DiskFull"), ("alertname=QueueDepth", "QueueDepth"),
    ("an alarm named \"CheckoutLatencyHigh\"", "CheckoutLatencyHigh"),
    ("[FIRING:1] KubePodCrashLooping (prod)", "KubePodCrashLooping"),
    ("alertname=\"Disk full on db\"", "Disk full on db"),
  ])
  func readsAlertNames(prose: String, name: String) {
    #expect(signatures(prose) == ["alert \(name)"])
  }

  @Test func readsARulesAlert() {
    #expect(signatures("```yaml\n- alert: DiskFull\n  expr: x > 1\n```\n") == ["alert DiskFull"])
  }

  @Test(arguments: [
    "The alert was quiet. JupyterHub was down.", "alerts from GitHub", "an alert: the database was down",
    "An alert in PagerDuty woke us",
  ])
  func leavesOtherNamesBesideAlerts(prose: String) {
    #expect(signatures(prose).isEmpty)
  }

  @Test func reportsEachSignatureOnce() {
    #expect(signatures("`ECONNREFUSED` and `ECONNREFUSED`") == ["error-code ECONNREFUSED"])
  }

  @Test func readsAPastedTextWhole() {
    let found = FailureSignatureReader.signatures(inText: "connect ECONNREFUSED\n[FIRING:2] DiskFull\nlog")
    #expect(found.map(\.text) == ["ECONNREFUSED", "DiskFull"])
    #expect(found.first?.span == SourceSpan(8, 20))
  }
}
