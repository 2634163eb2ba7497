/// Cuts UTF-8 text into words, on bytes.
///
/// A run of letters and digits with inner `_`, `-`, `.` or `'` is one reading: a plain word, or an identifier that is
/// given whole and in parts. Addresses are skipped.
struct WordReader {
  private var scratch = [UInt8](repeating: 0, count: Stem.limit)
  /// Nil where nobody asks which words are common.
  private let common: StemTable?

  /// - Parameter tellsCommon: false leaves out what only the kind of a word depends on: all plain words count as telling.
  init(tellsCommon: Bool = true) {
    common = tellsCommon ? CommonWords.stems : nil
  }

  /// Appends the words of `bytes`, with ranges that begin at `offset`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int, into words: inout [Word]) {
    var index = 0
    while index < bytes.count {
      guard Self.isWordByte(bytes, index) else {
        index += 1
        continue
      }
      let start = index
      var joiners = 0
      while index < bytes.count {
        if Self.isWordByte(bytes, index) {
          index += 1
        } else if Self.isJoiner(bytes[index]), index + 1 < bytes.count, Self.isWordByte(bytes, index + 1) {
          if bytes[index] != UInt8(ascii: "'") { joiners += 1 }
          index += 1
        } else {
          break
        }
      }
      if Self.beginsAddress(bytes, index) {
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") { index += 1 }
      } else {
        add(bytes, start..<index, joiners: joiners, offset, into: &words)
      }
    }
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, joiners: Int, _ offset: Int, into words: inout [Word]
  ) {
    let endsPhrase = run.upperBound < bytes.count && Self.isStop(bytes[run.upperBound])
    guard joiners > 0 else {
      words.append(word(bytes, run, offset, endsPhrase))
      return
    }
    let digits = run.count { Self.isDigit(bytes[$0]) }
    if digits + joiners < run.count, run.count <= Stem.limit {
      let stem = hash(bytes, run) { _, count in count }
      if digits <= 4 {
        words.append(Word(kind: .identifier, stem: stem ^ 1, range: shifted(run, offset), endsPhrase: true))
      }
      if digits >= 3 { words.append(Word(kind: .reference, stem: stem, range: shifted(run, offset), endsPhrase: true)) }
    }
    var start = run.lowerBound
    for index in run.lowerBound...run.upperBound {
      let isCut =
        index == run.upperBound || Self.isJoiner(bytes[index]) && bytes[index] != UInt8(ascii: "'")
      guard isCut else { continue }
      if start < index { words.append(word(bytes, start..<index, offset, endsPhrase && index == run.upperBound)) }
      start = index + 1
    }
  }

  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, _ offset: Int, _ endsPhrase: Bool
  ) -> Word {
    var end = run.upperBound
    if run.count > 2, bytes[end - 2] == UInt8(ascii: "'") { end -= 2 }
    let range = run.lowerBound..<end
    let stem = hash(bytes, range, cut: Stem.cut)
    guard let common else {
      return Word(kind: .telling, stem: stem, range: shifted(range, offset), endsPhrase: endsPhrase)
    }
    let digits = range.count { Self.isDigit(bytes[$0]) }
    let isCommon =
      range.count > Stem.limit || range.count < 2 || Self.isChance(bytes, range, digits: digits)
      || common.contains(stem)
    return Word(
      kind: isCommon ? .common : .telling, stem: stem, range: shifted(range, offset), endsPhrase: endsPhrase)
  }

  /// Numbers of one or two digits, years, and runs of letters and digits such as a pod's or a commit's name.
  private static func isChance(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, digits: Int) -> Bool {
    guard digits > 0 else { return false }
    guard digits == range.count else { return digits > 2 }
    let isYear = digits == 4 && (bytes[range.lowerBound] == 0x31 || bytes[range.lowerBound] == 0x32)
    return digits < 3 || digits > 6 || isYear
  }

  private mutating func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    cut: (UnsafeMutableBufferPointer<UInt8>, Int) -> Int
  ) -> UInt64 {
    let count = min(range.count, Stem.limit)
    return scratch.withUnsafeMutableBufferPointer { buffer in
      for index in 0..<count {
        let byte = bytes[range.lowerBound + index]
        buffer[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return WordHash.of(buffer, count: cut(buffer, count))
    }
  }

  private func shifted(_ range: Range<Int>, _ offset: Int) -> Range<Int> {
    (range.lowerBound + offset)..<(range.upperBound + offset)
  }

  /// Letters, digits and every byte of a non-ASCII character but no-break spaces and the General Punctuation block.
  private static func isWordByte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
    if byte == 0xE2 { return !(index + 1 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)) }
    if byte == 0xC2 { return !(index + 1 < bytes.count && bytes[index + 1] == 0xA0) }
    if index >= 1, bytes[index - 1] == 0xC2, byte == 0xA0 { return false }
    if index >= 1, bytes[index - 1] == 0xE2, byte == 0x80 || byte == 0x81 { return false }
    return !(index >= 2 && bytes[index - 2] == 0xE2 && (bytes[index - 1] == 0x80 || bytes[index - 1] == 0x81))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isJoiner(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'")
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x21, 0x3F, 0x7C: true
    default: false
    }
  }

  private static func beginsAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
      && bytes[index + 2] == UInt8(ascii: "/")
  }
}
