/// What is kept of HTML that an author wrote: a few harmless inline tags; of blocks, their words.
enum RawHTML {
  /// Inline tags that pass, without their attributes, where they are balanced among siblings.
  static let paired: Set<String> = ["kbd", "sub", "sup"]

  /// The words of a raw block as a paragraph; comments, scripts and styles leave nothing.
  static func block(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    let words = words(bytes)
    guard !words.isEmpty else { return }
    output.append(contentsOf: "<p>".utf8)
    HTMLEscaping.append(words, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  static func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        let isSpace = bytes[index] <= 0x20
        if !isSpace {
          words.append(bytes[index])
        } else if let last = words.last, last != 0x20 {
          words.append(0x20)
        }
        index += 1
        continue
      }
      index = endOfMarkup(bytes, from: index)
    }
    while words.last == 0x20 { words.removeLast() }
    return words
  }

  /// The index behind a tag or comment, and behind the content of a script or style.
  private static func endOfMarkup(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    let rest = bytes[start...]
    if rest.starts(with: "<!--".utf8) { return find("-->", in: rest) }
    let end = find(">", in: rest)
    if let (name, isClosing) = tag(bytes[start..<end]), !isClosing, name == "script" || name == "style" {
      return find("</\(name)>", in: bytes[end...])
    }
    return end
  }

  private static func find(_ needle: String, in bytes: ArraySlice<UInt8>) -> Int {
    let needle = Array(needle.utf8)
    var index = bytes.startIndex
    while index + needle.count <= bytes.endIndex {
      if bytes[index..<(index + needle.count)].elementsEqual(needle) { return index + needle.count }
      index += 1
    }
    return bytes.endIndex
  }

  static func tag(_ bytes: ArraySlice<UInt8>) -> (name: String, isClosing: Bool)? {
    var rest = bytes.dropFirst()
    guard bytes.first == UInt8(ascii: "<"), let first = rest.first else { return nil }
    let isClosing = first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isIdentifierByte }
    guard !name.isEmpty else { return nil }
    return (String(decoding: name, as: UTF8.self).lowercased(), isClosing)
  }
}
