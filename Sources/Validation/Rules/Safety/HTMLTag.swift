/// A tag in a run of raw HTML.
struct HTMLTag {
  let name: String
  /// From `<` to behind `>`.
  let range: Range<Int>

  /// The opening tags, comments and closing tags left out.
  static func opening(in bytes: ArraySlice<UInt8>) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open...].starts(with: "<!--".utf8) {
        guard let end = bytes[open...].firstIndex(of: "-->".utf8) else { break }
        index = end + 3
        continue
      }
      let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
      let name = bytes[(open + 1)..<end].prefix { $0.isLetter || $0.isDigit || "-_:".utf8.contains($0) }
      if name.first?.isLetter == true {
        tags.append(HTMLTag(name: String(decoding: name.map(\.folded), as: UTF8.self), range: open..<end))
      }
      index = end
    }
    return tags
  }
}
