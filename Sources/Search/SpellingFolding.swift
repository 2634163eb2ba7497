/// Lets British and American spellings of a word be one term.
struct SpellingFolding: Sendable {
  private let replacements: [(from: [UInt8], to: [UInt8])]
  /// The first two letters of every replaced beginning, 26 times the first and the second.
  private var beginnings = [Bool](repeating: false, count: 26 * 26)

  static let shared = SpellingFolding()

  private init() {
    replacements = stride(from: 0, to: Lexicon.spellings.count, by: 2).map {
      (Array(Lexicon.spellings[$0].utf8), Array(Lexicon.spellings[$0 + 1].utf8))
    }
    for (from, _) in replacements { beginnings[Int(from[0] - 0x61) * 26 + Int(from[1] - 0x61)] = true }
  }

  /// Whether a lower-case word of five letters or more could be spelt otherwise: no for most, at the cost of a look.
  @inline(__always)
  func mayApply(to word: UnsafeBufferPointer<UInt8>) -> Bool {
    let (first, second) = (Int(word[0]) - 0x61, Int(word[1]) - 0x61)
    if first >= 0, first < 26, second >= 0, second < 26, beginnings[first * 26 + second] { return true }
    guard word.count >= 7 else { return false }
    // All endings hold a z or a double l among their last nine letters.
    for offset in max(1, word.count - 9)..<word.count {
      if word[offset] == 0x7A || word[offset] == 0x6C && word[offset - 1] == 0x6C { return true }
    }
    return false
  }

  /// Rewrites a lower-case word in place and returns its new length, at most eight more.
  func apply(to buffer: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int {
    var word = Array(buffer[..<count])
    replaceBeginning(of: &word)
    if word.count >= 7 { replaceEnding(of: &word) }
    for (offset, byte) in word.enumerated() { buffer[offset] = byte }
    return word.count
  }

  private func replaceBeginning(of word: inout [UInt8]) {
    for (from, to) in replacements where word.starts(with: from) {
      word.replaceSubrange(0..<from.count, with: to)
      return
    }
  }

  /// `-ize` and `-yze` become `-ise` and `-yse` (the reverse would need a list of exceptions), `-elled` `-eled`.
  private func replaceEnding(of word: inout [UInt8]) {
    let count = word.count
    for ending in SpellingFolding.zEndings where word.ends(with: ending) {
      let z = count - ending.count
      if word[z - 1] == 0x69 || word[z - 1] == 0x79, z >= 3 { word[z] = 0x73 }
      return
    }
    for ending in SpellingFolding.doubledEndings where word.ends(with: ending) {
      word.remove(at: count - ending.count + 1)
      return
    }
  }

  /// Endings that begin with the `z` of `-ize`.
  private static let zEndings = ["ze", "zes", "zed", "zer", "zers", "zing", "zation", "zations"].map { Array($0.utf8) }
  private static let doubledEndings = ["elled", "elling", "eller", "ellers"].map { Array($0.utf8) }
}

extension [UInt8] {
  @inline(__always)
  func ends(with ending: [UInt8]) -> Bool {
    guard count >= ending.count else { return false }
    var offset = count - ending.count
    for byte in ending {
      if self[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}
