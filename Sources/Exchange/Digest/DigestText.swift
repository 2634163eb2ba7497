/// A digest as plain text.
struct DigestText {
  private let digest: Digest

  init(_ digest: Digest) {
    self.digest = digest
  }

  var text: String { text(most: .max) }

  /// The same with at most so many items a section.
  func text(most: Int) -> String {
    var lines = [digest.headline]
    if digest.sections.isEmpty { lines += ["", DigestWords.nothing] }
    for section in digest.sections {
      lines += ["", "\(section.title) (\(section.items.count))"]
      let (items, left) = section.shown(most)
      for item in items {
        lines.append("- \(item.text)")
        if !item.detail.isEmpty { lines.append("  \(item.detail)") }
        lines.append("  \(item.address ?? item.file)")
      }
      if left > 0 { lines.append("\(DigestWords.more(left)): \(section.address ?? section.command)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A digest as markdown, for a wiki, a merge request or a chat that reads it.
struct DigestMarkdown {
  private let digest: Digest

  init(_ digest: Digest) {
    self.digest = digest
  }

  /// A reader of a page can take this many lines under one heading.
  private static let most = 100

  var text: String {
    var text = "# \(Self.escaped(digest.headline))\n"
    if digest.sections.isEmpty { text += "\n\(DigestWords.nothing)\n" }
    for section in digest.sections {
      text += "\n## \(Self.escaped(section.title)) (\(section.items.count))\n\n"
      let (items, left) = section.shown(Self.most)
      for item in items { text += line(item) }
      if left > 0 {
        let more = DigestWords.more(left)
        text += "- \(section.address.map { "[\(more)](\(Self.target($0)))" } ?? "\(more): `\(section.command)`")\n"
      }
    }
    return text
  }

  private func line(_ item: DigestItem) -> String {
    let words = Self.escaped(item.text)
    let head = item.address.map { "[\(words)](\(Self.target($0)))" } ?? "**\(words)**"
    return "- \(head)\(item.detail.isEmpty ? "" : ": \(Self.escaped(item.detail))")\n"
  }

  /// Text in which no character acts as markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|~@!&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// An address that cannot leave the parentheses around it.
  static func target(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(": result += "%28"
      case ")": result += "%29"
      case " ": result += "%20"
      case "<", ">", "\\": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
