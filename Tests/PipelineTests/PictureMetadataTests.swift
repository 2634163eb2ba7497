import Testing

@testable import Pipeline

@Suite("Pictures for others")
struct PictureMetadataTests {
  @Test func loseCommentsOfDrawings() {
    let svg = "<svg inkscape:export='/home/x.png' width='1'><!-- x --><metadata>x</metadata><rect/></svg>"
    let stripped = PictureMetadata.stripped(Array(svg.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(stripped == "<svg width='1'><rect/></svg>")
  }

  @Test(arguments: ["", "PNG", "\u{89}PNG", "GIF89a", "RIFF0000WEBP", "%PDF-1.4"])
  func areRefusedWhereTheyCannotBeRead(text: String) {
    #expect(PictureMetadata.stripped(text.unicodeScalars.map { UInt8($0.value) }) == nil)
  }

  @Test func nothingBreaksOnFilesThatBreakOff() {
    let heads: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 4, 0x49, 0x44, 0x41, 0x54, 1, 2, 3, 4, 9, 9, 9, 9],
      [0xFF, 0xD8, 0xFF, 0xE1, 0, 20] + Array("Exif\0\0II*\0\u{8}\0\0\0\u{1}\0\u{12}".utf8),
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0xF7, 0, 0] + [UInt8](repeating: 7, count: 30),
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 3, 1],
    ]
    for head in heads {
      for count in 0...head.count { _ = PictureMetadata.stripped(Array(head[..<count])) }
    }
  }

  @Test func phrasesAreFoundThroughMarkupAndEscapes() {
    let matcher = PhraseMatcher(["Project Falcon", "AT&T"], isCaseSensitive: false, isWhole: false)
    for text in [
      "project <em>falcon</em>", "PROJECT%20Falcon", "project-falcon", "project&nbsp;falcon", "a&amp;t at&amp;t",
    ] {
      #expect(matcher.matches(in: Array(text.utf8)).count == 1, "\(text)")
    }
    #expect(matcher.matches(in: Array("a project of falcons".utf8)).isEmpty)
  }
}
