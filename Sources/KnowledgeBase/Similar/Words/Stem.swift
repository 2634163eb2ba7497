/// Cuts the endings of English words in place, so that `expired` and `expires` count as one word.
///
/// One pass of the commonest inflections, less than Porter's algorithm does: what is compared is the hash of what stays,
/// and a stem that is cut too far only joins two words that begin alike.
enum Stem {
  /// The longest word that is read; longer ones are left whole.
  static let limit = 64

  /// - Parameter word: lower-case bytes, changed in place.
  /// - Returns: how many of them are the stem.
  static func cut(_ word: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int {
    guard count > 3, word[count - 1] < 0x80 else { return count }
    var length = count - ending(word, count)
    if length < count, length > 3, word[length - 1] == word[length - 2], !keepsDouble(word[length - 1]) { length -= 1 }
    if length > 3, word[length - 1] == UInt8(ascii: "e") { length -= 1 }
    if length > 3, word[length - 1] == UInt8(ascii: "y") { word[length - 1] = UInt8(ascii: "i") }
    return length
  }

  /// How many bytes of the ending are cut: the longest that leaves three.
  private static func ending(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    func has(_ ending: StaticString) -> Bool {
      let start = count - ending.utf8CodeUnitCount
      guard start >= 3 else { return false }
      for offset in 0..<ending.utf8CodeUnitCount where word[start + offset] != ending.utf8Start[offset] {
        return false
      }
      return true
    }
    switch word[count - 1] {
    case UInt8(ascii: "g"): return has("ing") ? 3 : 0
    case UInt8(ascii: "d"): return has("ed") ? 2 : 0
    case UInt8(ascii: "y"): return has("ingly") ? 5 : has("edly") ? 4 : has("ly") ? 2 : 0
    case UInt8(ascii: "s"):
      if has("ings") { return 4 }
      if has("es") { return 2 }
      return has("s") && word[count - 2] != UInt8(ascii: "s") ? 1 : 0
    default: return 0
    }
  }

  private static func keepsDouble(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "l") || byte == UInt8(ascii: "s") || byte == UInt8(ascii: "z")
  }

  /// The hash of a phrase's only word, for tables that are written in words.
  static func hash(of word: String) -> UInt64 {
    var bytes = Array(word.lowercased().utf8)
    return bytes.withUnsafeMutableBufferPointer { WordHash.of($0, count: cut($0, count: $0.count)) }
  }
}

/// FNV-1a over bytes, with sixty-four bits: two of a million words share one less than once in ten million cases.
enum WordHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: UnsafeMutableBufferPointer<UInt8>, count: Int) -> UInt64 {
    var state = start
    for index in 0..<count { state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return state
  }

  static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    ((first &* 0x9e37_79b9_7f4a_7c15) ^ second) &* 0x100_0000_01b3
  }
}
