import Foundation
import PostMortems
import Testing

@Suite("Real tracebacks", .enabled(if: Corpora.exist))
struct RealTracebackTests {
  @Test(arguments: [
    (
      "cpython_tutorial_during_handling.txt",
      ["FileNotFoundError in <stdin>:<module>", "RuntimeError in <stdin>:<module>"]
    ),
    (
      "cpython_tutorial_group_notes.txt",
      ["ExceptionGroup in <stdin>:<module>", "OSError in <stdin>:f < <stdin>:<module>"]
    ),
    ("cpython_tutorial_syntaxerror.txt", ["SyntaxError in <stdin>"]),
    ("pep654_group_nested_3.11.txt", ["ExceptionGroup in <stdin>:<module>", "ValueError in <stdin>:f"]),
    ("pep657_markers_four_frames.txt", ["TypeError in test:lel < test:lel2 < test:lel3"]),
    ("pep810_chain_with_output_before.txt", ["ImportError in app:<module>"]),
    ("tblib_readme_chain.txt", ["ZeroDivisionError in <doctest>:<module>", "Exception in <doctest>:<module>"]),
  ])
  func readsThePublishedForms(file: String, expected: [String]) throws {
    let text = try String(contentsOf: Corpora.tracebacks.appendingPathComponent(file), encoding: .utf8)
    let found = FailureSignatureReader.signatures(inText: text).filter { $0.kind == .traceback }
    #expect(found.map(\.text) == expected)
  }
}
