import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Signatures of tracebacks")
struct TracebackTests {
  private static let plain = """
    Traceback (most recent call last):
      File "/usr/src/app/checkout/api.py", line 88, in post
        return charge(order)
               ^^^^^^^^^^^^^
      File "/usr/src/app/checkout/payment.py", line 12, in charge
        reply = requests.post(url, timeout=2)
                ~~~~~~~~~~~~~^^^^^^^^^^^^^^^^
      File "/usr/local/lib/python3.12/site-packages/requests/api.py", line 115, in post
        return request("post", url, data=data)
      File "/usr/local/lib/python3.12/ssl.py", line 1042, in do_handshake
        self._sslobj.do_handshake()
    requests.exceptions.ConnectTimeout: HTTPSConnectionPool(host='pay-7.example.org', port=443)
    """
  private static let signature =
    "requests.exceptions.ConnectTimeout in checkout.payment:charge < checkout.api:post"

  private func texts(_ text: String) -> [String] {
    FailureSignatureReader.signatures(inText: text).filter { $0.kind == .traceback }.map(\.text)
  }

  @Test func takesTheProgramsOwnFramesInnermostFirst() {
    #expect(texts(Self.plain) == [Self.signature])
  }

  @Test func isTheSameOnAnotherMachineInAnotherRelease() {
    let other = Self.plain.replacing("/usr/src/app/", with: "/home/maya/").replacing("line 88", with: "line 97")
      .replacing("pay-7", with: "pay-9").replacing("python3.12", with: "python3.13")
    let hashes = [Self.plain, other].map { FailureSignatureReader.signatures(inText: $0).first?.hash }
    #expect(hashes[0] != nil)
    #expect(hashes[0] == hashes[1])
  }

  @Test(arguments: ["2024-05-01 10:00:00,123 ERROR worker-3 ", "E | ", "> ", "        "])
  func readsBehindAPrefixOnEveryLine(prefix: String) {
    let lines = Self.plain.split(separator: "\n").map { prefix + $0 }
    #expect(texts("before\n" + lines.joined(separator: "\n") + "\nafter") == [Self.signature])
  }

  @Test func readsBehindPrefixesOfDifferentLengths() {
    let lines = Self.plain.split(separator: "\n").enumerated().map { "10:00:\($0.offset * 7) ERROR \($0.element)" }
    #expect(texts(lines.joined(separator: "\n")) == [Self.signature])
  }

  @Test func readsAPrefixOnTheFirstLineAlone() {
    #expect(texts("[E 2024-05-01 web:12] " + Self.plain) == [Self.signature])
  }

  @Test(arguments: [1, 2])
  func readsLineFeedsThatJSONEscaped(times: Int) {
    var escaped = Self.plain
    for _ in 0..<times {
      escaped = escaped.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    }
    #expect(texts("{\"level\":\"error\",\"stack\":\"\(escaped)\"}") == [Self.signature])
  }

  @Test(arguments: ["\r\n", "\r"])
  func readsEveryLineBreak(newline: String) {
    #expect(texts(Self.plain.replacing("\n", with: newline)) == [Self.signature])
  }

  @Test(arguments: [
    "The above exception was the direct cause of the following exception:",
    "During handling of the above exception, another exception occurred:",
  ])
  func readsEveryLinkOfAChain(sentence: String) {
    let text = """
      Traceback (most recent call last):
        File "store/cache.py", line 4, in get
          return self.data[key]
      KeyError: 'user:1234'

      \(sentence)

      Traceback (most recent call last):
        File "store/api.py", line 9, in show
          raise Missing(key)
      store.errors.Missing: user:1234
      """
    #expect(texts(text) == ["KeyError in store.cache:get", "store.errors.Missing in store.api:show"])
  }

  @Test func readsExceptionGroups() {
    let text = """
        + Exception Group Traceback (most recent call last):
        |   File "fleet/run.py", line 3, in main
        |     async with TaskGroup() as group:
        | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | Traceback (most recent call last):
          |   File "fleet/probe.py", line 8, in ping
          |     raise TimeoutError(host)
          | TimeoutError: host-1
          | host-1 was asked first
          +---------------- 2 ----------------
          | Traceback (most recent call last):
          |   File "fleet/probe.py", line 11, in resolve
          |     raise LookupError(host)
          | LookupError: host-2
          +------------------------------------
      """
    #expect(
      texts(text) == [
        "ExceptionGroup in fleet.run:main", "TimeoutError in fleet.probe:ping", "LookupError in fleet.probe:resolve",
      ])
  }

  @Test func countsRecursionOnce() {
    func text(_ frames: Int, _ repeated: Int) -> String {
      "Traceback (most recent call last):\n  File \"tree.py\", line 1, in main\n    walk(root)\n"
        + String(repeating: "  File \"tree.py\", line 5, in walk\n    walk(node.left)\n", count: frames)
        + "  [Previous line repeated \(repeated) more times]\nRecursionError: maximum recursion depth exceeded"
    }
    #expect(texts(text(3, 996)) == ["RecursionError in tree:walk < tree:main"])
    #expect(texts(text(1, 12)) == texts(text(3, 996)))
  }

  @Test func readsASyntaxErrorWithoutAHeader() {
    let text =
      "  File \"jobs/nightly.py\", line 7\n    if ready print('go')\n             ^^^^^\nSyntaxError: invalid syntax"
    #expect(texts(text) == ["SyntaxError in jobs.nightly"])
  }

  @Test func fallsBackToPackagesAndThenToTheMaskedMessage() {
    let package = """
      Traceback (most recent call last):
        File "/opt/venv/lib/python3.11/site-packages/hub/user.py", line 178, in spawn
          self.start()
        File "/usr/lib/python3.11/threading.py", line 964, in start
          _start_new_thread(self._bootstrap, ())
      RuntimeError: can't start new thread
      """
    #expect(texts(package) == ["RuntimeError in hub.user:spawn"])
    #expect(
      texts("Traceback (most recent call last):\n  ...\nValueError: bad id 4711 for 'maya' at 0x7f3a")
        == ["ValueError: bad id * for * at *"])
  }

  @Test func readsWindowsPathsAndSourceFolders() {
    let text = """
      Traceback (most recent call last):
        File "C:\\Users\\maya\\src\\ledger\\__init__.py", line 2, in load
        File "C:\\Python311\\Lib\\json\\decoder.py", line 355, in raw_decode
      json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
      """
    #expect(texts(text) == ["json.decoder.JSONDecodeError in ledger:load"])
  }

  @Test func doesNotTakeSourceOrNotesForTheException() {
    let text = """
      Traceback (most recent call last):
        File "app/run.py", line 3, in main
          Timeout: int = 4
        note without meaning
      app.errors.Stopped: by hand
      """
    #expect(texts(text) == ["app.errors.Stopped in app.run:main"])
  }

  @Test func placesATracebackInItsFile() {
    let text =
      "# One\n\n- step\n\n  ```\n  log\n  Traceback (most recent call last):\n    File \"a.py\", line 1, in f\n  ValueError: x\n  ```\n"
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    let signature = FailureSignatureReader.signatures(in: document).first
    #expect(signature?.text == "ValueError in a:f")
    #expect(
      signature.map { document.source.text($0.span) }
        == "Traceback (most recent call last):\n    File \"a.py\", line 1, in f\n  ValueError: x")
  }

  @Test func readsATracebackThatLostItsFence() {
    let text = "It said:\n\nTraceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\nValueError: x\n"
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    #expect(FailureSignatureReader.signatures(in: document).map(\.text) == ["ValueError in a:f"])
  }
}
