internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// The pattern of an id: its letters and marks with every digit as `0`, so that `PM-2021-004` and `PM-2019-014` are one.
enum IDShape {
  /// The shapes of the ids that authors gave; none of an id without letters, dash and digits, which any word may look like.
  static func all(in knowledgeBase: KnowledgeBase) -> Set<[UInt8]> {
    Set(knowledgeBase.postMortems.compactMap { $0.fields.id.flatMap { shape(of: $0.value.utf8) } })
  }

  static func shape(of word: some Sequence<UInt8>) -> [UInt8]? {
    let shape = word.map { $0.isDigit ? UInt8(ascii: "0") : $0.folded }
    let digits = shape.count { $0 == UInt8(ascii: "0") }
    guard digits >= 2, shape.contains(UInt8(ascii: "-")), shape.first?.isLetter == true,
      shape.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return shape
  }
}
