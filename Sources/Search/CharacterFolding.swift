/// Makes letters comparable: no case, no diacritics, full-width forms as ASCII.
///
/// The tables travel to the browser inside the index, so that both sides fold alike whatever their Unicode version.
enum CharacterFolding {
  /// The base letter of U+00C0…U+024F; `-` keeps the lower-cased letter, a blank separates words, capitals stand for two.
  static let latin = Array(
    ("aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii"
      + "iiIIjjkkkllllll--llnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb------cc--------ff----ikk----"
      + "--oo-------------uu-------------------DDDLLLNNNaaiioouuuuuuuuuu-aaaaAA--ggkkoooo--jDDDgg--nnaaAAooaaaaeeeeiiii"
      + "oooorrrruuuusstt--hh------aaeeooooooooyy---------------b------------").utf8)
  /// The same of U+1E00…U+1EFF.
  static let latinAdditional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrsssssssssstttttt"
      + "ttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy-s--S-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooo"
      + "oooooouuuuuuuuuuuuuuyyyyyyyy------").utf8)
  static let digraphs: [(code: UInt8, letters: String)] = [
    (0x53, "ss"), (0x41, "ae"), (0x4F, "oe"), (0x54, "th"), (0x49, "ij"), (0x44, "dz"), (0x4C, "lj"), (0x4E, "nj"),
  ]
  /// Greek and Cyrillic letters and the base they are compared by, alternating.
  static let pairs = "άαέεήηίιόούυώωϊιϋυΐιΰυςσёе"

  private static let pairTable: [UInt32: Unicode.Scalar] = {
    let scalars = Array(pairs.unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0].value, scalars[$0 + 1]) })
  }()

  /// The text as bytes in which every byte ≥ 0x80 belongs to a letter to keep and letters of ASCII have their case.
  static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      if !bytes.contains(where: { $0 >= 0x80 }) { return Array(bytes) }
      return folded(bytes)
    }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        result.append(byte)
        index += 1
      } else {
        let (scalar, length) = decode(bytes, at: index)
        append(scalar, to: &result)
        index += length
      }
    }
    return result
  }

  /// The scalar that starts at `index` of well-formed UTF-8 and its length in bytes.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    func tail(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    switch value {
    case 0x00AD, 0x0300...0x036F, 0x200B...0x200D, 0xFE0F, 0xFEFF: break
    case 0x00C0...0x024F: append(base: latin[Int(value - 0xC0)], of: value, to: &result)
    case 0x1E00...0x1EFF: append(base: latinAdditional[Int(value - 0x1E00)], of: value, to: &result)
    case 0x2010, 0x2011: result.append(0x2D)
    case 0x2019: result.append(0x27)
    case 0xFF01...0xFF5E: result.append(UInt8(value - 0xFEE0))
    case 0x10000...: result.append(0x20)
    default: appendLetter(value, to: &result)
    }
  }

  /// Keeps the case: it tells where the words of a name begin.
  private static func append(base: UInt8, of value: UInt32, to result: inout [UInt8]) {
    if base == 0x2D { return appendLetter(value, to: &result) }
    let start = result.count
    if base == 0x20 || base >= 0x61 { result.append(base) }
    for digraph in digraphs where digraph.code == base { result.append(contentsOf: digraph.letters.utf8) }
    guard base != 0x20, let scalar = Unicode.Scalar(value), scalar.properties.lowercaseMapping != String(scalar) else {
      return
    }
    for index in start..<result.count { result[index] -= 0x20 }
  }

  private static func appendLetter(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), isWordScalar(scalar) else {
      result.append(0x20)
      return
    }
    if isUnsegmented(value) {
      result.append(contentsOf: String(Character(scalar)).utf8)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(lower.value) {
      result.append(contentsOf: String(Character(pairTable[lower.value] ?? lower)).utf8)
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Whether the script is written without blanks between words, or needs parts of words to be found by: these are
  /// indexed by pairs of letters.
  static func isUnsegmented(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0EFF, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF:
      true
    default: false
    }
  }
}
