/// Takes out of a picture what is not seen: where and with what it was made, comments, thumbnails.
enum PictureMetadata {
  /// The picture's bytes without metadata, the same where it has none; nil for a format of which we do not know where
  /// it keeps them, or a file that breaks off.
  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes) }
    if bytes.starts(with: Array("GIF8".utf8)) { return gif(bytes) }
    if bytes.count > 12, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) {
      return webp(bytes)
    }
    return ScalableMetadata.stripped(bytes)
  }

  // MARK: - PNG

  /// Chunks that change what is seen.
  private static let shownChunks: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL",
    "fcTL", "fdAT",
  ]

  private static func png(_ bytes: [UInt8]) -> [UInt8]? {
    var result = Array(bytes[..<8])
    var index = 8
    while index + 12 <= bytes.count {
      let length = number(bytes[index..<(index + 4)])
      let end = index + 12 + length
      guard end <= bytes.count else { return nil }
      let name = String(decoding: bytes[(index + 4)..<(index + 8)], as: UTF8.self)
      if shownChunks.contains(name) { result += bytes[index..<end] }
      if name == "IEND" { return result }
      index = end
    }
    return nil
  }

  // MARK: - JPEG

  /// Keeps what decoders need, the colour profile, and the way up.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = [0xFF, 0xD8]
    var index = 2
    while index + 2 <= bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xD9 { return result + [0xFF, 0xD9] }
      guard index + 4 <= bytes.count else { return nil }
      let end = index + 2 + number(bytes[(index + 2)..<(index + 4)])
      guard end <= bytes.count, end >= index + 4 else { return nil }
      let content = bytes[(index + 4)..<end]
      switch marker {
      case 0xE1: result += turned(orientation(content))
      case 0xE0 where content.starts(with: "JFIF".utf8), 0xE2 where content.starts(with: "ICC_PROFILE".utf8), 0xEE:
        result += bytes[index..<end]
      case 0xE0...0xEF, 0xFE: break
      default: result += bytes[index..<end]
      }
      index = end
      guard marker == 0xDA else { continue }
      let start = index
      index = endOfScan(bytes, from: index)
      result += bytes[start..<index]
    }
    return nil
  }

  /// The next marker that is neither a stuffed byte nor a restart.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF, bytes[index + 1] != 0, !(0xD0...0xD7).contains(bytes[index + 1]) { return index }
      index += 1
    }
    return bytes.count
  }

  /// Tag 0x0112 of the first directory of an Exif block; 1 where it says nothing.
  private static func orientation(_ content: ArraySlice<UInt8>) -> UInt8 {
    guard content.count > 14, content.starts(with: Array("Exif\0\0".utf8)) else { return 1 }
    let block = Array(content.dropFirst(6))
    let isLittle = block[0] == UInt8(ascii: "I")
    let read = { (at: Int, size: Int) -> Int? in
      guard at >= 0, at + size <= block.count else { return nil }
      return number(isLittle ? ArraySlice(block[at..<(at + size)].reversed()) : block[at..<(at + size)])
    }
    guard let first = read(4, 4), let count = read(first, 2) else { return 1 }
    for entry in 0..<min(count, 200) {
      let at = first + 2 + entry * 12
      if read(at, 2) == 0x0112, let value = read(at + 8, 2), (1...8).contains(value) { return UInt8(value) }
    }
    return 1
  }

  /// An Exif block that says nothing but which way is up; empty where the picture stands upright.
  private static func turned(_ orientation: UInt8) -> [UInt8] {
    guard orientation != 1 else { return [] }
    return [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
      + [orientation, 0, 0, 0, 0, 0, 0]
  }

  // MARK: - GIF

  private static func gif(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 13 else { return nil }
    var index = 13 + colours(bytes[10])
    guard index <= bytes.count else { return nil }
    var result = Array(bytes[..<index])
    while index + 1 < bytes.count {
      let start = index
      var isShown = true
      switch bytes[index] {
      case 0x21:
        let isLoop = bytes[(index + 2)...].dropFirst().starts(with: "NETSCAPE2.0".utf8)
        isShown = bytes[index + 1] == 0xF9 || bytes[index + 1] == 0x01 || bytes[index + 1] == 0xFF && isLoop
        index += 2
      case 0x2C:
        guard index + 10 < bytes.count else { return nil }
        index += 11 + colours(bytes[index + 9])
      case 0x3B: return result + [0x3B]
      default: return nil
      }
      while index < bytes.count, bytes[index] != 0 { index += 1 + Int(bytes[index]) }
      index += 1
      guard index <= bytes.count else { return nil }
      if isShown { result += bytes[start..<index] }
    }
    return index < bytes.count && bytes[index] == 0x3B ? result + [0x3B] : nil
  }

  /// Bytes of the table of colours that a packed field announces.
  private static func colours(_ packed: UInt8) -> Int { packed & 0x80 == 0 ? 0 : 3 << (Int(packed & 7) + 1) }

  // MARK: - WebP

  private static func webp(_ bytes: [UInt8]) -> [UInt8]? {
    var chunks: [UInt8] = []
    var index = 12
    while index + 8 <= bytes.count {
      let size = number(ArraySlice(bytes[(index + 4)..<(index + 8)].reversed()))
      let end = index + 8 + size + size % 2
      guard end <= bytes.count else { return nil }
      let name = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
      var chunk = Array(bytes[index..<end])
      if name == "VP8X", chunk.count > 8 { chunk[8] &= ~0x0C }
      if ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"].contains(name) { chunks += chunk }
      index = end
    }
    let size = chunks.count + 4
    let length = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    return Array("RIFF".utf8) + length + Array("WEBP".utf8) + chunks
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
