import Diagnostics
import Testing

@Suite("Diagnostics for machines")
struct MachineFormatTests {
  @Test func writesEveryFieldOfTheContract() throws {
    let source = SourceFile(path: "a \"b\".md", text: "one\ntwo")
    let finding = Finding(
      "r", at: SourceSpan(4, 7), "message", notes: ["n"], help: "h",
      fixes: [Fix(replace: SourceSpan(4, 7), with: "2", isSafe: true)])
    let text = JSONFormatter.format([Diagnostic(finding, level: .warning, in: source)])
    let value = try JSONParser.parse(Array(text.utf8)).items?.first
    #expect(value?["file"]?.string == "a \"b\".md")
    #expect(value?["line"] == .int(2) && value?["column"] == .int(1) && value?["end_column"] == .int(4))
    #expect(value?["fixes"]?.items?.first?["replacement"]?.string == "2")
    #expect(value?["notes"] == .strings(["n"]))
  }

  @Test func escapesHostileNamesAndMessagesForAnnotations() {
    let diagnostic = Diagnostic(
      rule: "r", level: .error, file: "a,b:c%\n::error::.md", message: "100% wrong\n::warning::injected")
    #expect(
      GitHubFormatter.format([diagnostic]) == """
        ::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,line=1,col=1,endLine=1,endColumn=1,title=r::100%25 wrong%0A::warning::injected

        """)
  }

  @Test func escapeSequencesAndDirectionMarksDoNotActInTheRunnersLog() {
    let diagnostic = Diagnostic(rule: "r", level: .error, file: "a\u{1B}[2J.md", message: "b\u{202E}c é")
    let command = GitHubFormatter.format([diagnostic])
    #expect(command.contains("file=a\u{FFFD}[2J.md,") && command.hasSuffix("::b\u{FFFD}c é\n"))
  }

  @Test func putsErrorsFirstWhereOnlySomeAreShown() {
    let found = [Level.note, .error, .warning].map { Diagnostic(rule: "r", level: $0, file: "a.md", message: "m") }
    let commands = GitHubFormatter.format(found).split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(commands == ["::error", "::warning", "::notice"])
  }
}
