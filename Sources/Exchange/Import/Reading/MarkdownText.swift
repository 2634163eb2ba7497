internal import Diagnostics
internal import Markdown

/// The words of Markdown or HTML that other systems wrote.
enum MarkdownText {
  /// Plain text with a line feed between blocks; HTML is read by `HTMLText`'s list, code keeps its words.
  static func plain(_ text: String) -> String {
    let isHTML = looksLikeHTML(text)
    let text = isHTML ? HTMLText.plain(text) : text
    // `Get<T>` and `<nil>` are words of engineers, which Markdown takes for raw HTML and loses.
    if !isHTML, holdsTagLikeWord(text) { return text }
    guard text.utf8.contains(where: { "*_`#[<&\\~|>".utf8.contains($0) }) else { return text }
    let document = DocumentParser.parse(SourceFile(path: "", text: "\n" + text))
    let plain = document.plainText(of: 0)
    return plain.isEmpty ? text : plain
  }

  private static func holdsTagLikeWord(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "<") && (0x41...0x5A).contains($1 & 0xDF) }
      && !text.contains("<http")
  }

  private static func looksLikeHTML(_ text: String) -> Bool {
    ["</", "<br", "<p>", "<div"].contains { text.contains($0) }
  }
}
