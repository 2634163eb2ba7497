/// Tells names of people and teams from other short texts.
enum OwnerNames {
  /// Whether a text is nothing but names: `@edge`, `Paul/Alex`, `Hypha + ICL`, `Platform Team and SRE`.
  ///
  /// A name has at most three words, each with a capital, none of which names a kind of work.
  static func areNames(_ text: some StringProtocol) -> Bool {
    let parts = parts(of: String(text))
    return !parts.isEmpty && parts.count <= 6 && parts.allSatisfy(isName)
  }

  /// The names without `@` and emphasis, joined by `, `; what an owner's value is.
  static func value(_ text: some StringProtocol) -> String {
    // One word of letters, the commonest, is as it stands.
    let name = text.utf8.first == UInt8(ascii: "@") ? text.utf8.dropFirst() : text.utf8[...]
    if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) {
      return String(decoding: name, as: UTF8.self)
    }
    let parts = parts(of: String(text))
    guard parts.count > 1, parts.allSatisfy(isName) else { return bare(text) }
    return parts.map { bare($0) }.joined(separator: ", ")
  }

  private static func bare(_ text: some StringProtocol) -> String {
    var result = ""
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      var bare = word.drop { $0 == "@" || $0 == "*" || $0 == "_" }
      while let last = bare.last, "*_,;.".contains(last), !(last == "." && bare.count <= 2) { bare.removeLast() }
      guard !bare.isEmpty else { continue }
      if !result.isEmpty { result += word.first == "@" && !result.hasSuffix(" and") ? ", " : " " }
      result += bare
      if word.last == ",", !result.hasSuffix(",") { result += "," }
    }
    while let last = result.last, ", ".contains(last) { result.removeLast() }
    return result.replacingDoubledCommas
  }

  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      if word == "and" || word == "&" || word == "+" || word == "/" || word == "," {
        parts.append(current)
        current = ""
        continue
      }
      var piece = ""
      for character in word {
        if "/&+,".contains(character) {
          parts.append(current + (current.isEmpty || piece.isEmpty ? "" : " ") + piece)
          current = ""
          piece = ""
        } else {
          piece.append(character)
        }
      }
      if !piece.isEmpty { current += (current.isEmpty ? "" : " ") + piece }
    }
    parts.append(current)
    return parts.filter { !$0.isEmpty }
  }

  private static func isName(_ part: String) -> Bool {
    let words = part.split(separator: " ")
    guard (1...3).contains(words.count) else { return false }
    if words.count == 1, part.hasPrefix("@"), part.utf8.count > 1 { return true }
    if words.count > 1, let last = words.last?.lowercased(), ["team", "squad", "crew"].contains(last) {
      return words.dropLast().allSatisfy(isCapitalised)
    }
    return words.enumerated().allSatisfy { index, word in
      isCapitalised(word) && !ActionVocabulary.categories.contains(word.lowercased())
        && !(index == 0 && words.count > 1 && ActionVocabulary.verbs.contains(word.lowercased()))
    } && !isVerbAlone(words)
  }

  private static func isVerbAlone(_ words: [Substring]) -> Bool {
    words.count == 1 && words.allSatisfy { ActionVocabulary.verbs.contains($0.lowercased()) && $0 != $0.uppercased() }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "." || $0 == "'" || $0 == "’" || $0 == "-"
    }
  }

  /// Whether a word has a capital after a small letter, as products have and people rarely do: `BinderHub`.
  static func looksLikeProduct(_ text: some StringProtocol) -> Bool {
    var previousIsLower = false
    for scalar in text.unicodeScalars {
      if previousIsLower, scalar.properties.isUppercase { return true }
      previousIsLower = scalar.properties.isLowercase
    }
    return false
  }
}

extension String {
  fileprivate var replacingDoubledCommas: String {
    var result = ""
    for character in self where !(character == "," && result.last == ",") { result.append(character) }
    return result
  }
}
