internal import Diagnostics
internal import RPC
internal import Site

/// The documents of the knowledge base as resources: `debrief://incidents/pm-2019-014`.
struct Resources {
  private let session: KnowledgeSession
  private static let scheme = "debrief://"
  private static let pageSize = 200

  init(_ session: KnowledgeSession) {
    self.session = session
  }

  /// A page of the list; the cursor is the number of resources before it.
  func list(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    let all = session.twins.addresses
    let start = parameters?["cursor"].map { $0.string.flatMap { Int($0) } ?? -1 } ?? 0
    guard (0...all.count).contains(start) else {
      throw .invalidParameters("'cursor' is none that this list gave")
    }
    let end = min(start + Self.pageSize, all.count)
    let resources = all[start..<end].map { address, title in
      JSONValue.object([
        "uri": .string(Self.scheme + address), "name": .string(address), "title": .string(title),
        "mimeType": .string("text/markdown"),
      ])
    }
    let next = end < all.count ? [JSONValue.Member("nextCursor", .string("\(end)"))] : []
    return .object([JSONValue.Member("resources", .array(resources))] + next)
  }

  func read(_ parameters: JSONValue?) throws(RPCError) -> JSONValue {
    guard let uri = parameters?["uri"]?.string else { throw .invalidParameters("'resources/read' needs a 'uri'") }
    guard uri.hasPrefix(Self.scheme),
      let document = session.twins.document(String(uri.dropFirst(Self.scheme.utf8.count)))
    else { throw RPCError(code: -32002, message: "no resource is at '\(Visible.text(uri))'") }
    return .object([
      "contents": .array([
        .object([
          "uri": .string(uri), "mimeType": .string("text/markdown"),
          "text": .string(session.twins.markdown(document)),
        ])
      ])
    ])
  }
}
