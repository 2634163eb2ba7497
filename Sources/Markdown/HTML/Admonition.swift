/// A block quote that is a notice: its first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.
struct Admonition {
  /// In lower case, as in the class.
  let kind: String
  let title: String
  /// The paragraph that begins with the marker.
  let paragraph: Int
  /// The first node behind the marker and its line break; the paragraph's end where nothing else stands in it.
  let content: Int

  init?(_ quote: Int, in document: Document) {
    paragraph = quote + 1
    guard paragraph < document.nodes[quote].end, document.nodes[paragraph].kind == .paragraph else { return nil }
    let end = document.nodes[paragraph].end
    var marker: [UInt8] = []
    var index = paragraph + 1
    scan: while index < end {
      switch document.nodes[index].kind {
      case .text(let run): marker += document.bytes(run)
      case .softBreak, .lineBreak: break scan
      default: return nil
      }
      guard marker.count <= 16 else { return nil }
      index += 1
    }
    let titles = ["note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"]
    guard marker.starts(with: "[!".utf8), marker.last == UInt8(ascii: "]") else { return nil }
    kind = String(decoding: marker.dropFirst(2).dropLast(), as: UTF8.self).lowercased()
    guard let title = titles[kind] else { return nil }
    self.title = title
    content = min(index + 1, end)
  }
}
