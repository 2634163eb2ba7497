/// A light English stemmer: plurals, participles, `-ly`, `-ment`, `-ion`, so that `expired` finds `expires`.
///
/// Words are indexed as they are written; the stem only groups the words that one query word stands for. A stem
/// without a final `i` is a prefix of every word that has it, which is how the group is found in a sorted list.
enum Stemmer {
  /// The stem of a folded word; words of other letters than a–z and words of fewer than four letters are their own.
  static func stem(_ word: some Collection<UInt8>) -> [UInt8] {
    var stem = Array(word)
    guard stem.count >= 4, stem.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return stem }
    removePlural(from: &stem)
    removeParticiple(from: &stem)
    if stem.count >= 6, stem.ends(with: ly) { stem.removeLast(2) }
    if stem.count >= 8, stem.ends(with: ment) { stem.removeLast(4) }
    if stem.count >= 7, stem.ends(with: tion) || stem.ends(with: sion) { stem.removeLast(3) }
    if stem.ends(with: urat) { stem.removeLast(2) }
    if stem.count >= 4, stem.last == 0x65 { stem.removeLast() }
    if stem.count >= 4, stem.last == 0x79, !isVowel(stem[stem.count - 2]) { stem[stem.count - 1] = 0x69 }
    return stem
  }

  /// What every word with this stem begins with.
  static func commonPrefix(of stem: [UInt8]) -> [UInt8] {
    stem.last == 0x69 ? stem.dropLast() : stem
  }

  private static let ies = Array("ies".utf8)
  private static let hissing = ["sses", "shes", "ches", "xes", "zes"].map { Array($0.utf8) }
  private static let keptS = ["ss", "us", "is"].map { Array($0.utf8) }
  private static let ing = Array("ing".utf8)
  private static let ed = Array("ed".utf8)
  private static let ly = Array("ly".utf8)
  private static let ment = Array("ment".utf8)
  private static let tion = Array("tion".utf8)
  private static let sion = Array("sion".utf8)
  private static let urat = Array("urat".utf8)

  private static func removePlural(from word: inout [UInt8]) {
    if word.count > 4, word.ends(with: ies) {
      word.removeLast(2)
      word[word.count - 1] = 0x79
    } else if hissing.contains(where: word.ends) {
      word.removeLast(2)
    } else if word.last == 0x73, !keptS.contains(where: word.ends) {
      word.removeLast()
    }
  }

  private static func removeParticiple(from word: inout [UInt8]) {
    let length = word.ends(with: ing) ? 3 : word.ends(with: ed) ? 2 : 0
    guard length > 0, word.count - length >= 3 else { return }
    if length == 2, word[word.count - 3] == 0x65 { return }
    guard word.dropLast(length).contains(where: isVowel) else { return }
    word.removeLast(length)
    let last = word[word.count - 1]
    if last == word[word.count - 2], !isVowel(last), last != 0x6C, last != 0x73, last != 0x7A { word.removeLast() }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }
}
