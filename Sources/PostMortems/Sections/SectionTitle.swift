/// A section's name stripped to what the alias table knows.
package enum SectionTitle {
  /// The role of a name as written, or nil.
  package static func role(of title: String) -> SectionRole? {
    let name = normalised(title)
    guard !name.isEmpty, name.utf8.count <= 120 else { return nil }
    if let role = SectionAliases.table[name] { return role }
    for shorter in shortened(name) {
      if let role = SectionAliases.table[shorter] { return role }
    }
    return isTimeline(name) ? .timeline : nil
  }

  /// Lower case; emoji, shortcodes, numbering, markup characters and closing punctuation removed; spaces single.
  package static func normalised(_ title: String) -> String {
    var words: [String] = []
    for word in title.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      if word.count > 2, word.first == ":", word.last == ":" { continue }
      words.append(cleaned(word))
    }
    if let first = words.first, isNumbering(first) { words.removeFirst() }
    var name = words.filter { !$0.isEmpty }.joined(separator: " ")
    while let last = name.last, ":?.!".contains(last) { name.removeLast() }
    while let first = name.first, "-–—:>".contains(first) || first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    return name
  }

  private static func cleaned(_ word: Substring) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "’", "‘": result.append("'")
      case "*", "`", "_", "#": break
      default:
        let isMark = scalar.value > 0x7F && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        if !isMark || "–—".unicodeScalars.contains(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// `1.`, `2)`, `3:`.
  private static func isNumbering(_ word: String) -> Bool {
    guard let last = word.last, ".):".contains(last) else { return false }
    return word.count > 1 && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
  }

  /// The name without what authors put behind it: a parenthesis, a dash or colon with more words, a leading article.
  private static func shortened(_ name: String) -> [String] {
    var results: [String] = []
    var base = name
    if let open = base.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "{" }), open != base.startIndex {
      let inside = base[base.index(after: open)...].prefix { !")]}".contains($0) }
      let behind = base[open...].drop { !")]}".contains($0) }.dropFirst()
      results.append(trimmed(base[..<open] + " " + inside))
      base = trimmed(base[..<open] + (behind.contains { $0.isLetter } ? behind : ""))
      results.append(base)
    }
    for separator in [" - ", " – ", " — ", ": ", ", ", " / ", " | "] {
      if let cut = base.firstRange(of: separator) { results.append(trimmed(base[..<cut.lowerBound])) }
    }
    for prefix in ["the ", "our ", "incident ", "post-mortem ", "postmortem "] where base.hasPrefix(prefix) {
      results.append(String(base.dropFirst(prefix.count)))
    }
    return results
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var result = String(text)
    while let last = result.last, " :.-–—".contains(last) { result.removeLast() }
    while let first = result.first, first == " " { result.removeFirst() }
    return result
  }

  /// Names such as `timeline (pdt), may 9 to 12, all times approximations`: the word leads, or ends a short name.
  private static func isTimeline(_ name: String) -> Bool {
    if name.hasPrefix("timeline") { return true }
    let words = name.prefix { $0 != "(" }.split(separator: " ")
    return words.count <= 4 && words.last == "timeline"
  }
}
