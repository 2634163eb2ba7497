/// Receives the terms of a text; `position` counts words from the start of the text.
protocol TermSink {
  mutating func add(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32, position: Int, isWhole: Bool)
}

/// Cuts text into terms: words, and identifiers both whole and in parts.
///
/// A run of letters, digits, `_` and inner `-` `.` `'` `/` `:` is read as a tree (path, hyphenated word, dotted name,
/// snake case, camel case). Its leaves are words with positions of their own; each inner node with several leaves is a
/// *whole*, at the position of its first leaf: `maxConnLifetime` gives `max` `conn` `lifetime` and `maxconnlifetime`,
/// `time-out` gives `time` `out` and `timeout`, `v1.2.3` gives `1.2.3`. Text in scripts without blanks gives pairs of
/// letters. The browser's script holds the same rules; a test compares the two.
struct Tokenizer<Sink: TermSink> {
  var sink: Sink
  /// The position the next word gets.
  var position: Int
  /// Where terms are put together.
  private var scratch = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  private var lastHash: UInt32 = 0
  private var lastPosition = -2
  private let spelling = SpellingFolding.shared
  private let compounds = Compounds.shared

  static var longestTerm: Int { 40 }

  init(sink: Sink, position: Int = 0) {
    self.sink = sink
    self.position = position
  }

  mutating func tokenize(_ text: String) {
    lastPosition = -2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestTerm + 8) { scratch in
      self.scratch = scratch
      var text = text
      let isASCII: Bool = text.withUTF8 { bytes in
        guard !bytes.contains(where: { $0 >= 0x80 }) else { return false }
        scan(bytes)
        return true
      }
      if !isASCII { CharacterFolding.folded(text).withUnsafeBufferPointer { scan($0) } }
    }
    scratch = UnsafeMutableBufferPointer(start: nil, count: 0)
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let count = text.count
    while index < count {
      let kind = ByteClass.of(text[index])
      if kind & ByteClass.starts == 0 {
        index += 1
      } else if kind == ByteClass.other, let end = unsegmentedRun(text, from: index) {
        addPairs(text, from: index, to: end)
        index = end
      } else {
        let end = addChunk(text, from: index)
        index = end
      }
    }
  }

  /// Where the run of letters of an unsegmented script that starts at `start` ends, or nil if there is none.
  private func unsegmentedRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < text.count, text[end] >= 0x80 {
      let (value, length) = CharacterFolding.decode(text, at: end)
      guard CharacterFolding.isUnsegmented(value) else { break }
      end += length
    }
    return end == start ? nil : end
  }

  private mutating func addPairs(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    var index = start
    var previous = -1
    while index < end {
      let next = index + CharacterFolding.decode(text, at: index).length
      if previous >= 0 { addTerm(UnsafeBufferPointer(rebasing: text[previous..<next])) }
      if previous < 0, next >= end { addTerm(UnsafeBufferPointer(rebasing: text[index..<next])) }
      previous = index
      index = next
    }
  }

  private mutating func addTerm(_ term: UnsafeBufferPointer<UInt8>) {
    sink.add(term, hash: TermTable.hash(term), position: position, isWhole: false)
    position += 1
  }

  /// Reads the chunk that starts at `start`, adds its terms and returns its end.
  private mutating func addChunk(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var seen: UInt8 = 0
    var isCamel = false
    while index < text.count {
      let kind = ByteClass.of(text[index])
      if kind == 0 { break }
      if kind == ByteClass.joiner {
        guard index + 1 < text.count, joins(text, at: index) else { break }
      } else if kind == ByteClass.other, unsegmentedRun(text, from: index) != nil {
        break
      }
      if kind == ByteClass.upper, index > start { isCamel = true }
      seen |= kind
      index += 1
    }
    let chunk = UnsafeBufferPointer(rebasing: text[start..<index])
    let isPlain = seen & ~(ByteClass.lower | ByteClass.upper | ByteClass.other) == 0
    if isPlain, !isCamel || seen & ByteClass.lower == 0 {
      addLeaf(chunk)
    } else {
      let isPath = start > 0 && text[start - 1] == 0x2F
      addPath(chunk, isPath: isPath)
    }
    return index
  }

  /// Whether the joiner at `index` stands between two parts of one chunk; a colon does between digits only.
  private func joins(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = ByteClass.of(text[index + 1])
    if text[index] != 0x3A { return next & ByteClass.starts != 0 }
    return next == ByteClass.digit && index > 0 && ByteClass.of(text[index - 1]) == ByteClass.digit
  }

  // MARK: The tree of a chunk

  private mutating func addPath(_ chunk: UnsafeBufferPointer<UInt8>, isPath: Bool) {
    let first = position
    var parts = 0
    forEachPart(of: chunk, separator: 0x2F) { tokenizer, part in
      parts += 1
      tokenizer.addHyphenated(part)
    }
    if isPath, parts > 1 { addWhole(chunk, position: first) }
  }

  private mutating func addHyphenated(_ piece: UnsafeBufferPointer<UInt8>) {
    if addNumber(piece) { return }
    let first = position
    var parts = 0
    forEachPart(of: piece, separator: 0x2D) { tokenizer, part in
      parts += 1
      tokenizer.addDotted(part)
    }
    if parts > 1, parts <= 4 { addWhole(piece, position: first, dropping: 0x2D) }
  }

  /// Adds dates, times, versions and plain numbers as one term (`v1.2.3` as `1.2.3`), a date's year as another.
  private mutating func addNumber(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    let hasV = piece.count > 1 && piece[0] | 0x20 == 0x76
    let digits = hasV ? UnsafeBufferPointer(rebasing: piece[1...]) : piece
    guard ByteClass.of(digits[0]) == ByteClass.digit else { return false }
    for byte in digits where ByteClass.of(byte) & (ByteClass.digit | ByteClass.joiner) == 0 || byte == 0x27 {
      return false
    }
    if digits.count > 5, digits[4] == 0x2D {
      let year = UnsafeBufferPointer(rebasing: digits[..<4])
      sink.add(year, hash: TermTable.hash(year), position: position, isWhole: false)
    }
    if digits.count < 16 { sink.add(digits, hash: TermTable.hash(digits), position: position, isWhole: false) }
    position += 1
    return true
  }

  private mutating func addDotted(_ piece: UnsafeBufferPointer<UInt8>) {
    if addNumber(piece) { return }
    let first = position
    var parts = 0
    forEachPart(of: piece, separator: 0x2E) { tokenizer, part in
      parts += 1
      tokenizer.addSnakeCase(part)
    }
    if parts > 1 { addWhole(piece, position: first) }
  }

  private mutating func addSnakeCase(_ piece: UnsafeBufferPointer<UInt8>) {
    let first = position
    var parts = 0
    forEachPart(of: piece, separator: 0x5F) { tokenizer, part in
      parts += 1
      tokenizer.addCamelCase(part)
    }
    if parts > 1 { addWhole(piece, position: first) }
  }

  private mutating func addCamelCase(_ written: UnsafeBufferPointer<UInt8>) {
    let first = position
    let piece = Elision.removed(from: written)
    var start = 0
    for index in 1..<max(1, piece.count) where isHump(piece, at: index, from: start) {
      addLeaf(UnsafeBufferPointer(rebasing: piece[start..<index]))
      start = index
    }
    addLeaf(UnsafeBufferPointer(rebasing: piece[start...]))
    if start > 0 { addWhole(piece, position: first) }
  }

  /// Whether a new word starts at `index`: `maxConn`, `HTTPServer`, `http503`, each part of two letters at least.
  private func isHump(_ piece: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int) -> Bool {
    func kind(_ offset: Int) -> UInt8 { offset < piece.count ? ByteClass.of(piece[offset]) : 0 }
    guard index - start >= 2 else { return false }
    let letters = ByteClass.letters
    if kind(index) == ByteClass.digit {
      return kind(index - 1) & letters != 0 && kind(index - 2) & letters != 0 && kind(index + 1) == ByteClass.digit
        && kind(index + 2) == ByteClass.digit
    }
    guard kind(index) == ByteClass.upper else { return false }
    if kind(index - 1) == ByteClass.lower { return kind(index + 1) & letters != 0 }
    return kind(index - 1) == ByteClass.upper && kind(index + 1) == ByteClass.lower
      && kind(index + 2) == ByteClass.lower
  }

  private mutating func forEachPart(
    of piece: UnsafeBufferPointer<UInt8>, separator: UInt8,
    _ body: (inout Self, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...piece.count where index == piece.count || piece[index] == separator {
      if index > start { body(&self, UnsafeBufferPointer(rebasing: piece[start..<index])) }
      start = index + 1
    }
  }

  // MARK: Terms

  private mutating func addLeaf(_ word: UnsafeBufferPointer<UInt8>) {
    guard let term = term(of: word), !term.bytes.isEmpty else {
      position += 1
      return
    }
    sink.add(term.bytes, hash: term.hash, position: position, isWhole: false)
    if lastPosition == position - 1 {
      let joined = TermTable.hash(term.bytes, from: lastHash)
      if let compound = compounds.term(hash: joined) {
        compound.withUnsafeBufferPointer { sink.add($0, hash: joined, position: position - 1, isWhole: true) }
      }
    }
    lastHash = term.hash
    lastPosition = position
    position += 1
  }

  private mutating func addWhole(_ piece: UnsafeBufferPointer<UInt8>, position: Int, dropping dropped: UInt8 = 0x27) {
    guard let term = term(of: piece, dropping: dropped), term.bytes.count >= 3 else { return }
    sink.add(term.bytes, hash: term.hash, position: position, isWhole: true)
  }

  /// The piece in lower case, without apostrophes and American, in the scratch space; nil if too long or a checksum.
  @inline(__always)
  private func term(
    of piece: UnsafeBufferPointer<UInt8>, dropping dropped: UInt8 = 0x27
  ) -> (bytes: UnsafeBufferPointer<UInt8>, hash: UInt32)? {
    var count = 0
    for byte in piece where byte != 0x27 && byte != dropped {
      if count == Self.longestTerm { return nil }
      scratch[count] = ByteClass.lowered(byte)
      count += 1
    }
    let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[..<count])
    if count >= 16, isDigest(bytes) { return nil }
    if count >= 5, spelling.mayApply(to: bytes) {
      count = spelling.apply(to: UnsafeMutableBufferPointer(rebasing: scratch[...]), count: count)
    }
    let term = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[..<count])
    return (term, TermTable.hash(term))
  }

  /// Whether this is a checksum or another long run of hexadecimal digits, which nobody searches for.
  private func isDigest(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDigit = false
    for byte in word {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x61...0x66: break
      default: return false
      }
    }
    return hasDigit
  }
}
