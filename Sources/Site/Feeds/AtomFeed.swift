/// A feed in the form of Atom 1.0 (RFC 4287).
enum AtomFeed {
  static func document(_ feed: Feed) -> [UInt8] {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n".utf8
    element("id", feed.addresses.id(feed.scope.page), &output)
    element("title", feed.title, &output)
    if !feed.description.isEmpty { element("subtitle", feed.description, &output) }
    element("updated", feed.updated, &output)
    output += "<author><name>\(XMLText.escaped(feed.siteTitle))</name></author>\n".utf8
    output += "<generator>Debrief</generator>\n".utf8
    if let address = feed.addresses.absolute(feed.scope.atom) {
      link("self", "application/atom+xml", address, &output)
    }
    link("alternate", "text/html", feed.addresses.address(feed.scope.page, from: feed.scope.atom), &output)
    for entry in feed.entries { append(entry, feed, &output) }
    output += "</feed>\n".utf8
    return output
  }

  private static func append(_ entry: FeedEntry, _ feed: Feed, _ output: inout [UInt8]) {
    output += "<entry>\n".utf8
    element("id", feed.addresses.id(entry.path), &output)
    element("title", entry.title, &output)
    link("alternate", "text/html", feed.addresses.address(entry.path, from: feed.scope.atom), &output)
    element("published", entry.moments.published.rfc3339, &output)
    element("updated", entry.moments.updated.rfc3339, &output)
    for category in entry.categories { output += "<category term=\"\(XMLText.escaped(category))\"/>\n".utf8 }
    if !entry.summary.isEmpty { element("summary", entry.summary, &output) }
    output += "<content type=\"html\">".utf8
    XMLText.append(entry.html, to: &output)
    output += "</content>\n</entry>\n".utf8
  }

  private static func element(_ name: String, _ text: String, _ output: inout [UInt8]) {
    output += "<\(name)>".utf8
    XMLText.append(Array(text.utf8), to: &output)
    output += "</\(name)>\n".utf8
  }

  private static func link(_ relation: String, _ type: String, _ address: String, _ output: inout [UInt8]) {
    output += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escaped(address))\"/>\n".utf8
  }
}
