internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The sections of a document as data, in the author's order.
enum SectionJSON {
  static func value(_ sections: [Section], in document: Document) -> JSONValue {
    let texts = DocumentText.ownTexts(of: sections, in: document)
    return .array(
      zip(sections, texts).map { section, text in
        .object([
          "role": .optional(section.role?.rawValue), "title": .string(section.title),
          "opening": .string(opening(section)), "level": .optional(level(section)),
          "parent": .optional(section.parent), "text": .string(text),
        ])
      })
  }

  static func opening(_ section: Section) -> String {
    switch section.opening {
    case .heading: "heading"
    case .boldLine: "bold-line"
    case .boldLabel: "bold-label"
    case .preamble: "preamble"
    }
  }

  static func level(_ section: Section) -> Int? {
    if case .heading(let level) = section.opening { return level }
    return nil
  }
}

/// The words of a document, as text for people and programs.
enum DocumentText {
  /// The markdown behind the front matter, with line feeds; bytes that are no UTF-8 replaced.
  static func body(of document: Document) -> String {
    let bytes = document.source.bytes
    return withLineFeeds(String(decoding: bytes[min(document.bodyStart, bytes.count)...], as: UTF8.self))
  }

  /// A section's words without those of the sections within it, so that nothing stands twice; markup left out.
  static func ownTexts(of sections: [Section], in document: Document) -> [String] {
    var children = [[Range<Int>]](repeating: [], count: sections.count)
    for section in sections {
      guard let parent = section.parent else { continue }
      let start = section.titleNode < 0 ? section.content.lowerBound : section.titleNode
      children[parent].append(min(start, section.content.upperBound)..<section.content.upperBound)
    }
    return zip(sections, children).map { section, children in
      var pieces: [String] = []
      var place = section.content.lowerBound
      for child in children.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if child.lowerBound > place { pieces.append(document.plainText(from: place, to: child.lowerBound)) }
        place = max(place, child.upperBound)
      }
      if place < section.content.upperBound {
        pieces.append(document.plainText(from: place, to: section.content.upperBound))
      }
      return pieces.filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
