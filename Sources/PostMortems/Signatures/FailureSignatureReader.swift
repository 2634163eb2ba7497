package import Diagnostics
package import Markdown

/// Finds the fingerprints of failures: tracebacks, alerts and error codes, each once, in the order of first appearance.
package enum FailureSignatureReader {
  /// Reads a document's code blocks, its code spans, its prose for alerts, and tracebacks that lost their fence.
  package static func signatures(in document: Document) -> [FailureSignature] {
    var collector = SignatureCollector()
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .codeBlock(_, let literal): collector.readCode(block: index, literal, of: document)
      case .code(let run): collector.readSpan(Array(document.bytes(run)), node: index, of: document)
      case .paragraph, .heading, .tableCell: collector.readProse(block: index, of: document)
      default: break
      }
    }
    return collector.signatures
  }

  /// Reads a text that someone pasted into a search, all of it as code; spans are offsets in the text.
  package static func signatures(inText text: String) -> [FailureSignature] {
    var collector = SignatureCollector()
    let bytes = Array(text.utf8)
    collector.readCode(bytes) { SourceSpan($0.lowerBound, $0.upperBound) }
    collector.readAlerts(bytes, code: [0..<bytes.count]) { SourceSpan($0.lowerBound, $0.upperBound) }
    return collector.signatures
  }

  /// Where a text holds tracebacks, every one of them, as offsets in the text.
  package static func tracebackSpans(inText text: String) -> [SourceSpan] {
    TracebackReader.tracebacks(in: TextLine.lines(of: Array(text.utf8))).map {
      SourceSpan($0.range.lowerBound, $0.range.upperBound)
    }
  }
}

/// Gathers signatures, each hash once.
struct SignatureCollector {
  private(set) var signatures: [FailureSignature] = []
  private var seen: Set<String> = []

  private mutating func add(_ kind: FailureSignature.Kind, _ text: String, at span: SourceSpan) {
    let signature = FailureSignature(kind: kind, text: text, span: span)
    if seen.insert(signature.hash).inserted { signatures.append(signature) }
  }

  mutating func readCode(block: Int, _ literal: TextRange, of document: Document) {
    let bytes = Array(document.bytes(literal))
    let places = LiteralPlaces(bytes, span: document.nodes[block].span, source: document.source)
    readCode(bytes) { places.span($0) }
    readAlerts(bytes, code: []) { places.span($0) }
  }

  /// Tracebacks first; codes and exception lines only outside them, so that nothing is counted twice.
  mutating func readCode(_ bytes: [UInt8], place: (Range<Int>) -> SourceSpan) {
    let lines = TextLine.lines(of: bytes)
    let tracebacks = TracebackReader.tracebacks(in: lines)
    for traceback in tracebacks { add(.traceback, traceback.signature, at: place(traceback.range)) }
    var next = 0
    for line in lines {
      while next < tracebacks.count, tracebacks[next].range.upperBound < line.end { next += 1 }
      if next < tracebacks.count, tracebacks[next].range.contains(line.start) { continue }
      if let text = RaisedException.signature(ofLine: line.bytes) {
        add(.errorCode, text, at: place(line.start..<line.end))
      }
    }
    for code in ErrorCodes.find(in: bytes) { add(.errorCode, code.text, at: place(code.range)) }
  }

  mutating func readSpan(_ bytes: [UInt8], node: Int, of document: Document) {
    let span = document.nodes[node].span
    if let text = RaisedException.signature(ofLine: bytes) { add(.errorCode, text, at: span) }
    for code in ErrorCodes.find(in: bytes) { add(.errorCode, code.text, at: span) }
  }

  mutating func readAlerts(_ bytes: [UInt8], code: [Range<Int>], place: (Range<Int>) -> SourceSpan) {
    for name in AlertNames.find(in: bytes, code: code) { add(.alert, name.text, at: place(name.range)) }
  }

  mutating func readProse(block: Int, of document: Document) {
    let span = document.nodes[block].span
    guard ProseHints.occur(in: document.source.bytes, span) else { return }
    let words = ItemWords(document, block + 1..<document.nodes[block].end)
    readAlerts(words.bytes, code: words.code) { words.span($0) }
    guard Self.holdsTraceback(words.bytes) else { return }
    let bytes = Array(document.source.bytes[span.start..<span.end])
    for traceback in TracebackReader.tracebacks(in: TextLine.lines(of: bytes)) {
      let range = traceback.range
      add(.traceback, traceback.signature, at: SourceSpan(span.start + range.lowerBound, span.start + range.upperBound))
    }
  }
}

extension SignatureCollector {
  private static let opening = Array("Traceback (most recent".utf8)

  private static func holdsTraceback(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == opening[0] && bytes[$0...].starts(with: opening) }
  }
}

/// A first look at a paragraph's bytes: most hold neither an alert's name nor a traceback.
enum ProseHints {
  private static let alert = Array("lert".utf8)
  private static let alarm = Array("larm".utf8)
  private static let traceback = Array("raceback (most recent".utf8)

  static func occur(in source: [UInt8], _ span: SourceSpan) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      (span.start..<min(span.end, bytes.count)).contains { index in
        let rest = bytes[(index + 1)...]
        switch bytes[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "A"):
          // Both words go on with an l, and few others do.
          guard let next = rest.first, next | 0x20 == UInt8(ascii: "l") else { return false }
          return begins(rest, alert) || begins(rest, alarm)
        case UInt8(ascii: "T"): return begins(rest, traceback)
        case UInt8(ascii: "["): return rest.first == UInt8(ascii: "F") || rest.first == UInt8(ascii: "R")
        default: return false
        }
      }
    }
  }

  private static func begins(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ word: [UInt8]) -> Bool {
    bytes.count >= word.count && zip(bytes, word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}

/// Where the bytes of a code block stand in the file, line by line: its literal lacks the fence and the indentation.
struct LiteralPlaces {
  private let source: SourceFile
  private let literal: SourceFile
  private let firstLine: Int

  init(_ literal: [UInt8], span: SourceSpan, source: SourceFile) {
    self.source = source
    self.literal = SourceFile(path: "", bytes: literal)
    let fence = source.bytes[span.start..<min(span.end, span.start + 16)].first { !$0.isBlank }
    let isFenced = fence == UInt8(ascii: "`") || fence == UInt8(ascii: "~")
    firstLine = source.line(at: span.start) + (isFenced ? 1 : 0)
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(place(range.lowerBound), place(range.upperBound)) }

  private func place(_ offset: Int) -> Int {
    let line = literal.line(at: offset)
    let there = source.lineSpan(firstLine + line - 1)
    return max(there.start, there.end - (literal.lineSpan(line).end - offset))
  }
}
