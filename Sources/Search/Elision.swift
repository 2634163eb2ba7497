/// Elided articles and pronouns of French and Italian, which are no part of the word that people search for:
/// `l'erreur`, `qu'une`, `dell'errore`.
enum Elision {
  private static let elided = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "nell", "sull", "all",
    "un",
  ].map { Array($0.utf8) }
  private static let sounds = Set("aeiouyh".utf8)

  /// The rest of a folded word that begins with an elision and goes on, at least two letters long, as one would.
  static func removed(from word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let mark = word.prefix(7).firstIndex(of: 0x27), mark > 0, mark + 2 < word.count,
      sounds.contains(ByteClass.lowered(word[mark + 1]))
    else { return word }
    let isElided = elided.contains { $0.elementsEqual(word[..<mark].lazy.map(ByteClass.lowered)) }
    return isElided ? UnsafeBufferPointer(rebasing: word[(mark + 1)...]) : word
  }
}
