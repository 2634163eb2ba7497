/// How large a picture is, in pixels, as its own header says.
package struct PictureSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// How much of a file has to be read: a JPEG may carry its metadata in front of its size.
  package static let headLength = 1 << 18

  private init?(_ width: Int?, _ height: Int?) {
    guard let width, let height, (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads PNG, JPEG, GIF, WebP and SVG; nil for whatever is none of them, broken, or of no stated size.
  ///
  /// - Parameter head: the first bytes of the file, `headLength` of them where it is as long.
  package init?(head: [UInt8]) {
    let bytes = PictureBytes(head)
    if bytes.starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init(bytes.big(4, at: 16), bytes.big(4, at: 20))
    } else if bytes.starts("GIF8".utf8) {
      self.init(bytes.little(2, at: 6), bytes.little(2, at: 8))
    } else if bytes.starts([0xFF, 0xD8]) {
      guard let frame = bytes.jpegFrame else { return nil }
      self.init(bytes.big(2, at: frame + 7), bytes.big(2, at: frame + 5))
    } else if bytes.starts("RIFF".utf8), bytes.has("WEBP", at: 8) {
      self.init(webp: bytes)
    } else if let size = ScalablePicture.size(head) {
      self.init(size.width, size.height)
    } else {
      return nil
    }
  }

  /// Source: RFC 9649, sections 2.5 to 2.7.
  private init?(webp bytes: PictureBytes) {
    if bytes.has("VP8X", at: 12) {
      self.init(bytes.little(3, at: 24).map { $0 + 1 }, bytes.little(3, at: 27).map { $0 + 1 })
    } else if bytes.has("VP8L", at: 12) {
      let bits = bytes.little(4, at: 21)
      self.init(bits.map { ($0 & 0x3FFF) + 1 }, bits.map { ($0 >> 14 & 0x3FFF) + 1 })
    } else if bytes.has("VP8 ", at: 12) {
      self.init(bytes.little(2, at: 26).map { $0 & 0x3FFF }, bytes.little(2, at: 28).map { $0 & 0x3FFF })
    } else {
      return nil
    }
  }
}

/// Numbers and marks in a picture's header; nil behind its end.
private struct PictureBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func starts(_ mark: some Sequence<UInt8>) -> Bool { bytes.starts(with: mark) }

  func has(_ mark: String, at offset: Int) -> Bool { bytes.dropFirst(offset).starts(with: mark.utf8) }

  func big(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the first frame header begins (ITU T.81, B.2.2): markers C0 to CF but for C4, C8 and CC.
  var jpegFrame: Int? {
    var index = 2
    while index + 3 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
      } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return index
      } else if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        index += 2
      } else {
        guard let length = big(2, at: index + 2), length >= 2 else { return nil }
        index += 2 + length
      }
    }
    return nil
  }
}
