import Testing

@testable import RPC

/// How a stream that arrives in pieces becomes messages.
@Suite struct MessageReaderTests {
  private func frames(_ framing: MessageFraming, _ text: String, piece: Int, limit: Int = 1000) -> [MessageReader.Frame]
  {
    var reader = MessageReader(framing, limit: limit)
    var frames: [MessageReader.Frame] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.append(bytes[start..<min(start + piece, bytes.count)])
      while let frame = reader.next() { frames.append(frame) }
    }
    if let frame = reader.last() { frames.append(frame) }
    return frames
  }

  private func message(_ text: String) -> MessageReader.Frame { .message(Array(text.utf8)) }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func readsLinesWhateverThePieces(piece: Int) {
    #expect(
      frames(.lines, "{}\n\r\n[1]\n  \n\"ö\"", piece: piece) == [message("{}"), message("[1]"), message("\"ö\"")])
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func readsCountedMessagesWhateverThePieces(piece: Int) {
    let text = "Content-Length: 4\r\nContent-Type: x\r\n\r\n\"ö\"content-length:2\n\n{}"
    #expect(frames(.contentLength, text, piece: piece) == [message("\"ö\""), message("{}")])
  }

  @Test(arguments: [1, 4, 1000])
  func throwsAwayAMessageThatIsTooLongAndReadsTheNext(piece: Int) {
    let long = String(repeating: "x", count: 20)
    let broken = MessageReader.Frame.broken("a message of more than 10 bytes")
    #expect(frames(.lines, "\(long)\n{}\n", piece: piece, limit: 10) == [broken, message("{}")])
    let counted = "Content-Length: 20\r\n\r\n\(long)Content-Length: 2\r\n\r\n{}"
    #expect(frames(.contentLength, counted, piece: piece, limit: 10) == [broken, message("{}")])
  }

  @Test(arguments: ["Content-Length: x", "Content-Length: -4", "Content-Length: 99999999999999999999", "Length: 2"])
  func goesOnBehindAHeaderWithoutALength(header: String) {
    let text = "\(header)\r\n\r\nContent-Length: 2\r\n\r\n{}"
    #expect(
      frames(.contentLength, text, piece: 3) == [.broken("a header without a Content-Length"), message("{}")])
  }

  @Test func endsInTheMiddleOfAMessage() {
    #expect(
      frames(.contentLength, "Content-Length: 9\r\n\r\n{}", piece: 5) == [.broken("the stream ends in a message")])
    #expect(frames(.lines, "", piece: 1) == [])
  }

  @Test func whatOneFramingWritesItReads() {
    for framing in [MessageFraming.lines, .contentLength] {
      let text = String(decoding: framing.framed("{}".utf8) + framing.framed("\"é\"".utf8), as: UTF8.self)
      #expect(frames(framing, text, piece: 2) == [message("{}"), message("\"é\"")])
    }
  }
}
