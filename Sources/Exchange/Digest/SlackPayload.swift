internal import Diagnostics

/// A digest as a message of Slack's Block Kit, within its limits whatever there is to say.
struct SlackPayload {
  private let digest: Digest

  /// Slack's own: blocks of a message, characters of a section's text and of a header.
  static let mostBlocks = 50
  static let longestSection = 3000
  static let longestHeader = 150
  /// Slack refuses messages past some 13,200 characters in all, which its documentation does not say; counted here as
  /// bytes of the blocks, which are never fewer.
  static let mostBytes = 12_800

  init(_ digest: Digest) {
    self.digest = digest
  }

  var json: JSONValue {
    let blocks = digest.fitting(blocks) { blocks in
      blocks.count <= Self.mostBlocks && JSONValue.array(blocks).compact.utf8.count <= Self.mostBytes
    }
    return .object([
      "text": .string(DigestWords.shortened(Self.escaped("\(digest.headline). \(digest.summary)"), to: 1000)),
      "unfurl_links": .bool(false), "blocks": .array(blocks),
    ])
  }

  private func blocks(most: Int) -> [JSONValue] {
    var blocks = [header]
    if digest.sections.isEmpty { blocks.append(Self.section(DigestWords.nothing)) }
    for section in digest.sections {
      blocks += Self.chunks(lines(section, most: most)).map(Self.section)
    }
    if let home = digest.home {
      let link = JSONValue.object([
        "type": .string("mrkdwn"), "text": .string("<\(Self.target(home))|Open the knowledge base>"),
      ])
      blocks.append(.object(["type": .string("context"), "elements": .array([link])]))
    }
    return blocks
  }

  private var header: JSONValue {
    let words = DigestWords.shortened(digest.headline, to: Self.longestHeader)
    return .object([
      "type": .string("header"),
      "text": .object(["type": .string("plain_text"), "text": .string(words), "emoji": .bool(false)]),
    ])
  }

  private static func section(_ text: String) -> JSONValue {
    .object([
      "type": .string("section"),
      "text": .object(["type": .string("mrkdwn"), "text": .string(text), "verbatim": .bool(true)]),
    ])
  }

  private func lines(_ section: DigestSection, most: Int) -> [String] {
    let (items, left) = section.shown(most)
    var lines = ["*\(Self.escaped(section.title))* (\(section.items.count))"]
    lines += items.map { item in
      let words = Self.escaped(item.text)
      let head = item.address.map { "<\(Self.target($0))|\(words)>" } ?? "*\(words)*"
      return "• \(head)\(item.detail.isEmpty ? "" : ": \(Self.escaped(item.detail))")"
    }
    if left > 0 {
      let more = DigestWords.more(left)
      lines.append(section.address.map { "<\(Self.target($0))|\(more)>" } ?? "\(more): `\(section.command)`")
    }
    return lines
  }

  /// Lines put together into texts that a section can hold; a line alone is always short enough.
  private static func chunks(_ lines: [String]) -> [String] {
    var chunks: [String] = []
    for line in lines {
      if let last = chunks.last, last.utf16.count + 1 + line.utf16.count <= longestSection {
        chunks[chunks.count - 1] = last + "\n" + line
      } else {
        chunks.append(line)
      }
    }
    return chunks
  }

  /// The three characters that Slack's markup gives a meaning.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func target(_ address: String) -> String {
    escaped(address.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "%7C"))
  }
}
