/// What a section's name says that it is for.
struct SectionMatch: Hashable {
  enum Certainty: Hashable {
    /// The name is in the table of those that real post-mortems have.
    case alias
    /// The name's head word or the question it asks tells.
    case head
    /// A word that also means other things: it counts while no other section has the role.
    case weak
  }

  let role: SectionRole
  let certainty: Certainty
}

/// A section's name stripped to what the alias table and the vocabulary know.
package enum SectionTitle {
  /// The role of a name as written, or nil.
  package static func role(of title: String) -> SectionRole? {
    match(title).flatMap { $0.certainty == .weak ? nil : $0.role }
  }

  /// The role of a name that is nothing but one of the names in the table; what a document's title is held to.
  package static func exactRole(of title: String) -> SectionRole? { SectionAliases.table[normalised(title)] }

  /// Whether a name asks something; a bold question is one of a list of questions more often than it is a section.
  static func isQuestion(_ title: String) -> Bool {
    SectionAliases.table[normalised(title)] == nil && SectionQuestion(words(of: normalised(title))) != nil
  }

  static func match(_ title: String) -> SectionMatch? {
    let name = normalised(title.utf8.count > 80 ? firstClause(of: title) : title)
    guard !name.isEmpty, name.utf8.count <= 120 else { return nil }
    if let role = SectionAliases.table[name] { return SectionMatch(role: role, certainty: .alias) }
    if name.contains("all times") { return SectionMatch(role: .timeline, certainty: .alias) }
    for shorter in shortened(name) {
      if let role = SectionAliases.table[shorter] { return SectionMatch(role: role, certainty: .alias) }
    }
    if isTimeline(name) { return SectionMatch(role: .timeline, certainty: .alias) }
    return read(name)
  }

  /// What each part of a name says that holds several, `Impact and detection`; none for a name that is one of the table's.
  static func rolesOfParts(_ title: String) -> [SectionRole] {
    let name = normalised(title)
    guard name.utf8.count <= 80, SectionAliases.table[name] == nil else { return [] }
    let marks: Set<Character> = ["(", "[", ":", "|", "–", "—"]
    let parts = phrases(of: String(name.prefix { !marks.contains($0) }))
    guard (2...4).contains(parts.count) else { return [] }
    return parts.compactMap { part in match(part).flatMap { $0.certainty == .weak ? nil : $0.role } }
  }

  /// A long name up to its first bracket, comma or full stop: questionnaires explain what they ask for.
  private static func firstClause(of title: String) -> String {
    var words: [Substring] = []
    for word in title.split(whereSeparator: \.isWhitespace) {
      if word.first == "(" { break }
      words.append(word)
      if let last = word.last, words.count > 3, ".,;:".contains(last) { break }
    }
    let name = words.joined(separator: " ")
    return name.last.map { ",;".contains($0) } ?? false ? String(name.dropLast()) : name
  }

  /// The role that the words of a name tell, question or noun phrase by noun phrase.
  private static func read(_ name: String) -> SectionMatch? {
    let words = words(of: name)
    // `Good, bad, lucky` looks back.
    if words.count >= 2, words.allSatisfy({ judgements.contains($0) }) {
      return SectionMatch(role: .lessonsLearned, certainty: .head)
    }
    if isBareIncident(words) { return SectionMatch(role: .summary, certainty: .weak) }
    if let question = SectionQuestion(words) { return question.match }
    if let clause = SectionClause(words).match { return clause }
    var weak: SectionMatch?
    // What stands in brackets behind a name of its own is an aside.
    let outside = name.prefix { $0 != "(" && $0 != "[" }
    let isAside = outside.split(separator: " ").count >= 3
    for phrase in phrases(of: name) {
      guard let match = SectionPhrase(Self.words(of: phrase)).match else { continue }
      if match.certainty != .weak, !isAside || outside.contains(phrase) { return match }
      weak = weak ?? SectionMatch(role: match.role, certainty: .weak)
    }
    return weak
  }

  /// `Der Vorfall`, `L'incident`, `About the outage`: nothing but the thing itself.
  private static func isBareIncident(_ words: [String]) -> Bool {
    let rest = words.drop { articles.contains($0) }
    return words.count <= 4 && rest.count == 1 && rest.allSatisfy { incidents.contains($0) }
  }

  private static let articles: Set<String> = [
    "about", "the", "this", "key", "der", "die", "das", "zum", "l", "le", "la", "les", "el", "los", "lo", "o", "os",
    "il",
    "i", "het", "de", "zu",
  ]
  private static let incidents: Set<String> = [
    "incident", "incidente", "vorfall", "storung", "ausfall", "panne", "storing", "guasto", "outage", "facts", "faits",
    "hechos", "fatos", "fatti", "fatto", "feiten", "fakten", "sucedido", "ocurrido", "acontecido", "accaduto",
    "gebeurde",
    "probleme",
  ]

  private static let judgements: Set<String> = ["the", "and", "good", "bad", "ugly", "lucky", "luck", "well", "badly"]

  /// A name's words, folded, without the number in front: `4. Maßnahmen` is `massnahmen`.
  private static func words(of name: String) -> [String] {
    guard name.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 }) else { return [] }
    let folded = Slug.make(name).split(separator: "-").map(String.init)
    return Array(folded.drop { $0.allSatisfy(\.isNumber) })
  }

  /// The parts between `and`, slashes, dashes and brackets.
  private static func phrases(of name: String) -> [String] {
    var phrases: [String] = []
    var current: [Substring] = []
    func flush() {
      if !current.isEmpty { phrases.append(current.joined(separator: " ")) }
      current = []
    }
    let marks: Set<Character> = ["/", "&", "+", ",", ":", "(", ")", "[", "]", "|", "–", "—", ";"]
    for word in name.split(separator: " ") {
      if ["and", "und", "et", "y", "en", "e", "or", "-"].contains(word) {
        flush()
        continue
      }
      for piece in word.split(maxSplits: 8, omittingEmptySubsequences: false, whereSeparator: { marks.contains($0) })
        .enumerated()
      {
        if piece.offset > 0 { flush() }
        if !piece.element.isEmpty { current.append(piece.element) }
      }
    }
    flush()
    return phrases
  }

  /// Lower case; emoji, shortcodes, numbering, markup characters and closing punctuation removed; spaces single.
  package static func normalised(_ title: String) -> String {
    PlainSectionTitle.normalised(title) ?? normalisedSlowly(title)
  }

  /// The same for titles with other characters than the plain ones, most of all emoji.
  static func normalisedSlowly(_ title: String) -> String {
    var words: [String] = []
    for word in title.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      if word.count > 2, word.first == ":", word.last == ":" { continue }
      words.append(cleaned(word))
    }
    if let first = words.first, isNumbering(first) || isBareNumber(first, before: words.dropFirst()) {
      words.removeFirst()
    }
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
      case "（": result.append("(")
      case "）": result.append(")")
      case "：": result.append(":")
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

  /// `2  Timeline`; but `5 whys` is a name.
  private static func isBareNumber(_ word: String, before rest: ArraySlice<String>) -> Bool {
    (1...3).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && !rest.isEmpty && !(rest.first?.hasPrefix("why") ?? false)
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
    let isQuestion = QuestionWords.opener(of: base.split(separator: " ").map(String.init)) != nil
    let pairs = isQuestion ? [] : [" and ", " & ", " und ", " et "]
    for separator in [" - ", " – ", " — ", ": ", ", ", " / ", " | "] + pairs {
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
    let words = name.prefix { $0 != "(" }.split(whereSeparator: { $0 == " " || $0 == "-" })
    if words.count <= 4, words.last == "timeline" { return true }
    return isStepwise(words) || isOfEvents(words)
  }

  /// `Minute by minute`, `The blow-by-blow`.
  private static func isStepwise(_ words: [Substring]) -> Bool {
    guard words.count <= 5, let by = words.firstIndex(of: "by"), by > 0, by + 1 < words.count else { return false }
    return words[by - 1] == words[by + 1] && ["minute", "hour", "day", "blow", "play"].contains(words[by - 1])
  }

  /// `Order of events`, `How events unfolded` by its noun.
  private static func isOfEvents(_ words: [Substring]) -> Bool {
    guard words.count <= 6, words.count >= 3, let of = words.firstIndex(of: "of"), of > 0 else { return false }
    let courses: Set<Substring> = [
      "order", "course", "sequence", "chain", "flow", "series", "log", "history", "account", "record",
    ]
    return courses.contains(words[of - 1]) && words[(of + 1)...].contains("events")
  }
}
