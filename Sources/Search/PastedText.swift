/// Reduces a pasted log line or traceback to what it shares with the next one of its kind.
enum PastedText {
  /// Whether the text is pasted rather than typed: several lines (a field of one line shows ↵ for a break), or longer
  /// than anyone types.
  static func isPaste(_ text: [Unicode.Scalar]) -> Bool {
    if text.count > 160 { return true }
    guard let first = text.firstIndex(where: { !SearchQuery.isBlank($0) }),
      let last = text.lastIndex(where: { !SearchQuery.isBlank($0) })
    else { return false }
    return text[first...last].contains { $0 == "\n" || $0 == "↵" }
  }

  /// The text without numbers, addresses, times and other runs of digits, which differ from one occurrence to the next.
  ///
  /// A run of other characters than blanks is cut at anything that is no letter, digit, `_`, `-`, `.`, `:` or `/`;
  /// a piece is dropped if it starts with a digit and is no word of letters mostly, or is a hexadecimal number.
  static func masked(_ text: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var piece: [Unicode.Scalar] = []
    for scalar in text {
      if isInner(scalar) {
        piece.append(scalar)
      } else {
        if keeps(piece) { result.append(contentsOf: piece) }
        piece.removeAll(keepingCapacity: true)
        result.append(" ")
      }
    }
    if keeps(piece) { result.append(contentsOf: piece) }
    return String(result)
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return !SearchQuery.isBlank(scalar) }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "'": return true
    default: return false
    }
  }

  /// Whether at most a third of the piece are digits and it is no address.
  private static func keeps(_ piece: [Unicode.Scalar]) -> Bool {
    let digits = piece.count { ("0"..."9").contains($0) }
    if digits == 0 { return true }
    if piece.count > 2, piece[0] == "0", piece[1] == "x" { return false }
    if digits == piece.count, digits == 3, piece[0] == "4" || piece[0] == "5" { return true }
    return digits * 3 <= piece.count
  }

  /// The groups that tell most, in their order; words found nowhere are dropped.
  static func mostTelling(_ groups: [WordGroup]) -> [WordGroup] {
    let ranked = groups.indices.filter { !groups[$0].variants.isEmpty }
      .sorted { (groups[$1].weight, $0) < (groups[$0].weight, $1) }
    return ranked.prefix(24).sorted().map { groups[$0] }
  }
}
