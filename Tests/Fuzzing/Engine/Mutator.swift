/// Changes inputs on all levels of their form: bytes, numbers, words of the grammar, lines, and parts of other inputs.
package struct Mutator: Sendable {
  /// No input grows beyond this many bytes: what is slow must be slow on a small input.
  package static let sizeLimit = 6_000

  private var numbers: RandomNumbers
  private let words: [[UInt8]]

  package init(words: [String], seed: UInt64) {
    self.words = (words + Self.hostileWords).map { Array($0.utf8) }
    numbers = RandomNumbers(seed: seed)
  }

  /// What goes wrong in readers of any text: controls, marks of direction and of bytes, broken and long characters.
  private static let hostileWords = [
    "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{E000}",
    "👩‍👩‍👧", "é", "e\u{301}", "ﷺ", "İ", "ß", "\r\n", "\r", "\n\n", "\t", "    ", "-->", "<!--", "<script>", "</", "&#0;",
    "&amp;", "\\", "\"", "'", "`", "```\n", "|", "[[", "](", "{{", "}}", "::", "- [ ] ", "# ", "> ", "---\n", "+++\n",
    "9223372036854775807", "-1", "0", "99999999999999999999", "1e999", "2024-02-30", "23:59:60", "12:30", "UTC",
    "+14:00",
  ]

  /// One to four changes; `others` lend their parts.
  package mutating func mutate(_ input: [UInt8], others: [[UInt8]]) -> [UInt8] {
    var bytes = input
    for _ in 0...numbers.below(4) { change(&bytes, others) }
    if bytes.count > Self.sizeLimit { bytes.removeLast(bytes.count - Self.sizeLimit) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    switch numbers.below(12) {
    case 0: changeByte(&bytes)
    case 1: bytes.removeSubrange(numbers.range(in: bytes.count))
    case 2: insert(Array(bytes[numbers.range(in: bytes.count)]), into: &bytes)
    case 3: repeatPart(&bytes)
    case 4, 5: insert(numbers.pick(words) ?? [], into: &bytes)
    case 6: bytes.replaceSubrange(numbers.range(in: bytes.count), with: numbers.pick(words) ?? [])
    case 7: changeNumber(&bytes)
    case 8: changeLines(&bytes)
    case 9: splice(&bytes, others)
    case 10: insertLines(&bytes, others)
    default: bytes.removeLast(min(bytes.count, numbers.below(40)))
    }
  }

  private mutating func insert(_ part: [UInt8], into bytes: inout [UInt8]) {
    bytes.insert(contentsOf: part, at: numbers.below(bytes.count + 1))
  }

  private mutating func changeByte(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(UInt8(numbers.below(256))) }
    let place = numbers.below(bytes.count)
    bytes[place] = numbers.below(2) == 0 ? UInt8(numbers.below(256)) : bytes[place] ^ (1 << numbers.below(8))
  }

  private mutating func repeatPart(_ bytes: inout [UInt8]) {
    let range = numbers.range(in: bytes.count)
    let part = Array(bytes[range])
    guard !part.isEmpty else { return }
    let times = min(1 + numbers.below(400), Self.sizeLimit / part.count)
    bytes.insert(contentsOf: repeatElement(part, count: times).joined(), at: range.upperBound)
  }

  /// Another number where one stands.
  private mutating func changeNumber(_ bytes: inout [UInt8]) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let starts = bytes.indices.filter { digits.contains(bytes[$0]) && ($0 == 0 || !digits.contains(bytes[$0 - 1])) }
    guard let start = numbers.pick(starts) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    let values = ["0", "00", "1", "12", "24", "31", "60", "99", "1970", "9999", "4294967296", "9223372036854775808"]
    bytes.replaceSubrange(start..<end, with: Array((numbers.pick(values) ?? "0").utf8))
  }

  /// Lines taken out, doubled or put elsewhere.
  private mutating func changeLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let from = numbers.below(lines.count)
    switch numbers.below(3) {
    case 0: lines.remove(at: from)
    case 1: lines.insert(lines[from], at: numbers.below(lines.count))
    default: lines.swapAt(from, numbers.below(lines.count))
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// The head of this input and the tail of another.
  private mutating func splice(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    guard let other = numbers.pick(others) else { return }
    bytes = bytes.prefix(numbers.below(bytes.count + 1)) + other.suffix(numbers.below(other.count + 1))
  }

  private mutating func insertLines(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    guard let other = numbers.pick(others) else { return }
    let lines = other.split(separator: 0x0A, omittingEmptySubsequences: false)
    let part = lines[numbers.range(in: lines.count)].joined(separator: [0x0A])
    let breaks = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes.insert(contentsOf: [0x0A] + part + [0x0A], at: numbers.pick(breaks) ?? bytes.count)
  }
}
