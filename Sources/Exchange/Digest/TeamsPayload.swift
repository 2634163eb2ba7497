internal import Diagnostics

/// A digest as an Adaptive Card in the envelope that Teams' workflows take.
struct TeamsPayload {
  private let digest: Digest

  /// Teams refuses messages of 28 KB and more.
  static let mostBytes = 27_000

  init(_ digest: Digest) {
    self.digest = digest
  }

  var json: JSONValue {
    digest.fitting(message) { $0.compact.utf8.count <= Self.mostBytes }
  }

  private func message(most: Int) -> JSONValue {
    var card: [JSONValue.Member] = [
      .init("$schema", .string("http://adaptivecards.io/schemas/adaptive-card.json")),
      .init("type", .string("AdaptiveCard")), .init("version", .string("1.4")),
      .init("msteams", .object(["width": .string("Full")])), .init("body", .array(body(most: most))),
    ]
    if let home = digest.home {
      let open = JSONValue.object([
        "type": .string("Action.OpenUrl"), "title": .string("Open the knowledge base"), "url": .string(home),
      ])
      card.append(.init("actions", .array([open])))
    }
    return .object([
      "type": .string("message"),
      "attachments": .array([
        .object([
          "contentType": .string("application/vnd.microsoft.card.adaptive"), "contentUrl": .null,
          "content": .object(card),
        ])
      ]),
    ])
  }

  private func body(most: Int) -> [JSONValue] {
    var body = [Self.block(DigestMarkdown.escaped(digest.headline), size: "Large", isBold: true)]
    guard !digest.sections.isEmpty else { return body + [Self.block(DigestWords.nothing)] }
    let facts = digest.sections.map {
      JSONValue.object(["title": .string($0.title), "value": .string("\($0.items.count)")])
    }
    body.append(.object(["type": .string("FactSet"), "facts": .array(facts)]))
    for section in digest.sections {
      body.append(Self.block(DigestMarkdown.escaped(section.title), size: "Medium", isBold: true))
      body.append(Self.block(lines(section, most: most).joined(separator: "\n")))
    }
    return body
  }

  private func lines(_ section: DigestSection, most: Int) -> [String] {
    let (items, left) = section.shown(most)
    var lines = items.map { item in
      let words = DigestMarkdown.escaped(item.text)
      let head = item.address.map { "[\(words)](\(DigestMarkdown.target($0)))" } ?? "**\(words)**"
      return "- \(head)\(item.detail.isEmpty ? "" : ": \(DigestMarkdown.escaped(item.detail))")"
    }
    if left > 0 {
      let more = DigestWords.more(left)
      lines.append(
        "- \(section.address.map { "[\(more)](\(DigestMarkdown.target($0)))" } ?? "\(more): \(section.command)")")
    }
    return lines
  }

  private static func block(_ text: String, size: String? = nil, isBold: Bool = false) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .string("TextBlock")), .init("text", .string(text)), .init("wrap", .bool(true)),
    ]
    if let size { members.append(.init("size", .string(size))) }
    if isBold { members.append(.init("weight", .string("Bolder"))) }
    return .object(members)
  }
}
