/// The words of Slack's markup.
enum SlackText {
  /// Plain text, line by line: `<@U1>` as its id, `<#C1|name>` as `#name`, a link as its label or else its address,
  /// `<!here>` as `@here`; marks of emphasis and fences go, inline code keeps its ticks.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"),
        let end = bytes[index..<min(bytes.count, index + 4096)].firstIndex(of: UInt8(ascii: ">"))
      {
        result += Array(words(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)).utf8)
        index = end + 1
      } else if bytes[index...].starts(with: "```".utf8) {
        if let last = result.last, last != 0x0A { result.append(0x0A) }
        index += 3
      } else if isEmphasis(bytes, index) {
        index += 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return CharacterReferences.decoded(result)
  }

  /// The ids of the people that a text mentions.
  static func mentions(in text: String) -> [String] {
    text.split(separator: "<").compactMap { part in
      guard part.hasPrefix("@"), let end = part.firstIndex(where: { $0 == ">" || $0 == "|" }) else { return nil }
      return String(part[part.index(after: part.startIndex)..<end])
    }
  }

  private static func words(_ reference: String) -> String {
    let parts = reference.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts[0]
    let label = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    switch target.first {
    case "@": return String(target.dropFirst())
    case "#": return "#" + (label ?? String(target.dropFirst()))
    case "!": return label ?? "@" + (target.dropFirst().split(separator: "^").first ?? "")
    default: return label ?? (target.hasPrefix("mailto:") ? String(target.dropFirst(7)) : String(target))
    }
  }

  /// A `*`, `_` or `~` at the border of a word, outside of names such as `max_retries` and `2 * 3`.
  private static func isEmphasis(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard "*_~".utf8.contains(bytes[index]) else { return false }
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    if isBorder(before), !isBorder(after) { return hasPartner(bytes, index) }
    return !isBorder(before) && isBorder(after) && hasOpener(bytes, index)
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "()[]{},.;:!?\"'`*_~<>".utf8.contains(byte)
  }

  /// Whether the same mark closes on this line.
  private static func hasPartner(_ bytes: [UInt8], _ index: Int) -> Bool {
    let rest = bytes[(index + 1)..<min(bytes.count, index + 1024)].prefix { $0 != 0x0A }
    return rest.indices.contains { place in
      rest[place] == bytes[index] && place > index + 1 && !isBorder(bytes[place - 1])
        && (place + 1 == bytes.count || isBorder(bytes[place + 1]))
    }
  }

  private static func hasOpener(_ bytes: [UInt8], _ index: Int) -> Bool {
    let line = bytes[max(0, index - 1024)..<index]
    let start = line.lastIndex(of: 0x0A).map { $0 + 1 } ?? line.startIndex
    return (start..<index).contains { place in
      bytes[place] == bytes[index] && (place == 0 || isBorder(bytes[place - 1])) && !isBorder(bytes[place + 1])
    }
  }
}
