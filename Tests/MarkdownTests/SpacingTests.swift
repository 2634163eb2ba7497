import Markdown
import Testing

@Suite("White space")
struct SpacingTests {
  @Test(arguments: [
    ("", ""), (" \n ", ""), ("a", "a"), ("  a\r\n\tb  c ", "a b c"), ("é\u{A0}ü\n x", "é ü x"),
    ("one\u{2003}two", "one two"),
  ])
  func everyRunBecomesOneSpace(_ text: String, _ expected: String) {
    #expect(Spacing.single(text) == expected)
  }

  @Test(arguments: ["plain words", "a & b < c > d \" e ' f", "&&", "\u{0}x\u{1B}y\u{7F}", "tab\tline\n", "ü & 日本"])
  func escapingIsTheSameByStretchAndByByte(_ text: String) {
    var whole: [UInt8] = []
    HTMLEscaping.append(Array(text.utf8), to: &whole)
    var single: [UInt8] = []
    for byte in text.utf8 { HTMLEscaping.append(CollectionOfOne(byte).lazy.map { $0 }, to: &single) }
    #expect(whole == single)
  }
}
