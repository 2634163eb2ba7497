internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Tracebacks, alerts and error codes, in a text and in a document's code.
enum SignatureTarget: FuzzTarget {
  static let name = "signatures"

  static let words = [
    "Traceback (most recent call last):\n", "  File \"/app/pay.py\", line 3, in charge\n", "    go()\n",
    "ValueError: bad value 7\n", "requests.exceptions.ConnectTimeout: HTTPSConnectionPool\n",
    "\nDuring handling of the above exception, another exception occurred:\n\n",
    "\nThe above exception was the direct cause of the following exception:\n\n",
    "  + Exception Group Traceback (most recent call last):\n",
    "  | ExceptionGroup: x (2 sub-exceptions)\n", "  +-+---------------- 1 ----------------\n",
    "  [Previous line repeated 996 more times]\n",
    "\tat com.shop.Pay.charge(Pay.java:12)\n", "java.lang.NullPointerException: x\n", "Caused by: ",
    "panic: runtime error\n",
    "goroutine 1 [running]:\n", "main.go:12 +0x1d\n", "[FIRING:1] CheckoutErrors", "alert: HighLatency",
    "CloudWatch alarm \"x\"",
    "ORA-00600", "ECONNREFUSED", "SQLSTATE[23505]", "0x80070005", "HTTP 503", "errno 28", "E1234", "    ^^^^\n",
    "~~~~^^^\n",
    "<frozen importlib._bootstrap>", "/usr/lib/python3.11/site-packages/requests/api.py", "\\n", "\\\"", "'", "lambda",
  ]

  static func check(_ input: [UInt8]) throws(Violation) {
    let text = String(decoding: input, as: UTF8.self)
    let source = SourceFile(path: "paste", text: text)
    let signatures = FailureSignatureReader.signatures(inText: text)
    try expect(signatures == FailureSignatureReader.signatures(inText: text), "signatures differ the second time")
    try expect(Set(signatures.map(\.hash)).count == signatures.count, "a signature is told twice")
    for signature in signatures {
      try SpanProperties.check(signature.span, in: source, of: signature.text)
      try expect(!signature.text.utf8.contains(0x0A), "a signature of several lines")
      try expect(signature.hash.utf8.count == 16, "a hash of \(signature.hash.utf8.count) digits")
    }
    for span in FailureSignatureReader.tracebackSpans(inText: text) {
      try SpanProperties.check(span, in: source, of: "traceback")
    }
    for document in ["```\n\(text)\n```\n", "Before\n\n    \(text)\n", "`\(text)`\n", text] {
      try DocumentProperties.check(
        DraftReader.read(
          DocumentParser.parse(SourceFile(path: "2024/a.md", text: document)), settings: Settings()))
    }
  }
}
