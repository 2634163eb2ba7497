internal import Statistics

/// How much a word that stands in some of the documents tells two of them from the rest.
struct Rarity: Sendable {
  private let documents: Int
  private let scale: Double

  init(documents: Int) {
    self.documents = documents
    scale = 1 / naturalLog(Double(max(documents, 4)) / 2)
  }

  /// 1 for a word of two documents, 0 for one of half of them or more, on a logarithmic scale between: the inverse
  /// document frequency of Spärck Jones (1972), taken relative to its maximum so that it means the same in a small
  /// knowledge base and in a large one.
  func of(_ frequency: Int32) -> Float {
    guard documents > 2 else { return frequency <= 2 ? 1 : 0 }
    if Int(frequency) * 2 > documents, frequency > 2 { return 0 }
    return Float(max(0, naturalLog(Double(documents) / Double(max(2, frequency))) * scale))
  }

  /// 0…1: how far so few documents can tell a rare word from a common one. Never less than 0.7: among 4 to 16 public
  /// post-mortems put together at random, pairs that score 0.29 with it are of one cause far more often than not.
  var confidence: Float { max(0.7, Float(documents) / Float(documents + 10)) }
}
