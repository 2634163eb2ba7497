import PostMortems
import Testing

@Suite("Tracebacks as logs carry them")
struct TracebackPrefixTests {
  private static let fault = """
    Traceback (most recent call last):
      File "/srv/stock/api/views.py", line 41, in reserve
        return ledger.take(item, amount)
               ^^^^^^^^^^^^^^^^^^^^^^^^^
      File "/srv/stock/ledger.py", line 17, in take
        raise OutOfStock(
        ...<2 lines>...
        )
      File "/usr/local/lib/python3.13/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec_single_context
        self.dialect.do_execute(cursor, str_statement, effective_parameters, context)
    psycopg2.errors.DeadlockDetected: deadlock detected
    """
  private static let signature =
    "psycopg2.errors.DeadlockDetected in stock.ledger:take < stock.api.views:reserve"

  private func texts(_ text: String) -> [String] {
    FailureSignatureReader.signatures(inText: text).filter { $0.kind == .traceback }.map(\.text)
  }

  private func prefixed(_ prefix: (Int) -> String) -> String {
    Self.fault.split(separator: "\n").enumerated().map { prefix($0.offset) + $0.element }.joined(separator: "\n")
  }

  @Test(arguments: [
    "stock-1  | ", "stock-worker-12  | ", "[pod/stock-7d9f4c8b6-x2x9p/api] ",
    "2026-03-02T14:43:05.120934817Z stderr F ",
    "Mar 02 14:43:05 edge-3 gunicorn[4121]: ", "2026-03-02T14:43:05.120934+00:00 app[web.1]: ", "\t", "> ", "&gt; ",
    "> > ", "| ", "  |   | ", "E   ", "14:43:05 web.1  | ", "[stock] [out] ", "\u{1B}[36mstock-1  |\u{1B}[0m ", "│ ",
  ])
  func readsAPrefixOnEveryLine(prefix: String) {
    #expect(texts("before\n" + prefixed { _ in prefix } + "\nafter") == [Self.signature])
  }

  @Test func readsTimesThatLoseTheirLastZeros() {
    let fractions = ["12", "120934817", "1209348", "5", "120934", "12093481", "120", "1209", "12093", "99", "9348"]
    #expect(texts(prefixed { "2026-03-02T14:43:05.\(fractions[$0])Z " }) == [Self.signature])
  }

  @Test(arguments: [
    "[2026-03-02 14:43:05 +0000] [4121] [ERROR] Error handling request /reserve",
    "ERROR:    Exception in ASGI application",
    "[2026-03-02 14:43:05,120: ERROR/ForkPoolWorker-2] Task stock.reserve[0f8c2c6e] raised unexpected: DeadlockDetected()",
    "2026-03-02 14:43:05 [error    ] reserve failed                 item=77",
    "2026-03-02 14:43:05.120 | ERROR    | stock.api.views:reserve:41 - reserve failed",
    "[2026-03-02T14:43:05.120+0000] {taskinstance.py:2905} ERROR - Task failed with exception",
    "ERROR stock.api reserve failed: DeadlockDetected",
    "Exception in thread Thread-3 (consume):", "Task exception was never retrieved\nfuture: <Task finished coro=<f()>>",
    "Internal Server Error: /reserve/77", "[2026-03-02 14:43:05,120] ERROR in app: Exception on /reserve [POST]",
    "Exception ignored in: <function Ledger.__del__ at 0x7f3a5c0b1d00>",
    "E0302 14:43:05.120934 139 server.py:12] Exception calling application: deadlock",
    "concurrent.futures.process._RemoteTraceback: \n\"\"\"",
  ])
  func readsBehindALoggersFirstLine(line: String) {
    #expect(texts("\(line)\n\(Self.fault)\nINFO: done") == [Self.signature])
    #expect(texts("\(line) \(Self.fault)") == [Self.signature])
  }

  @Test(arguments: [1, 2, 3])
  func readsStringsOfJSON(times: Int) {
    var escaped = Self.fault.replacing("/srv/stock/", with: "C:\\new\\repo\\stock\\")
    for _ in 0..<times {
      escaped = escaped.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    }
    let expected = "psycopg2.errors.DeadlockDetected in new.repo.stock.ledger:take < new.repo.stock.api.views:reserve"
    #expect(texts("{\"error.stack_trace\":\"\(escaped)\",\"error.type\":\"x\"}") == [expected])
  }

  @Test func readsAPythonLiteral() {
    #expect(texts("failed: '" + Self.fault.replacing("\n", with: "\\n") + "\\n'") == [Self.signature])
  }

  @Test func readsAngleBracketsThatJSONEscaped() {
    let text = """
      {"stack":"Traceback (most recent call last):\\n  File \\"/app/run.py\\", line 3, in \\u003cmodule\\u003e\\n    go()\\n\
      RuntimeError: stopped"}
      """
    #expect(texts(text) == ["RuntimeError in run:<module>"])
  }

  @Test func readsOneRecordALine() {
    let records = Self.fault.split(separator: "\n").map { line in
      "{\"log\":\"\(line.replacing("\"", with: "\\\""))\\n\",\"stream\":\"stderr\",\"time\":\"2026-03-02T14:43:05Z\"}"
    }
    #expect(texts(records.joined(separator: "\n")) == [Self.signature])
  }

  @Test func readsReferencesOfHTML() {
    let text = Self.fault.replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(texts(text) == [Self.signature])
    #expect(texts(text.replacing("&quot;", with: "&#34;")) == [Self.signature])
  }

  @Test func readsTheDoubledQuotesOfATable() {
    #expect(texts("7,\"" + Self.fault.replacing("\"", with: "\"\"") + "\",open") == [Self.signature])
  }

  @Test func readsColours() {
    let coloured = Self.fault
      .replacing("File \"", with: "File \u{1B}[35m\"").replacing("\", line ", with: "\"\u{1B}[0m, line \u{1B}[35m")
      .replacing(", in ", with: "\u{1B}[0m, in \u{1B}[35m").replacing("psycopg2", with: "\u{1B}[1;35mpsycopg2")
      .replacing("Detected:", with: "Detected\u{1B}[0m:")
    #expect(texts(coloured) == [Self.signature])
    #expect(
      texts(
        "{\"log\":\""
          + coloured.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
          .replacing("\u{1B}", with: "\\u001b") + "\"}") == [Self.signature])
  }

  @Test func isTheSameWithOtherLinesAddressesAndValues() {
    let other = Self.fault.replacing("line 41", with: "line 4100").replacing("line 17", with: "line 3")
      .replacing("/srv/", with: "/home/maya/").replacing("python3.13", with: "python3.9")
      .replacing("deadlock detected", with: "deadlock detected at 0x7f3a by process 991 of 'stock-3'")
    #expect(texts(other) == [Self.signature])
  }
}
