import Diagnostics
import Testing

@testable import LanguageServer

@Suite struct EditedTextTests {
  @Test(arguments: ["a😀b\r\nüx\rlast", "\u{FEFF}id: 1\n", "", "\n\n", "e\u{301}👩‍👩‍👧\n"])
  func findsEveryScalarAgainByItsPlace(_ text: String) {
    let edited = EditedText(path: "a.md", text: text)
    var offset = 0
    for scalar in text.unicodeScalars {
      let place = edited.place(of: offset)
      let isBreak = scalar == "\n" || scalar == "\r"
      if !isBreak { #expect(edited.offset(of: place) == offset, "\(scalar.escaped(asASCII: true)) at \(offset)") }
      offset += String(scalar).utf8.count
    }
  }

  @Test func countsInUTF16CodeUnits() {
    let edited = EditedText(path: "a.md", text: "x\n😀ü!\n")
    #expect(edited.place(of: 2 + 4 + 2) == EditorPosition(line: 1, character: 3))
    #expect(edited.place(of: SourcePosition(line: 2, column: 3)) == EditorPosition(line: 1, character: 3))
  }

  @Test func countsAByteOrderMarkThatColumnsSkip() {
    let edited = EditedText(path: "a.md", text: "\u{FEFF}ab")
    #expect(edited.place(of: SourcePosition(line: 1, column: 1)) == EditorPosition(line: 0, character: 1))
    #expect(edited.place(of: 4) == EditorPosition(line: 0, character: 2))
  }

  @Test func takesAPlaceOutsideForTheEndOfItsLineOrText() {
    let edited = EditedText(path: "a.md", text: "ab\ncd")
    #expect(edited.offset(of: EditorPosition(line: 0, character: 99)) == 2)
    #expect(edited.offset(of: EditorPosition(line: 99, character: 0)) == 5)
  }

  @Test func takesAPlaceInsideAPairForItsBeginning() {
    let edited = EditedText(path: "a.md", text: "😀b")
    #expect(edited.offset(of: EditorPosition(line: 0, character: 1)) == 0)
  }

  @Test func putsATextInThePlaceOfARange() {
    var edited = EditedText(path: "a.md", text: "one 😀\ntwo\n")
    let range = EditorRange(EditorPosition(line: 0, character: 6), EditorPosition(line: 1, character: 3))
    edited.replace(range, with: "!\nthree")
    #expect(edited.source.text(edited.source.wholeSpan) == "one 😀!\nthree\n")
    edited.replace(nil, with: "x")
    #expect(edited.source.text(edited.source.wholeSpan) == "x")
  }
}
