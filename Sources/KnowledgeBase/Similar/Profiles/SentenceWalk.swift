internal import Markdown
internal import PostMortems

/// A sentence of a report: its words, where they stand, and a hash by which a template's own sentences are known.
struct IncidentSentence {
  let zone: Zone
  let words: ArraySlice<Word>
  /// Nodes of the links in it.
  let links: [Int]
  /// Over every word that is not a number.
  let hash: UInt64
}

/// Reads a report sentence by sentence; headings are left out, for they are the template's.
struct SentenceWalk {
  private let document: Document
  private let cuts: [(start: Int, zone: Zone)]
  private var reader: WordReader
  private var words: [Word] = []
  private var ends: [Int] = []
  /// Each link of the block with the number of words before it.
  private var links: [(node: Int, words: Int)] = []

  /// - Parameter tellsCommon: false for whoever looks at no word's kind.
  init(_ draft: PostMortemDraft, tellsCommon: Bool = true) {
    document = draft.document
    reader = WordReader(tellsCommon: tellsCommon)
    cuts = Zone.cuts(of: draft)
  }

  /// Every sentence in document order. Word ranges are places in the document's text.
  mutating func forEach(_ body: (IncidentSentence) -> Void) {
    var cut = 0
    for index in document.nodes.indices {
      while cut + 1 < cuts.count, cuts[cut + 1].start <= index { cut += 1 }
      let zone = cuts.isEmpty ? .summary : cuts[cut].zone
      guard zone != .none, read(block: index) else { continue }
      deliver(zone, body)
    }
  }

  /// Whether a node is a block with words of its own, which are read.
  private mutating func read(block index: Int) -> Bool {
    words.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    switch document.nodes[index].kind {
    case .paragraph, .tableCell:
      for child in (index + 1)..<document.nodes[index].end {
        switch document.nodes[child].kind {
        case .text(let run), .code(let run): read(document.bytes(run))
        case .link: links.append((child, words.count))
        default: break
        }
      }
    case .codeBlock(_, let literal):
      for line in document.bytes(literal).split(separator: 0x0A) {
        read(line)
        ends.append(words.count)
      }
    default: return false
    }
    return !words.isEmpty
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    let first = words.count
    bytes.withUnsafeBufferPointer { reader.read($0, offset: bytes.startIndex, into: &words) }
    for number in first..<words.count where endsSentence(words[number].range.upperBound, in: bytes) {
      ends.append(number + 1)
    }
  }

  /// A stop at the end of the text or before a blank; an identifier's parts all end where it does, so the last counts.
  private func endsSentence(_ place: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard place < bytes.endIndex else { return false }
    let isStop = bytes[place] == 0x2E || bytes[place] == 0x21 || bytes[place] == 0x3F
    return isStop && (place + 1 == bytes.endIndex || bytes[place + 1] == 0x20)
  }

  private func deliver(_ zone: Zone, _ body: (IncidentSentence) -> Void) {
    var start = 0
    for number in 0...ends.count {
      let end = number < ends.count ? ends[number] : words.count
      guard end > start else { continue }
      let sentence = words[start..<end]
      let inside = links.isEmpty ? [] : links.filter { $0.words >= start && $0.words < end }.map(\.node)
      start = end
      body(IncidentSentence(zone: zone, words: sentence, links: inside, hash: Self.hash(sentence)))
    }
  }

  private static func hash(_ words: ArraySlice<Word>) -> UInt64 {
    words.reduce(WordHash.start) { WordHash.joined($0, $1.stem) }
  }
}
