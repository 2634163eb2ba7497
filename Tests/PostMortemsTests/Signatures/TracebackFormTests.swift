import PostMortems
import Testing

@Suite("Odd forms of tracebacks")
struct TracebackFormTests {
  private func texts(_ text: String) -> [String] {
    FailureSignatureReader.signatures(inText: text).filter { $0.kind == .traceback }.map(\.text)
  }

  private func raising(_ line: String, in path: String = "/app/fleet/probe.py", _ function: String = "ping") -> String {
    "Traceback (most recent call last):\n  File \"\(path)\", line 8, in \(function)\n    go(host)\n\(line)\n"
  }

  @Test(arguments: [
    ("KeyError", "KeyError"), ("botocore.errorfactory.NoSuchKey", "botocore.errorfactory.NoSuchKey"),
    ("struct.error: unpack requires a buffer of 4 bytes", "struct.error"), ("timeout: timed out", "timeout"),
    ("fleet.errors.Gone", "fleet.errors.Gone"), ("_queue.Empty", "_queue.Empty"), ("AssertionError", "AssertionError"),
    ("__main__.Refused: host-3", "__main__.Refused"), ("fleet.make.<locals>.Refused: x", "fleet.make.<locals>.Refused"),
    ("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)", "json.decoder.JSONDecodeError"),
    (
      "pydantic_core._pydantic_core.ValidationError: 1 validation error for Host\nport\n  Field required",
      "pydantic_core._pydantic_core.ValidationError"
    ),
    ("fleet.probe.Täuschung: host-3", "fleet.probe.Täuschung"), ("SystemExit: 1", "SystemExit"),
    (
      "django.db.utils.ProgrammingError: relation \"host\" does not exist\nLINE 1: SELECT",
      "django.db.utils.ProgrammingError"
    ),
    (
      "grpc._channel._InactiveRpcError: <_InactiveRpcError of RPC that terminated with:\n\tstatus = X",
      "grpc._channel._InactiveRpcError"
    ),
    ("concurrent.futures._base.CancelledError", "concurrent.futures._base.CancelledError"),
    ("Stop", "Stop"), ("fleet.Verdict: ", "fleet.Verdict"),
    ("ray.exceptions.RayTaskError(ValueError): ray::ping() (pid=91, ip=10.0.0.7)", "ray.exceptions.RayTaskError"),
  ])
  func readsWhatWasRaised(line: String, exception: String) {
    #expect(texts(raising(line)) == ["\(exception) in fleet.probe:ping"])
  }

  @Test(arguments: [
    ("C:\\Users\\maya\\fleet\\probe.py", "fleet.probe"), ("E:\\work\\fleet\\probe.py", "fleet.probe"),
    ("./fleet/probe.py", "fleet.probe"), ("~/fleet/probe.py", "fleet.probe"), ("fleet/__init__.py", "fleet"),
    ("/app/dist/fleet-1.4.2-py3.11.egg/fleet/probe.py", "fleet.probe"),
    ("/opt/fleet.zip/fleet/probe.py", "fleet.probe"),
    ("/opt/tool.pex/fleet/probe.py", "fleet.probe"), ("/tmp/_MEIf3k2Xa/fleet/probe.pyc", "fleet.probe"),
    ("/tmp/tmpk3x8a_2p/fleet/probe.py", "fleet.probe"), ("/home/site/wwwroot/fleet/probe.py", "fleet.probe"),
    ("/var/task/fleet/probe.py", "fleet.probe"), ("/workspace/src/fleet/probe.py", "fleet.probe"),
    ("/srv/releases/20260302144305/fleet/probe.py", "fleet.probe"),
    ("/x/bin/probe.runfiles/main_ws/fleet/probe.py", "fleet.probe"), ("/builds/fleet/probe.py", "fleet.probe"),
    ("\\\\share\\fleet\\probe.py", "share.fleet.probe"),
  ])
  func namesTheModuleOfAPath(path: String, module: String) {
    #expect(texts(raising("ValueError: 3", in: path)) == ["ValueError in \(module):ping"])
  }

  @Test(arguments: [
    "/app/.venv/lib/python3.12/site-packages/flask/app.py", "C:\\fleet\\venv\\Lib\\site-packages\\flask\\app.py",
    "/opt/python/requests/api.py", "/var/runtime/bootstrap.py", "/var/lang/lib/python3.12/json/decoder.py",
    "/usr/lib/python3/dist-packages/yaml/reader.py", "C:\\ProgramData\\Anaconda3\\lib\\json\\decoder.py",
    "/root/.local/share/uv/python/cpython-3.12.1-linux-x86_64-gnu/lib/python3.12/asyncio/runners.py",
    "pandas/_libs/index.pyx", "<frozen importlib._bootstrap>", "<frozen runpy>",
    "<__array_function__ internals>",
    "C:\\Users\\maya\\AppData\\Local\\Programs\\Python\\Python312\\Lib\\asyncio\\events.py",
    "/usr/local/lib/python3.13t/threading.py", "/opt/pypy3.10/lib/pypy3.10/socket.py",
    "/Library/Frameworks/Python.framework/Versions/3.12/lib/python3.12/ssl.py", "<decorator-gen-53>",
    "/azureml-envs/x/.python_packages/lib/site-packages/pip/x.py", "/app/.heroku/python/lib/python3.12/ssl.py",
    "/usr/local/lib/python3.11/site-packages/celery/app/trace.py", "uvloop/loop.pyx",
    "/usr/local/spark/python/lib/pyspark.zip/pyspark/worker.py", "/databricks/python/lib/python3.11/site-packages/a.py",
  ])
  func countsNoFrameThatIsNotTheProgramsOwn(path: String) {
    let text = """
      Traceback (most recent call last):
        File "/app/fleet/run.py", line 3, in main
          ping()
        File "\(path)", line 99, in _inner
          raise it
      OSError: gone
      """
    #expect(texts(text) == ["OSError in fleet.run:main"])
  }

  @Test func readsSyntaxErrorsBehindFrames() {
    let text = """
      Traceback (most recent call last):
        File "/app/run.py", line 1, in <module>
          import fleet.probe
        File "/app/fleet/probe.py", line 9
          if x = 3:
             ^^^^^
      SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
      """
    #expect(texts(text) == ["SyntaxError in fleet.probe < run:<module>"])
  }

  @Test(arguments: ["IndentationError: unexpected indent", "TabError: inconsistent use of tabs", "SyntaxError: EOF"])
  func readsSyntaxErrorsWithoutAHeader(line: String) throws {
    let text = "  File \"/app/fleet/probe.py\", line 9\n      go()\n    ^\n\(line)"
    let name = try #require(line.split(separator: ":").first)
    #expect(texts(text) == ["\(name) in fleet.probe"])
    #expect(texts("stock-1  | " + text.replacing("\n", with: "\nstock-1  | ")) == ["\(name) in fleet.probe"])
  }

  @Test func readsLogurusMarks() {
    let text = """
      2026-03-02 14:43:05.120 | ERROR    | __main__:<module>:30 - failed
      Traceback (most recent call last):

        File "/app/run.py", line 30, in <module>
          main()
          └ <function main at 0x7f3a5c0b1d00>

      > File "/app/fleet/probe.py", line 12, in ping
          return 1 / left
                     └ 0

      ZeroDivisionError: division by zero
      """
    #expect(texts(text) == ["ZeroDivisionError in fleet.probe:ping < run:<module>"])
  }

  @Test func readsRichsBoxes() {
    let text = """
      ╭─────────────────── Traceback (most recent call last) ───────────────────╮
      │ /app/run.py:30 in main                                                   │
      │                                                                          │
      │   29 │   host = first()                                                  │
      │ ❱ 30 │   ping(host)                                                      │
      │                                                                          │
      │ /app/fleet/probe.py:12 in ping                                           │
      │                                                                          │
      │ ❱ 12 │   return 1 / left                                                 │
      ╰──────────────────────────────────────────────────────────────────────────╯
      ZeroDivisionError: division by zero
      """
    #expect(texts(text) == ["ZeroDivisionError in fleet.probe:ping < run:main"])
  }

  @Test func readsANotebooksFrames() {
    let text = """
      ---------------------------------------------------------------------------
      ZeroDivisionError                         Traceback (most recent call last)
      Cell In[3], line 1
      ----> 1 ping(host)

      File ~/fleet/probe.py:12, in ping(host)
           10 left = 0
      ---> 12 return 1 / left

      File /opt/conda/lib/python3.11/site-packages/numpy/core.py:99, in divide(a, b)
           98 x

      ZeroDivisionError: division by zero
      """
    #expect(texts(text) == ["ZeroDivisionError in fleet.probe:ping < <ipython>:<module>"])
  }

  @Test func readsAFunctionsLogWhoseErrorStandsFirst() {
    let text = """
      [ERROR] ConnectTimeout: HTTPSConnectionPool(host='pay', port=443)
      Traceback (most recent call last):
        File "/var/task/fleet/handler.py", line 5, in handle
          return ping(event)
        File "/opt/python/requests/api.py", line 73, in get
          return request("get", url)
      END RequestId: 0f8c2c6e
      """
    #expect(texts(text) == ["ConnectTimeout in fleet.handler:handle"])
    #expect(texts(text.replacing("\n", with: "\r")) == ["ConnectTimeout in fleet.handler:handle"])
  }

  @Test func readsACrashOfTheInterpreter() {
    let text = """
      Fatal Python error: Segmentation fault

      Current thread 0x00007f3a5c0b1d00 (most recent call first):
        File "/app/fleet/native.py", line 12 in decode
        File "/app/fleet/probe.py", line 30 in ping
        File "/usr/lib/python3.12/threading.py", line 1010 in run

      Extension modules: numpy.core (total: 1)
      """
    #expect(texts(text) == ["Segmentation fault in fleet.native:decode < fleet.probe:ping"])
  }

  @Test func readsGroupsInsideGroupsBehindAPrefix() {
    let text = """
        + Exception Group Traceback (most recent call last):
        |   File "/app/run.py", line 3, in main
        |     async with TaskGroup() as group:
        | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | Exception Group Traceback (most recent call last):
          |   File "/app/fleet/pool.py", line 7, in fill
          | BaseExceptionGroup: inner (1 sub-exception)
          | A note that ends in Error: not raised
          +-+---------------- 1 ----------------
            | Traceback (most recent call last):
            |   File "/app/fleet/probe.py", line 8, in ping
            |     raise Gone(host)
            | fleet.errors.Gone
            +------------------------------------
          +---------------- 2 ----------------
          | ValueError: host-9
          +------------------------------------
      """
    let expected = [
      "ExceptionGroup in run:main", "BaseExceptionGroup in fleet.pool:fill", "fleet.errors.Gone in fleet.probe:ping",
    ]
    #expect(texts(text) == expected)
    #expect(texts(text.split(separator: "\n").map { "fleet-1  | \($0)" }.joined(separator: "\n")) == expected)
  }

  @Test func readsThreeLinksOfAChainAndTheirNotes() {
    let first = raising("KeyError: 'a'\nasked for host-1\nasked twice")
    let second = raising("LookupError", in: "/app/fleet/names.py", "resolve")
    let third = raising("fleet.Gone: host-1", in: "/app/fleet/run.py", "main")
    let text = [
      first, "During handling of the above exception, another exception occurred:\n", second,
      "The above exception was the direct cause of the following exception:\n", third,
    ].joined(separator: "\n")
    #expect(
      texts(text) == [
        "KeyError in fleet.probe:ping", "LookupError in fleet.names:resolve", "fleet.Gone in fleet.run:main",
      ])
  }

  @Test func takesNoLogLineForWhatWasRaised() {
    let cut = "Traceback (most recent call last):\n  File \"/app/fleet/probe.py\", line 8, in ping\n    go()\n"
    #expect(texts(cut + "INFO: started\nDEBUG: ready\n").isEmpty)
    #expect(texts("Traceback (most recent call last):\nValueError: bare") == ["ValueError: bare"])
  }

  @Test func keepsTheMaskedMessageWhereNoFrameStands() {
    let shown = ["host 'a-1' at 10.0.0.7:80 after 31 ms", "host 'b-22' at 10.1.0.9:8080 after 7 ms"].map {
      texts("Traceback (most recent call last):\nConnectionError: \($0)")
    }
    #expect(shown[0] == shown[1])
    #expect(shown[0].count == 1)
  }
}
