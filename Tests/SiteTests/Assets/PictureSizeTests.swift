import Site
import Testing

/// The sizes that pictures state of themselves.
@Suite struct PictureSizeTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 3, 0x20, 0, 0, 2, 0x58]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x20, 3, 0x58, 2]
  /// An application segment, padding, and the frame.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 2, 0x58, 3, 0x20, 3]
  private static func webp(_ chunk: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [0, 0, 0, 0] + rest
  }

  @Test(arguments: [
    png, gif, jpeg, webp("VP8X", [0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0]),
    webp("VP8L", [0x2F, 0x1F, 0xC3, 0x95, 0]), webp("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 0x20, 3, 0x58, 2]),
    Array("<?xml version=\"1.0\"?><!-- <svg --><svg\n width='800px' height=\"600\">".utf8),
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" viewBox=\"0 0 800 600\">".utf8),
  ])
  func readsWidthAndHeight(head: [UInt8]) throws {
    let size = try #require(PictureSize(head: head))
    #expect(size.width == 800)
    #expect(size.height == 600)
  }

  @Test(arguments: [png, gif, jpeg, webp("VP8X", [0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0])])
  func givesNothingForAFileThatIsCutShort(head: [UInt8]) {
    for length in 0..<(head.count - 4) { #expect(PictureSize(head: Array(head.prefix(length))) == nil) }
  }

  @Test(arguments: ["", "<html>", "<svg>", "<svg width=\"0\" height=\"3\">", "<svg viewBox=\"0 0 nan 1\">", "<svg "])
  func givesNothingForWhatStatesNoSize(text: String) {
    #expect(PictureSize(head: Array(text.utf8)) == nil)
  }
}
