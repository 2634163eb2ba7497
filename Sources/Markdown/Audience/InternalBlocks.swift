package import Diagnostics

/// The parts of a file that are only for the inside: `<!-- internal --> … <!-- /internal -->` anywhere, and
/// `:::internal` … `:::` on lines of their own.
///
/// They are found in the bytes, before anything is parsed, so that no later stage has to know of them. Where the marks
/// do not pair up nobody can say what was meant for whom: each such place is a problem, and the file is for nobody
/// outside.
package struct InternalBlocks: Sendable {
  /// What is to be taken out, marks included, in order; whole lines where nothing else stands on them.
  package private(set) var spans: [SourceSpan] = []
  /// The lines `:::internal` and `:::`, without their line breaks.
  package private(set) var fences: [SourceSpan] = []
  package private(set) var problems: [Finding] = []

  package static let rule = "unclosed-internal-block"

  private enum State {
    case outside
    case comment(start: Int, depth: Int)
    case fence(start: Int, depth: Int)
  }

  private let source: SourceFile
  private var state = State.outside
  /// Containers of other names that are open, and their ends.
  private var containers = 0
  private var strayFences: [SourceSpan] = []

  package init(_ source: SourceFile) {
    self.source = source
    guard Self.mentions(source.bytes) else { return }
    for line in 1...source.lineStarts.count { read(line: line) }
    finish()
  }

  /// Whether the word occurs at all, in any letter case, which it does in few files.
  private static func mentions(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      skips.withUnsafeBufferPointer { skips in
        var last = word.count - 1
        while last < buffer.count {
          let skip = skips[Int(buffer[last])]
          if skip == 0, isWord(buffer, at: last + 1 - word.count) { return true }
          last += Int(max(skip, 1))
        }
        return false
      }
    }
  }

  private static let word = Array("internal".utf8)

  /// How far the word's end moves on from a byte under it, as Horspool (1980) has it: by what parts the byte from its
  /// last place in the word.
  private static let skips: [UInt8] = {
    var table = [UInt8](repeating: UInt8(word.count), count: 256)
    for byte in UInt8.min...UInt8.max {
      guard let place = word.lastIndex(of: byte | 0x20) else { continue }
      table[Int(byte)] = UInt8(word.count - 1 - place)
    }
    return table
  }()

  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 0, index + word.count <= bytes.count else { return false }
    for offset in 0..<word.count where bytes[index + offset] | 0x20 != word[offset] { return false }
    return true
  }

  private mutating func read(line number: Int) {
    let line = source.lineSpan(number)
    if let fence = fence(in: line) { return read(fence, line, number) }
    guard case .fence = state else { return readMarks(in: line) }
  }

  // MARK: - Fences

  private enum Fence {
    case close
    case open(isInternal: Bool)
  }

  /// A line of three colons or more, behind blanks and quote signs, with a name or without.
  private func fence(in line: SourceSpan) -> Fence? {
    if case .comment = state { return nil }
    var index = line.start
    while index < line.end, [0x20, 0x09, UInt8(ascii: ">")].contains(source.bytes[index]) { index += 1 }
    let colons = source.bytes[index..<line.end].prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    let name = source.bytes[(index + colons)..<line.end].drop { " \t{.".utf8.contains($0) }
    if name.allSatisfy({ " \t".utf8.contains($0) }) { return .close }
    return .open(isInternal: isInternal(name))
  }

  private func isInternal(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count >= Self.word.count, name.prefix(Self.word.count).elementsEqual(Self.word, by: { $0 | 0x20 == $1 })
    else { return false }
    return name.dropFirst(Self.word.count).first.map { !$0.isIdentifierByte } ?? true
  }

  private mutating func read(_ fence: Fence, _ line: SourceSpan, _ number: Int) {
    switch (state, fence) {
    case (.fence(let start, let depth), .open): state = .fence(start: start, depth: depth + 1)
    case (.fence(let start, let depth), .close):
      state = depth > 1 ? .fence(start: start, depth: depth - 1) : .outside
      guard depth == 1 else { return }
      fences.append(line)
      spans.append(SourceSpan(start, lineEnd(number)))
    case (_, .open(isInternal: true)):
      fences.append(line)
      state = .fence(start: line.start, depth: 1)
    case (_, .open): containers += 1
    case (_, .close):
      if containers == 0 { strayFences.append(line) } else { containers -= 1 }
    }
  }

  /// The line break included.
  private func lineEnd(_ number: Int) -> Int {
    number < source.lineStarts.count ? source.lineStarts[number] : source.bytes.count
  }

  // MARK: - Comments

  private mutating func readMarks(in line: SourceSpan) {
    var index = line.start
    while index < line.end {
      if let mark = mark(at: index) {
        read(mark)
        index = max(mark.span.end, index + 1)
        continue
      }
      if case .outside = state, isFenceInside(line, at: index) {
        problem(SourceSpan(index, line.end), "':::internal' does not stand alone on its line")
      }
      index += 1
    }
  }

  private func isFenceInside(_ line: SourceSpan, at index: Int) -> Bool {
    guard source.bytes[index..<line.end].starts(with: ":::".utf8), !source.bytes[..<index].ends(with: UInt8(ascii: ":"))
    else { return false }
    return isInternal(source.bytes[index..<line.end].drop { " :{.".utf8.contains($0) })
  }

  private struct Mark {
    var span: SourceSpan
    var isClosing: Bool
    /// Whether it says `internal` and nothing else.
    var isExact: Bool
  }

  /// A comment whose first word is `internal` or `/internal`; it may run over several lines.
  private func mark(at start: Int) -> Mark? {
    guard source.bytes[start] == UInt8(ascii: "<"), source.bytes[start...].starts(with: "<!--".utf8) else { return nil }
    var rest = source.bytes[(start + 4)...].drop { $0 <= 0x20 }
    let isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst().drop { $0 <= 0x20 } }
    guard rest.count >= Self.word.count, rest.prefix(Self.word.count).elementsEqual(Self.word, by: { $0 | 0x20 == $1 })
    else { return nil }
    rest = rest.dropFirst(Self.word.count)
    let end = rest.drop { $0 <= 0x20 }
    if end.starts(with: "-->".utf8) {
      return Mark(span: SourceSpan(start, end.startIndex + 3), isClosing: isClosing, isExact: true)
    }
    if let next = rest.first, next.isIdentifierByte, next != UInt8(ascii: "-") { return nil }
    return Mark(span: SourceSpan(start, rest.startIndex), isClosing: isClosing, isExact: false)
  }

  private mutating func read(_ mark: Mark) {
    guard mark.isExact else {
      problem(mark.span, "the comment begins like a mark of internal text and is none")
      return
    }
    switch (state, mark.isClosing) {
    case (.comment(let start, let depth), false): state = .comment(start: start, depth: depth + 1)
    case (.comment(let start, let depth), true):
      state = depth > 1 ? .comment(start: start, depth: depth - 1) : .outside
      if depth == 1 { spans.append(widened(SourceSpan(start, mark.span.end))) }
    case (_, false): state = .comment(start: mark.span.start, depth: 1)
    case (_, true): problem(mark.span, "'<!-- /internal -->' closes nothing")
    }
  }

  /// The whole lines, where nothing else stands on the first and the last one.
  private func widened(_ span: SourceSpan) -> SourceSpan {
    let (first, last) = (source.line(at: span.start), source.line(at: max(span.end - 1, span.start)))
    let (head, tail) = (source.lineSpan(first), source.lineSpan(last))
    let isAlone =
      source.bytes[head.start..<span.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      && source.bytes[min(span.end, tail.end)..<tail.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    return isAlone ? SourceSpan(head.start, lineEnd(last)) : span
  }

  // MARK: - The end

  private mutating func finish() {
    switch state {
    case .outside: break
    case .comment(let start, _): problem(SourceSpan(start, start + 4), "'<!-- internal -->' is opened and never closed")
    case .fence(let start, _):
      problem(source.lineSpan(source.line(at: start)), "':::internal' is opened and never closed")
    }
    // A row of colons that closes nothing may be the end of a block that a row inside of it has closed too early.
    if !fences.isEmpty { for line in strayFences { problem(line, "':::' closes nothing") } }
  }

  private mutating func problem(_ span: SourceSpan, _ message: String) {
    problems.append(
      Finding(
        Self.rule, at: span, message, notes: ["a public edition leaves the whole document out"],
        help: "write '<!-- internal --> … <!-- /internal -->', or ':::internal' and ':::' on lines of their own"))
  }

  /// The bytes without the blocks.
  package func publicBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var start = 0
    for span in spans {
      bytes += source.bytes[start..<span.start]
      start = span.end
    }
    return bytes + source.bytes[start...]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with byte: UInt8) -> Bool { last == byte }
}
