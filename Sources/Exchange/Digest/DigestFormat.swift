internal import Diagnostics
internal import PostMortems

/// The forms in which a digest can be posted.
package enum DigestFormat: String, CaseIterable, Sendable {
  case text, markdown, slack, teams, email, json

  /// The whole payload; text of one line for the services that count bytes.
  package func payload(of digest: Digest) -> String {
    switch self {
    case .text: DigestText(digest).text
    case .markdown: DigestMarkdown(digest).text
    case .slack: SlackPayload(digest).json.compact + "\n"
    case .teams: TeamsPayload(digest).json.compact + "\n"
    case .email: DigestEmail(digest).text
    case .json: Self.indented(digest.json)
    }
  }

  private static func indented(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    value.append(to: &bytes, indent: 0, pretty: true)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

extension Digest {
  var json: JSONValue {
    .object([
      "title": .string(title), "since": .string(days.lowerBound.iso), "as_of": .string(days.upperBound.iso),
      "url": .optional(home),
      "sections": .array(
        sections.map { section in
          .object([
            "id": .string(section.id), "title": .string(section.title), "count": .int(section.items.count),
            "url": .optional(section.address),
            "items": .array(
              section.items.map { item in
                .object([
                  "text": .string(item.text), "detail": .string(item.detail), "url": .optional(item.address),
                  "file": .string(item.file),
                ])
              }),
          ])
        }),
    ])
  }

  /// The fullest of several renderings that fits; `most` is how many items of a section are shown at most.
  func fitting<Payload>(_ render: (_ most: Int) -> Payload, where fits: (Payload) -> Bool) -> Payload {
    for most in [50, 30, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1] {
      let payload = render(most)
      if fits(payload) { return payload }
    }
    return render(0)
  }
}
