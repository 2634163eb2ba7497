/// Cuts a stream that arrives in pieces into messages, in linear time and bounded space.
package struct MessageReader: Sendable {
  package enum Frame: Equatable, Sendable {
    case message([UInt8])
    /// Bytes that are no message, with what is wrong with them; the next message is looked for behind them.
    case broken(String)
  }

  private let framing: MessageFraming
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the bytes begin that no frame has taken.
  private var start = 0
  /// Bytes before it hold no end of a line or header.
  private var scanned = 0
  /// Bytes of a message over the limit that are still to come and are thrown away; nil up to the end of the line.
  private var skipping: Int?
  private var isSkippingLine = false
  private static let headerLimit = 8192

  /// - Parameter limit: the most bytes that one message may have.
  package init(_ framing: MessageFraming, limit: Int = 16 << 20) {
    self.framing = framing
    self.limit = limit
  }

  package mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      scanned = max(scanned - start, 0)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next frame that has arrived whole; nil until more bytes come.
  package mutating func next() -> Frame? {
    switch framing {
    case .lines: nextLine()
    case .contentLength: nextCounted()
    }
  }

  /// What is left at the end of the stream: a last line without its line break.
  package mutating func last() -> Frame? {
    if isSkippingLine || skipping != nil { return nil }
    guard framing == .lines else { return start < buffer.count ? .broken("the stream ends in a message") : nil }
    append([0x0A])
    return nextLine()
  }

  private mutating func nextLine() -> Frame? {
    while let end = buffer[scanned...].firstIndex(of: 0x0A) {
      let line = buffer[start..<end]
      start = end + 1
      scanned = start
      if isSkippingLine {
        isSkippingLine = false
        continue
      }
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank { return line.count > limit ? tooLong : .message(Array(line)) }
    }
    scanned = buffer.count
    guard buffer.count - start > limit else { return nil }
    start = buffer.count
    defer { isSkippingLine = true }
    return isSkippingLine ? nil : tooLong
  }

  private var tooLong: Frame { .broken("a message of more than \(limit) bytes") }

  private mutating func nextCounted() -> Frame? {
    if let left = skipping {
      let taken = min(left, buffer.count - start)
      start += taken
      skipping = left > taken ? left - taken : nil
      if skipping != nil { return nil }
    }
    guard let header = headerEnd() else {
      guard buffer.count - start > Self.headerLimit else { return nil }
      start = buffer.count
      return .broken("a header of more than \(Self.headerLimit) bytes")
    }
    guard let length = Self.length(buffer[start..<header]) else {
      start = header
      return .broken("a header without a Content-Length")
    }
    if length > limit {
      start = header
      skipping = length
      return tooLong
    }
    guard buffer.count - header >= length else { return nil }
    start = header + length
    return .message(Array(buffer[header..<start]))
  }

  /// The index behind the empty line that ends the header.
  private func headerEnd() -> Int? {
    let head = buffer[start...].prefix(Self.headerLimit)
    var index = head.startIndex
    while let feed = head[index...].firstIndex(of: 0x0A) {
      let rest = head[(feed + 1)...]
      if rest.first == 0x0A { return feed + 2 }
      if rest.starts(with: [0x0D, 0x0A]) { return feed + 3 }
      index = feed + 1
    }
    return nil
  }

  private static func length(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(separator: 0x0A) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "content-length" else {
        continue
      }
      let digits = parts[1].filter { $0 > 0x20 }
      guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }
}
