internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Whether a document is for everybody. What cannot be told is not.
enum DocumentAudience {
  private static let unclear: Set<String> = ["unclosed-front-matter", "duplicate-key"]

  static func isPublic(_ document: Document, settings: Settings) -> Bool {
    if document.findings.contains(where: { unclear.contains($0.rule) }) { return false }
    guard let frontMatter = document.frontMatter else {
      return settings.audience == "public" && !mentionsAudience(document.source)
    }
    guard frontMatter.isReadable else { return false }
    let stated = frontMatter.entries.filter { entry in
      (settings.keys[entry.key.value] ?? entry.key.value).lowercased() == "audience"
    }
    guard stated.isEmpty else { return stated.allSatisfy { $0.value.value.text == "public" } }
    return settings.audience == "public"
  }

  /// A line such as `audience: internal` in a file whose front matter is not where it should be.
  private static func mentionsAudience(_ source: SourceFile) -> Bool {
    (1...min(source.lineStarts.count, 200)).contains { number in
      let line = source.lineSpan(number)
      guard line.end - line.start < 80 else { return false }
      let text = source.text(line).filter { !$0.isWhitespace }.lowercased()
      return text.hasPrefix("audience:") || text.hasPrefix("audience=")
    }
  }
}
