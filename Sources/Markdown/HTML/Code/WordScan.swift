/// Walks through code once, word by word: each byte is looked at a bounded number of times.
struct WordScan {
  private let grammar: CodeGrammar

  init(_ grammar: CodeGrammar) { self.grammar = grammar }

  /// Reports tokens in order, without overlap.
  func run(_ code: [UInt8], _ range: Range<Int>, mark: (CodeToken, Range<Int>) -> Void) {
    var index = range.lowerBound
    // A mark that nothing closes is looked for once: behind it there is no closing one either.
    var unclosed: Set<[UInt8]> = []
    while index < range.upperBound {
      if let end = comment(code, index, range) {
        mark(.comment, index..<end)
        index = end
      } else if let quote = grammar.strings.first(where: { code[index..<range.upperBound].starts(with: $0.mark) }) {
        guard !unclosed.contains(quote.mark), let end = stringEnd(code, index, quote, range.upperBound) else {
          unclosed.insert(quote.mark)
          index += quote.mark.count
          continue
        }
        mark(isKey(code, end, range.upperBound) ? .key : .string, index..<end)
        index = end
      } else if code[index].isWordByte {
        let end = code[index..<range.upperBound].firstIndex { !$0.isWordByte } ?? range.upperBound
        if let token = token(code[index..<end]) { mark(token, index..<end) }
        index = end
      } else {
        index += code[index] == UInt8(ascii: "\\") ? min(2, range.upperBound - index) : 1
      }
    }
  }

  private func comment(_ code: [UInt8], _ index: Int, _ range: Range<Int>) -> Int? {
    let rest = code[index..<range.upperBound]
    if let block = grammar.blockComment, rest.starts(with: block.open) {
      return end(of: block.close, in: code, from: index + block.open.count, range.upperBound)
    }
    guard grammar.lineComments.contains(where: rest.starts(with:)) else { return nil }
    if grammar.commentsBeginWords, index > range.lowerBound, code[index - 1] > 0x20 { return nil }
    return rest.firstIndex(of: 0x0A) ?? range.upperBound
  }

  private func end(of mark: [UInt8], in code: [UInt8], from start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if code[index..<limit].starts(with: mark) { return index + mark.count }
      index += 1
    }
    return limit
  }

  /// Behind the closing mark or at the end of the line; nil where a string that may span lines is never closed.
  private func stringEnd(_ code: [UInt8], _ start: Int, _ quote: CodeGrammar.Quote, _ limit: Int) -> Int? {
    var index = start + quote.mark.count
    while index < limit {
      if quote.escapes, code[index] == UInt8(ascii: "\\") {
        index += 2
      } else if code[index..<limit].starts(with: quote.mark) {
        return index + quote.mark.count
      } else if code[index] == 0x0A, !quote.spansLines {
        return index
      } else {
        index += 1
      }
    }
    return quote.spansLines ? nil : limit
  }

  private func isKey(_ code: [UInt8], _ end: Int, _ limit: Int) -> Bool {
    guard grammar.hasKeys else { return false }
    let next = code[end..<limit].first { $0 != 0x20 && $0 != 0x09 }
    return next == UInt8(ascii: ":")
  }

  private func token(_ word: ArraySlice<UInt8>) -> CodeToken? {
    if let first = word.first, (0x30...0x39).contains(first) { return .number }
    let text = String(decoding: word, as: UTF8.self)
    return grammar.keywords.contains(grammar.keywordsIgnoreCase ? text.lowercased() : text) ? .keyword : nil
  }
}

extension UInt8 {
  /// Letters, digits, `_` and whatever is not ASCII.
  var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
