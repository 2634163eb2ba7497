/// Texts of one file that no output may repeat: the first four characters stay, so that an author knows which is meant.
package struct Masking: Sendable {
  private let spans: [SourceSpan]
  private let secrets: [[Unicode.Scalar]]

  package static let none = Masking(spans: [], secrets: [])

  private init(spans: [SourceSpan], secrets: [[Unicode.Scalar]]) {
    self.spans = spans
    self.secrets = secrets
  }

  /// What confidential findings cover.
  package init(_ findings: some Sequence<Finding>, in source: SourceFile) {
    spans = findings.filter(\.isConfidential).map(\.span)
    secrets = spans.map { Array(source.text($0).unicodeScalars) }.filter { $0.count > Self.shown }
  }

  private static let shown = 4

  /// The first four characters and an ellipsis; of a short text, the ellipsis alone.
  package static func abbreviated(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > 2 * shown ? String(String.UnicodeScalarView(scalars.prefix(shown))) + "…" : "…"
  }

  /// A source line with every character of a masked text but its first four as `•`, so that columns stay where they are.
  func line(_ line: SourceSpan, of source: SourceFile) -> String {
    let text = source.text(line)
    let touching = spans.filter { $0.start < line.end && $0.end > line.start }
    guard !touching.isEmpty else { return text }
    var offset = line.start
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isHidden = touching.contains { $0.start + Self.shown <= offset && offset < $0.end }
      result.append(isHidden ? "•" : scalar)
      offset += UTF8.width(scalar)
    }
    return String(result)
  }

  /// A message without the masked texts, whole or cut short.
  func message(_ text: String) -> String {
    secrets.reduce(text) { Self.hiding($1, in: $0) }
  }

  private static func hiding(_ secret: [Unicode.Scalar], in text: String) -> String {
    let head = secret.prefix(2 * shown)
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index + head.count <= scalars.count {
      guard scalars[index..<(index + head.count)].elementsEqual(head) else {
        index += 1
        continue
      }
      var length = head.count
      while length < secret.count, index + length < scalars.count, scalars[index + length] == secret[length] {
        length += 1
      }
      scalars.replaceSubrange((index + shown)..<(index + length), with: ["…"])
      index += shown + 1
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
