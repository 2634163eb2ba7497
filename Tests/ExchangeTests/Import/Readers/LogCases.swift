import Exchange

extension ReaderCase {
  /// Elasticsearch, the usual loggers, Splunk and tracebacks.
  static let logs: [ReaderCase] = [
    ReaderCase(
      "Elasticsearch's hits", .elasticsearch,
      #"""
      {"took":3,"timed_out":false,"hits":{"total":{"value":3},"hits":[
      {"_index":"logs","_id":"1","_source":{"@timestamp":"2026-03-02T10:00:00.5Z","message":"card refused","log":{"level":"ERROR"},
      "service":{"name":"checkout"},"error":{"type":"ValueError","stack_trace":"Traceback (most recent call last):\n  File \"/app/pay.py\", line 3, in charge\nValueError: 7"}}},
      {"_index":"logs","_source":{"@timestamp":"2026-03-02T10:00:01Z","message":"card refused","log":{"level":"ERROR"},"service":{"name":"checkout"}}},
      {"_index":"logs","_source":{"@timestamp":"2026-03-02T10:00:02Z","message":"ping","log":{"level":"info"}}},{"_source":null}]}}
      """#,
      gives: """
        row 2026-03-02T10:00:00Z checkout: card refused (2 times)
        chatter 2026-03-02T10:00:02Z ping
        evidence ValueError in pay:charge
        """),
    ReaderCase(
      "ECS by lines", .elasticsearch, file: "app.ndjson",
      #"""
      {"@timestamp":"2026-03-02T10:00:00Z","log.level":"error","message":"failed","service.name":"api","error.stack_trace":"Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\nKeyError: 'x'","ecs.version":"1.6.0"}
      {"@timestamp":"2026-03-02T10:00:09Z","log.level":"error","message":"again","service.name":"api","error.stack_trace":"Traceback (most recent call last):\n  File \"/app/a.py\", line 9, in f\nKeyError: 'y'","ecs.version":"1.6.0"}
      """#,
      gives: """
        row 2026-03-02T10:00:00Z api: failed
        row 2026-03-02T10:00:09Z api: again
        evidence KeyError in a:f
        """),
    ReaderCase(
      "Loggers of many houses", .elasticsearch, file: "mixed.ndjson",
      #"""
      {"event":"structlog speaks","level":"error","timestamp":"2026-03-02T10:00:00Z","request":7}
      {"level":50,"time":1772445601000,"pid":7,"hostname":"h","msg":"pino speaks"}
      {"asctime":"2026-03-02 10:00:02,120","levelname":"WARNING","name":"app","message":"python speaks"}
      {"level":"fatal","ts":1772445603.25,"caller":"a.go:7","msg":"zap speaks"}
      {"severity":"ERROR","timestamp":"2026-03-02T10:00:04Z","jsonPayload":{"message":"cloud speaks"}}
      {"PRIORITY":"3","__REALTIME_TIMESTAMP":"1772445605000000","MESSAGE":"journal speaks","_SYSTEMD_UNIT":"a.service"}
      {"log":"docker speaks\n","stream":"stderr","time":"2026-03-02T10:00:06.120934Z"}
      {"text":"x","record":{"level":{"name":"ERROR","no":40},"message":"loguru speaks","time":{"timestamp":1772445607.5}}}
      """#,
      gives: """
        row 2026-03-02T10:00:00Z structlog speaks
        row 2026-03-02T10:00:01Z pino speaks
        chatter 2026-03-02T10:00:02Z python speaks
        row 2026-03-02T10:00:03Z zap speaks
        row 2026-03-02T10:00:04Z cloud speaks
        row 2026-03-02T10:00:05Z journal speaks
        chatter 2026-03-02T10:00:06Z docker speaks
        row 2026-03-02T10:00:07Z loguru speaks
        """),
    ReaderCase(
      "A traceback, a record a line", .elasticsearch, file: "container.log",
      #"""
      {"log":"Traceback (most recent call last):\n","stream":"stderr","time":"2026-03-02T10:00:06.120Z"}
      {"log":"  File \"/app/run.py\", line 3, in main\n","stream":"stderr","time":"2026-03-02T10:00:06.121Z"}
      {"log":"RuntimeError: stopped\n","stream":"stderr","time":"2026-03-02T10:00:06.122Z"}
      """#,
      gives: """
        chatter 2026-03-02T10:00:06Z Traceback (most recent call last):
        chatter 2026-03-02T10:00:06Z File "/app/run.py", line 3, in main
        chatter 2026-03-02T10:00:06Z RuntimeError: stopped
        evidence RuntimeError in run:main
        """),
    ReaderCase(
      "Splunk by lines", .splunk, file: "search.json",
      #"""
      {"preview":false,"offset":0,"result":{"_time":"2026-03-02T11:00:00.000+01:00","_raw":"2026-03-02 ERROR pool is empty","host":"h","source":"s","sourcetype":"t"}}
      {"preview":false,"offset":1,"lastrow":true,"result":{"_time":"1772445660","_raw":"INFO pool is back","host":"h"}}
      """#,
      gives: """
        row 2026-03-02T10:00:00Z 2026-03-02 ERROR pool is empty
        chatter 2026-03-02T10:01:00Z INFO pool is back
        """),
    ReaderCase(
      "Splunk in one document", .splunk,
      """
      {"preview":false,"results":[{"_time":"2026-03-02T10:00:00Z","_raw":"level=error msg=x"},{"_time":null,"_raw":"y"}]}
      """, gives: "row 2026-03-02T10:00:00Z level=error msg=x"),
    ReaderCase(
      "A saved traceback", .traceback, file: "crash.txt",
      """
      Starting
      Traceback (most recent call last):
        File "/app/run.py", line 3, in main
      fleet.Gone

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "/app/run.py", line 5, in main
      RuntimeError: stopped
      """, gives: "evidence fleet.Gone in run:main; RuntimeError in run:main"),
    ReaderCase(
      "A log of days with tracebacks", .traceback, file: "app.log",
      ([
        "2026-03-02 10:00:00 ERROR failed", "Traceback (most recent call last):", "  File \"a.py\", line 1, in f",
        "KeyError: 1",
      ]
        + (0..<200).map { "2026-03-02 10:00:01 INFO all is well in round \($0)" }
        + ["Traceback (most recent call last):", "  File \"b.py\", line 1, in g", "TypeError: 2"]).joined(
          separator: "\n"),
      gives: """
        row 2026-03-02T10:00:00Z ERROR failed: KeyError: 1
        row 2026-03-02T10:00:01Z TypeError: 2
        evidence KeyError in a:f
        evidence TypeError in b:g
        """),
    ReaderCase(
      "A traceback in an object", .traceback,
      #"{"error":"boom","traceback":"Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\nKeyError: 'x'"}"#,
      gives: "evidence KeyError in a:f"),
    ReaderCase(
      "A traceback as a JSON string", .traceback,
      #""Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\nKeyError: 'x'""#,
      gives: "evidence KeyError in a:f"),
  ]
}
