/// The fragment ids of a document's headings: an explicit `{#id}`, else a slug of the words, each made unique.
package struct HeadingAnchors: Sendable {
  package struct Heading: Sendable {
    package let node: Int
    package let level: Int
    package let text: String
    package let id: String
  }

  package let headings: [Heading]

  package init(_ document: Document) {
    var used: [String: Int] = [:]
    var taken: Set<String> = []
    var headings: [Heading] = []
    for (index, node) in document.nodes.enumerated() {
      guard case .heading(let depth) = node.kind else { continue }
      let level = Int(depth)
      let (text, explicit) = Self.split(document.plainText(of: index))
      let base = explicit ?? Self.slug(text)
      var count = used[base, default: 0]
      while !taken.insert(count == 0 ? base : "\(base)-\(count)").inserted { count += 1 }
      used[base] = count + 1
      let id = count == 0 ? base : "\(base)-\(count)"
      headings.append(Heading(node: index, level: level, text: text, id: id))
    }
    self.headings = headings
  }

  package func id(of node: Int) -> String? {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < headings.count && headings[low].node == node ? headings[low].id : nil
  }

  package func contains(_ fragment: String) -> Bool {
    headings.contains { $0.id == fragment }
  }

  /// A heading's words and the id of a trailing `{#id}`.
  package static func split(_ text: String) -> (text: String, id: String?) {
    guard text.hasSuffix("}"), let open = text.range(of: "{#") else { return (text, nil) }
    let id = text[open.upperBound...].dropLast()
    guard !id.isEmpty, id.utf8.allSatisfy(\.isIdentifierByte) else { return (text, nil) }
    let words = text[..<open.lowerBound]
    return (String(words.reversed().drop { $0 == " " }.reversed()), String(id))
  }

  /// Lower case, letters and digits of every script, `-` and `_` kept, spaces as `-`, all else dropped: the rule that
  /// authors know from code hosts.
  package static func slug(_ text: String) -> String {
    var text = text
    let plain = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? plainSlug(bytes) : nil }
    return plain ?? anySlug(text)
  }

  private static func plainSlug(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let slug = String(unsafeUninitializedCapacity: text.count) { slug in
      var count = 0
      for byte in text {
        let letter: UInt8
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"): letter = UInt8(ascii: "-")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          letter = byte
        default: continue
        }
        slug[count] = letter
        count += 1
      }
      return count
    }
    return slug.isEmpty ? "section" : slug
  }

  private static func anySlug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "-": slug.unicodeScalars.append("-")
      case "a"..."z", "0"..."9", "_": slug.unicodeScalars.append(scalar)
      case "\0"..."\u{7F}": break
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { slug.unicodeScalars.append(scalar) }
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}

extension String {
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
