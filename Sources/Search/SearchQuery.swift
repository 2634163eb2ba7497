/// What was typed, taken apart: words to rank by, and conditions that documents must meet.
struct SearchQuery: Sendable {
  struct Word: Equatable, Sendable {
    var term: [UInt8]
    var position: Int
    /// Whether more letters may follow: the last word while it is typed.
    var isPrefix = false
  }
  struct Phrase: Equatable, Sendable {
    var terms: [(term: [UInt8], offset: Int)]
    static func == (left: Phrase, right: Phrase) -> Bool {
      left.terms.elementsEqual(right.terms) { $0.term == $1.term && $0.offset == $1.offset }
    }
  }
  struct Filter: Equatable, Sendable {
    var name: String
    var terms: [[UInt8]]
  }

  /// In the order typed, without the stop words unless there is nothing else.
  var words: [Word] = []
  /// Identifiers kept whole.
  var wholes: [[UInt8]] = []
  var phrases: [Phrase] = []
  var excluded: [Phrase] = []
  var filters: [Filter] = []
  /// Whether this is a pasted log or traceback: ranked by its telling words, with no guesses.
  var isPaste = false

  /// Names accepted before a colon, and what they mean.
  static let filterNames: [String: String] = {
    var names = ["sev": "severity", "error": "symptoms"]
    for facet in SearchFacet.allCases { names[facet.rawValue] = facet.rawValue }
    for field in [SearchField.title, .signature, .summary, .symptoms, .mitigation] { names[field.name] = field.name }
    return names
  }()

  init(_ text: String, isPaste isKnownPaste: Bool = false) {
    let text = text.unicodeScalars.map { "“”„«»".unicodeScalars.contains($0) ? "\"" : $0 }
    isPaste = isKnownPaste || PastedText.isPaste(text)
    let free = isPaste ? PastedText.masked(text) : readSegments(text)
    let tokens = QueryTokens.tokens(free)
    let endsOpen = !isPaste && text.last.map { !SearchQuery.isBlank($0) && $0 != "\"" } == true
    setWords(tokens, endsOpen: endsOpen)
  }

  private mutating func setWords(_ tokens: [QueryToken], endsOpen: Bool) {
    var leaves = tokens.filter { !$0.isWhole }
    let telling = leaves.filter { !QueryTokens.stopWords.contains($0.term) }
    let last = leaves.last
    if !telling.isEmpty { leaves = telling }
    var seen: Set<[UInt8]> = []
    for leaf in leaves where seen.insert(leaf.term).inserted {
      words.append(Word(term: leaf.term, position: leaf.position))
    }
    for token in tokens where token.isWhole && !wholes.contains(token.term) { wholes.append(token.term) }
    if endsOpen, let last, let index = words.lastIndex(where: { $0.term == last.term }) { words[index].isPrefix = true }
  }

  /// Reads conditions off and returns the rest, with the words of quoted phrases.
  private mutating func readSegments(_ text: [Unicode.Scalar]) -> String {
    var free = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      if SearchQuery.isBlank(text[index]) {
        index += 1
        continue
      }
      let isNegative = text[index] == "-" && index + 1 < text.count && !SearchQuery.isBlank(text[index + 1])
      if isNegative { index += 1 }
      var name: String?
      if let (read, next) = SearchQuery.filterName(text, at: index) {
        name = read
        index = next
      }
      let isQuoted = text[index] == "\""
      let segment = SearchQuery.segment(text, at: &index, isQuoted: isQuoted)
      let tokens = QueryTokens.tokens(segment)
      let leaves = tokens.filter { !$0.isWhole }
      if let name {
        filters.append(Filter(name: (isNegative ? "-" : "") + name, terms: leaves.map(\.term)))
      } else if !leaves.isEmpty, isNegative || isQuoted {
        let phrase = Phrase(terms: leaves.map { ($0.term, $0.position - leaves[0].position) })
        if isNegative { excluded.append(phrase) } else { phrases.append(phrase) }
      }
      if name == nil, !isNegative {
        free.append(contentsOf: segment.unicodeScalars)
        free.append(" ")
      }
    }
    return String(free)
  }

  private static func segment(_ text: [Unicode.Scalar], at index: inout Int, isQuoted: Bool) -> String {
    var segment = String.UnicodeScalarView()
    if isQuoted { index += 1 }
    while index < text.count, isQuoted ? text[index] != "\"" : !isBlank(text[index]) {
      segment.append(text[index])
      index += 1
    }
    if isQuoted { index += 1 }
    return String(segment)
  }

  /// The meaning of a known name before a colon with something after it, and where that begins.
  private static func filterName(_ text: [Unicode.Scalar], at start: Int) -> (name: String, next: Int)? {
    var name = ""
    var index = start
    while index < text.count, text[index].isASCII, text[index].properties.isAlphabetic {
      name += text[index].properties.lowercaseMapping
      index += 1
    }
    guard index + 1 < text.count, text[index] == ":", !isBlank(text[index + 1]) else { return nil }
    return filterNames[name].map { ($0, index + 1) }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || ("\t"..."\r").contains(scalar)
  }
}

/// A term of a query and its place.
struct QueryToken: Equatable, Sendable {
  var term: [UInt8]
  var position: Int
  var isWhole: Bool
}

enum QueryTokens {
  static let stopWords = Set(Lexicon.stopWords.map { Array($0.utf8) })

  static func tokens(_ text: String) -> [QueryToken] {
    var tokenizer = Tokenizer(sink: Collector())
    tokenizer.tokenize(text)
    return tokenizer.sink.tokens
  }

  private struct Collector: TermSink {
    var tokens: [QueryToken] = []
    mutating func add(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32, position: Int, isWhole: Bool) {
      let token = QueryToken(term: Array(term), position: position, isWhole: isWhole)
      if tokens.last != token { tokens.append(token) }
    }
  }
}
