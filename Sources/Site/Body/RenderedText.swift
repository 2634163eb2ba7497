/// Cuts words off the ends of rendered HTML without touching its tags; words are counted in bytes that are no spaces.
enum RenderedText {
  /// Drops the first `count` visible bytes, and the spaces behind them.
  static func dropping(first count: Int, from html: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var left = count
    var index = 0
    while index < html.count {
      let end = unitEnd(html, index)
      let isTag = html[index] == UInt8(ascii: "<")
      let isSpace = html[index] <= 0x20
      if isTag {
        kept.append(contentsOf: html[index..<end])
      } else if left > 0 {
        if !isSpace { left -= 1 }
      } else if isSpace, kept.isEmpty || kept.last == UInt8(ascii: ">") {
        // Spaces that stood behind the words.
      } else {
        kept.append(contentsOf: html[index..<end])
        if !isSpace { return withoutEmptyElements(kept + html[end...]) }
      }
      index = end
    }
    return withoutEmptyElements(kept)
  }

  /// Keeps the first `count` visible bytes and all tags.
  static func keeping(first count: Int, of html: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var left = count
    var index = 0
    while index < html.count {
      let end = unitEnd(html, index)
      let isSpace = html[index] <= 0x20
      if html[index] == UInt8(ascii: "<") || left > 0 { kept.append(contentsOf: html[index..<end]) }
      if html[index] != UInt8(ascii: "<"), !isSpace, left > 0 { left -= 1 }
      index = end
    }
    return withoutEmptyElements(kept)
  }

  /// The visible bytes of a text: what the counts above are counted in.
  static func visible(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { visible, count in
        for byte in bytes where byte > 0x20 {
          visible[count] = byte
          count += 1
        }
      }
    }
  }

  /// Whether anything but tags and spaces is there.
  static func hasWords(_ html: [UInt8]) -> Bool {
    var index = 0
    while index < html.count {
      if html[index] > 0x20, html[index] != UInt8(ascii: "<") { return true }
      if html[index...].starts(with: "<img".utf8) { return true }
      index = unitEnd(html, index)
    }
    return false
  }

  /// The index behind a tag, an entity or one byte.
  private static func unitEnd(_ html: [UInt8], _ start: Int) -> Int {
    let closer: UInt8
    switch html[start] {
    case UInt8(ascii: "<"): closer = UInt8(ascii: ">")
    case UInt8(ascii: "&"): closer = UInt8(ascii: ";")
    default: return start + 1
    }
    return (html[start...].firstIndex(of: closer) ?? html.count - 1) + 1
  }

  /// How many links there are.
  static func linkCount(_ html: [UInt8]) -> Int {
    html.withUnsafeBufferPointer { bytes in
      guard bytes.count > 2 else { return 0 }
      return (0..<(bytes.count - 2)).count { start in
        bytes[start] == UInt8(ascii: "<") && bytes[start + 1] == UInt8(ascii: "a") && bytes[start + 2] == 0x20
      }
    }
  }

  /// Takes out elements that cutting has left without content, links among them.
  private static func withoutEmptyElements(_ html: [UInt8]) -> [UInt8] {
    guard holdsEmptyElement(html) else { return html }
    var html = html
    while let link = emptyLink(in: html) { html.removeSubrange(link) }
    for name in ["strong", "em", "code", "p"] {
      let pair = Array("<\(name)></\(name)>".utf8)
      while let found = firstRange(of: pair, in: html) { html.removeSubrange(found) }
    }
    return html
  }

  /// Whether an end tag stands right behind another tag; most texts have none.
  private static func holdsEmptyElement(_ html: [UInt8]) -> Bool {
    html.withUnsafeBufferPointer { bytes in
      var index = 2
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "<"),
          bytes[index - 2] == UInt8(ascii: ">")
        {
          return true
        }
        index += 1
      }
      return false
    }
  }

  private static func emptyLink(in html: [UInt8]) -> Range<Int>? {
    html.indices.lazy.compactMap { start -> Range<Int>? in
      guard html[start] == UInt8(ascii: "<"), html[start...].starts(with: "<a ".utf8) else { return nil }
      let end = unitEnd(html, start)
      return html[end...].starts(with: "</a>".utf8) ? start..<(end + 4) : nil
    }.first
  }

  private static func firstRange(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.count >= needle.count else { return nil }
    for start in 0...(bytes.count - needle.count) where bytes[start..<(start + needle.count)].elementsEqual(needle) {
      return start..<(start + needle.count)
    }
    return nil
  }
}
