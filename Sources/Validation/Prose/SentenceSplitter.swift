/// Cuts the text of a block into sentences and words.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let quotations: [Range<Int>]
  private var index = 0
  private var words: [Word] = []
  private var gap = Word.Gap.space
  private var sentences: [Sentence] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    quotations = Quotations.find(in: bytes)
  }

  /// How many words a sentence has room for before it has to grow.
  private static let usualLength = 24

  static func sentences(of bytes: [UInt8]) -> [Sentence] {
    var splitter = SentenceSplitter(bytes)
    splitter.run()
    return splitter.sentences
  }

  private mutating func run() {
    var quotation = 0
    while index < bytes.count {
      if quotation < quotations.count, quotations[quotation].lowerBound == index {
        add(.quotation, quotations[quotation], text: "")
        index = quotations[quotation].upperBound
        quotation += 1
        continue
      }
      step()
    }
    finish()
  }

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case ProseText.opaque:
      add(.code, index..<(index + 1), text: "")
      index += 1
    case 0x0A:
      finish()
      index += 1
    case UInt8(ascii: ","):
      if gap == .space { gap = .comma }
      index += 1
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "/"):
      gap = .stop
      index += 1
    case UInt8(ascii: "-"):
      if isDash { gap = .stop }
      index += 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      closeSentence()
    default:
      if let isStop = punctuation {
        if isStop { gap = .stop }
        index += 3
      } else {
        takeWord()
      }
    }
  }

  /// A hyphen with a space on both sides, or two in a row.
  private var isDash: Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    return next == 0x20 || next == UInt8(ascii: "-")
  }

  /// Nil where no punctuation of three bytes stands, else whether it parts clauses as `–`, `—` and `→` do.
  private var punctuation: Bool? {
    guard bytes[index] == 0xE2, index + 2 < bytes.count else { return nil }
    let last = bytes[index + 2]
    if bytes[index + 1] == 0x86 { return true }
    return bytes[index + 1] == 0x80 ? last == 0x93 || last == 0x94 || last == 0xA6 : nil
  }

  private mutating func closeSentence() {
    index += 1
    var next = index
    while next < bytes.count, "\"')]*_".utf8.contains(bytes[next]) { next += 1 }
    guard next >= bytes.count || bytes[next] == 0x20 || bytes[next] == 0x0A else { return }
    if bytes[index - 1] == UInt8(ascii: "."), isAbbreviation { return }
    finish()
  }

  private var isAbbreviation: Bool {
    guard let last = words.last, last.range.upperBound == index - 1, last.range.count <= 6 else { return false }
    return Self.abbreviations.contains(last.text)
  }

  private static let abbreviations = [
    "e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "ca", "no", "resp", "incl", "mr", "ms", "mrs", "dr",
  ]

  private mutating func finish() {
    gap = .space
    guard !words.isEmpty else { return }
    sentences.append(Sentence(words: words))
    words = []
    words.reserveCapacity(Self.usualLength)
  }

  private mutating func add(_ kind: Word.Kind, _ range: Range<Int>, text: String, isCapitalised: Bool = false) {
    words.append(Word(text: text, kind: kind, gap: gap, isCapitalised: isCapitalised, range: range))
    gap = .space
  }

  private mutating func takeWord() {
    let start = index
    let isHandle = bytes[index] == UInt8(ascii: "@")
    if isHandle { index += 1 }
    while index < bytes.count, continuesWord(from: start) { index += 1 }
    if index == start || isHandle && index == start + 1 {
      index = max(index, start + 1)
      return
    }
    var end = index
    while end > start + 1, bytes[end - 1] == UInt8(ascii: "-") || bytes[end - 1] == UInt8(ascii: "'") { end -= 1 }
    guard !isAddress(start..<end) else { return add(.code, start..<end, text: "") }
    let text = Self.normalised(bytes[start..<end])
    let kind: Word.Kind = isHandle ? .handle : Letters.isDigit(bytes[start]) ? .number : .word
    add(kind, start..<end, text: text, isCapitalised: Letters.isUpper(bytes[start]))
  }

  private func continuesWord(from start: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 { return isApostrophe(index) && index > start }
    if Letters.isWordByte(byte) || byte == UInt8(ascii: "_") { return true }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): return index > start
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "+"):
      return index > start && index + 1 < bytes.count && Letters.isWordByte(bytes[index + 1])
    case UInt8(ascii: ":"), UInt8(ascii: "/"):
      return startsAddress(start) && index + 1 < bytes.count && bytes[index + 1] > 0x20
    default: return startsAddress(start) && byte > 0x20 && !")>,".utf8.contains(byte)
    }
  }

  private func isApostrophe(_ index: Int) -> Bool { bytes[index + 2] == 0x99 }

  private func startsAddress(_ start: Int) -> Bool {
    bytes[start] == UInt8(ascii: "h") && bytes[start...].starts(with: "http".utf8)
      && bytes[start..<min(start + 8, bytes.count)].contains(UInt8(ascii: ":"))
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    if startsAddress(range.lowerBound) { return true }
    return bytes[(range.lowerBound + 1)..<range.upperBound].contains(UInt8(ascii: "@"))
  }

  private static func normalised(_ word: ArraySlice<UInt8>) -> String {
    guard word.contains(where: { $0 >= 0x80 }) else {
      return String(unsafeUninitializedCapacity: word.count) { buffer in
        for (offset, byte) in word.enumerated() { buffer[offset] = Letters.lower(byte) }
        return word.count
      }
    }
    guard word.contains(0xE2) else { return String(decoding: word.map(Letters.lower), as: UTF8.self) }
    var result: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == 0xE2, index + 2 < word.endIndex, word[index + 1] == 0x80, word[index + 2] == 0x99 {
        result.append(UInt8(ascii: "'"))
        index += 3
      } else {
        result.append(Letters.lower(word[index]))
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
