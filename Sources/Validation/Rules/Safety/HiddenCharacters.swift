internal import Diagnostics

/// A character that a reader cannot see: one without width, or one that turns the direction of the text.
struct HiddenCharacter {
  let span: SourceSpan
  let scalar: UInt32
  /// The number of its line.
  let line: Int
  /// Whether an ASCII letter or digit stands on both sides of it.
  let standsInWord: Bool
  var isDirectional: Bool { (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar) }

  /// `U+202E (right-to-left override)`.
  var name: String {
    let code = String(scalar, radix: 16, uppercase: true)
    let name = Unicode.Scalar(scalar)?.properties.name?.lowercased()
    return "U+\(String(repeating: "0", count: max(0, 4 - code.utf8.count)))\(code)" + (name.map { " (\($0))" } ?? "")
  }
}

enum HiddenCharacters {
  /// The embeddings, overrides and isolates of Unicode's bidirectional algorithm, and the zero-width spaces and joiners;
  /// a byte-order mark at the head of the file is none.
  static func all(in source: SourceFile) -> [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = source.hasByteOrderMark ? 3 : 0
      while index + 2 < bytes.count {
        guard bytes[index] == 0xE2 || bytes[index] == 0xEF, let scalar = scalar(at: index, in: bytes) else {
          index += 1
          continue
        }
        found.append(character(scalar, at: index, in: source))
        index += 3
      }
    }
    return found
  }

  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let (second, third) = (UInt32(bytes[index + 1]), UInt32(bytes[index + 2]))
    switch (bytes[index], second) {
    case (0xE2, 0x80), (0xE2, 0x81):
      let scalar = 0x2000 | (second & 0x3F) << 6 | (third & 0x3F)
      switch scalar {
      case 0x200B...0x200D, 0x2060, 0x202A...0x202E, 0x2066...0x2069: return scalar
      default: return nil
      }
    case (0xEF, 0xBB): return third == 0xBF ? 0xFEFF : nil
    default: return nil
    }
  }

  private static func character(_ scalar: UInt32, at index: Int, in source: SourceFile) -> HiddenCharacter {
    HiddenCharacter(
      span: SourceSpan(index, index + 3), scalar: scalar, line: source.line(at: index),
      standsInWord: isWord(from: index, step: -3, in: source.bytes) && isWord(from: index, step: 3, in: source.bytes))
  }

  /// Whether an ASCII letter or digit is what one sees next on a side, over more characters of the kind.
  private static func isWord(from index: Int, step: Int, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var place = index + step
      while abs(place - index) < 200, place >= 0, place + 2 < bytes.count, scalar(at: place, in: bytes) != nil {
        place += step
      }
      let neighbour = step < 0 ? place + 2 : place
      return bytes.indices.contains(neighbour) && (bytes[neighbour].isLetter || bytes[neighbour].isDigit)
    }
  }
}
