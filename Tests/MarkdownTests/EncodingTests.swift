import Diagnostics
import Markdown
import Testing

@Suite("Bytes that are no UTF-8")
struct EncodingTests {
  private func parse(_ bytes: [UInt8]) -> Document {
    DocumentParser.parse(SourceFile(path: "a.md", bytes: bytes))
  }

  @Test func areShownAsReplacementCharactersAndReportedOnce() {
    let document = parse(Array("# Gr".utf8) + [0xF6, 0xDF] + Array("e\n\nText\n".utf8))
    #expect(document.findings.map(\.rule) == ["invalid-utf-8"])
    #expect(document.findings.first?.message.contains("offset 4") == true)
    #expect(document.plainText(of: 0) == "Gr\u{FFFD}\u{FFFD}e\nText")
  }

  @Test(arguments: [true, false])
  func areReadAsUTF16WhereTheirMarkSaysSo(isBigEndian: Bool) {
    let units = "\u{FEFF}# Größe\n".utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
    let document = parse(units)
    #expect(document.findings.map(\.rule) == ["invalid-utf-8"])
    #expect(document.plainText(of: 0) == "Größe")
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF, 0x00], [0xC3], [0x00], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func neverCrash(bytes: [UInt8]) {
    #expect(!parse(bytes).nodes.isEmpty)
  }

  @Test func areNoNULsEitherSoThatPlacesStayInStep() throws {
    let document = parse(Array("# a\0b\n\n- x\0\0é\n".utf8))
    #expect(document.findings.map(\.rule) == ["invalid-utf-8"])
    #expect(document.findings.first?.message.contains("offset 3 is NUL") == true)
    #expect(document.plainText(of: 0) == "a\u{FFFD}b\nx\u{FFFD}\u{FFFD}é")
    let last = try #require(document.nodes.last)
    #expect(document.source.text(last.span).hasSuffix("é"))
  }

  @Test func areFoundBehindNULs() {
    let document = parse(Array("a\0\0b ".utf8) + [0xFF] + Array(" c\n".utf8))
    let places = document.findings.map { document.source.text(SourceSpan($0.span.start, $0.span.start + 3)) }
    #expect(places == ["\u{FFFD}", "\u{FFFD}"])
  }
}
