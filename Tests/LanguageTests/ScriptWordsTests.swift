import Diagnostics
import Language
import Testing

struct ScriptWordsTests {
  private static let script = Array("const WORDS = {};\nsay(\"Copy\");\n".utf8)

  @Test func writesTheWordsThatAScriptSays() {
    let english = SourceFile(path: "en.yml", text: "words:\n  Copy: Copy\n  Home: Home\n")
    let file = SourceFile(path: "x.yml", text: "words:\n  Copy: \"< \\\"nach\\\"\"\n  Home: Start\n")
    let language = LanguageReader.read(file, english: english).language
    #expect(
      String(decoding: ScriptWords.written(into: Self.script, in: language), as: UTF8.self)
        == "const WORDS = {\"Copy\":\"\\u003c \\\"nach\\\"\"};\nsay(\"Copy\");\n")
  }

  @Test func leavesAScriptAsItIsInEnglish() {
    #expect(ScriptWords.written(into: Self.script, in: .english) == Self.script)
  }
}
