/// The kinds of failure that operations people name in many words: what fails, and how it fails.
///
/// Two reports on one cause seldom share their words: one speaks of an expired cert, the other of a TLS certificate that
/// nobody renewed. Each mode gathers the words of one notion, and a document is described by the modes it dwells on.
enum FailureModes {
  /// The most modes that a mask or a vector holds.
  static let capacity = 64

  /// The modes' names, by number.
  static var names: [String] { table.names }

  /// Number of the mode of a word, by its stem; nil for a word of no mode.
  static func mode(of stem: UInt64) -> Int? { table.words[stem] }

  /// Number of the mode of two words that follow each other.
  static func mode(of first: UInt64, _ second: UInt64) -> Int? { table.pairs[WordHash.joined(first, second)] }

  /// Whether a word begins a phrase of two.
  static func beginsPair(_ stem: UInt64) -> Bool { table.heads.contains(stem) }

  private struct Table {
    var names: [String] = []
    var words = StemTable()
    var pairs = StemTable()
    var heads = StemTable()

    init(_ lines: [Substring]) {
      for line in lines.prefix(FailureModes.capacity) {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let number = names.count
        names.append(line[..<colon].split(whereSeparator: \.isWhitespace).joined(separator: " "))
        for phrase in line[line.index(after: colon)...].split(separator: ",") {
          add(phrase.split(separator: " ").map { Stem.hash(of: String($0)) }, number)
        }
      }
    }

    private mutating func add(_ stems: [UInt64], _ number: Int) {
      if stems.count == 1 { words.insert(stems[0], number) }
      guard stems.count == 2 else { return }
      pairs.insert(WordHash.joined(stems[0], stems[1]), number)
      heads.insert(stems[0], 0)
    }
  }

  private static let table = Table(FailureModeTable.text.split(separator: "\n"))
}
