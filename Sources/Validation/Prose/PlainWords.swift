/// The words of a text in the form in which lists of words know them.
enum PlainWords {
  /// Lower case, apostrophes straight, everything else that is neither letter nor digit left out; at most the first
  /// 2,000 bytes are read.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func flush() {
      while word.last == apostrophe { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    let bytes = Array(text.utf8.prefix(2_000))
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isCurlyApostrophe(bytes, at: index) {
        if !word.isEmpty { word.append(apostrophe) }
        index += 3
        continue
      }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: word.append(byte)
      case apostrophe where !word.isEmpty: word.append(byte)
      default: flush()
      }
      index += 1
    }
    flush()
    return words
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isCurlyApostrophe(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  /// A set of the words of a literal, parted by blanks.
  static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init))
  }
}

extension Array where Element == String {
  /// The index of the first place where all words of a phrase follow each other.
  func firstIndex(ofPhrase phrase: [String]) -> Int? {
    guard let first = phrase.first, count >= phrase.count else { return nil }
    return (0...(count - phrase.count)).first {
      self[$0] == first && self[$0..<($0 + phrase.count)].elementsEqual(phrase)
    }
  }
}
