extension HTMLWalk {
  /// Renders one inline node's opening and says which node comes next.
  mutating func inline(_ index: Int, into output: inout [UInt8]) -> Int {
    let document = renderer.document
    let node = document.nodes[index]
    switch node.kind {
    case .text(let run): text(document.bytes(run), isLinked: index < linkDepthEnd, into: &output)
    case .softBreak: output.append(UInt8(ascii: "\n"))
    case .lineBreak: output.append(contentsOf: "<br>\n".utf8)
    case .code(let run):
      output.append(contentsOf: "<code>".utf8)
      HTMLEscaping.append(document.bytes(run), to: &output)
      output.append(contentsOf: "</code>".utf8)
    case .htmlInline(let run): rawTag(index, document.bytes(run), into: &output)
    case .emphasis: open("<em>", closing: "</em>", until: node.end, into: &output)
    case .strong: open("<strong>", closing: "</strong>", until: node.end, into: &output)
    case .strikethrough: open("<del>", closing: "</del>", until: node.end, into: &output)
    case .link(let destination, let title): link(index, destination, title, into: &output)
    case .image(let source, _): return image(index, source, into: &output)
    case .footnoteReference(let number): mention(Int(number), into: &output)
    default: break
    }
    return index + 1
  }

  /// `<br>` and the balanced tags of `RawHTML.paired` pass; every other tag is dropped, its words stay.
  private mutating func rawTag(_ index: Int, _ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    guard let (name, isClosing) = RawHTML.tag(bytes), !isClosing else { return }
    if name == "br" { return output.append(contentsOf: "<br>".utf8) }
    guard RawHTML.paired.contains(name), let end = closer(of: name, after: index) else { return }
    open("<\(name)>", closing: "</\(name)>", until: end, into: &output)
  }

  /// The sibling that closes a raw tag.
  private func closer(of name: String, after index: Int) -> Int? {
    let document = renderer.document
    let parentEnd = document.nodes[document.nodes[index].parent].end
    var sibling = document.nodes[index].end
    while sibling < parentEnd {
      if case .htmlInline(let run) = document.nodes[sibling].kind, let tag = RawHTML.tag(document.bytes(run)),
        tag.name == name, tag.isClosing
      {
        return sibling
      }
      sibling = document.nodes[sibling].end
    }
    return nil
  }

  private mutating func link(_ index: Int, _ destination: TextRange, _ title: TextRange, into output: inout [UInt8]) {
    let document = renderer.document
    let end = document.nodes[index].end
    guard index >= linkDepthEnd, !destination.isEmpty,
      case .link(let href) = renderer.links.resolve(document.string(destination), isImage: false)
    else { return }
    linkDepthEnd = end
    var attributes = "href=\"\(HTMLEscaping.escaped(href))\""
    if !title.isEmpty { attributes += " title=\"\(HTMLEscaping.escaped(document.string(title)))\"" }
    open("<a \(attributes)>", closing: "</a>", until: end, into: &output)
  }

  /// A picture with its words as alternative text; one that cannot be shown becomes a link or its words.
  private mutating func image(_ index: Int, _ source: TextRange, into output: inout [UInt8]) -> Int {
    let document = renderer.document
    let end = document.nodes[index].end
    let words = HTMLEscaping.escaped(document.plainText(of: index))
    switch renderer.links.resolve(document.string(source), isImage: true) {
    case .image(let source, let width, let height):
      let size = [("width", width), ("height", height)].map { name, value in value.map { " \(name)=\"\($0)\"" } ?? "" }
      output.append(
        contentsOf: "<img src=\"\(HTMLEscaping.escaped(source))\" alt=\"\(words)\"\(size.joined()) loading=\"lazy\">"
          .utf8)
    case .link(let href) where index >= linkDepthEnd:
      let label = words.isEmpty ? "picture" : words
      output.append(
        contentsOf:
          "<a class=\"remote-picture\" href=\"\(HTMLEscaping.escaped(href))\">\(label)</a>"
          .utf8)
    default: output.append(contentsOf: words.utf8)
    }
    return end
  }

  /// Text with the ids of post-mortems linked: a bare `PM-2021-004` or `[[any id]]`.
  private func text(_ bytes: ArraySlice<UInt8>, isLinked: Bool, into output: inout [UInt8]) {
    guard !isLinked, bytes.contains(UInt8(ascii: "-")) else { return HTMLEscaping.append(bytes, to: &output) }
    var copied = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isIdentifierByte else {
        index += 1
        continue
      }
      var end = index
      var hasDash = false
      var hasDigit = false
      while end < bytes.endIndex, bytes[end].isIdentifierByte {
        hasDash = hasDash || bytes[end] == UInt8(ascii: "-")
        hasDigit = hasDigit || (0x30...0x39).contains(bytes[end])
        end += 1
      }
      if hasDash, hasDigit, let href = renderer.links.reference(String(decoding: bytes[index..<end], as: UTF8.self)) {
        let isBracketed =
          bytes[copied..<index].suffix(2).elementsEqual("[[".utf8) && bytes[end...].prefix(2).elementsEqual("]]".utf8)
        HTMLEscaping.append(bytes[copied..<(isBracketed ? index - 2 : index)], to: &output)
        output.append(contentsOf: "<a href=\"\(HTMLEscaping.escaped(href))\">".utf8)
        HTMLEscaping.append(bytes[index..<end], to: &output)
        output.append(contentsOf: "</a>".utf8)
        copied = isBracketed ? end + 2 : end
      }
      index = max(end, copied)
    }
    HTMLEscaping.append(bytes[copied...], to: &output)
  }
}
