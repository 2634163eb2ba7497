/// Recognises references to trackers: addresses, `#123`, `owner/repository#123`, `EDGE-4112`.
enum TicketReferences {
  private static let pathParts: Set<String> = [
    "issues", "issue", "pull", "pulls", "merge_requests", "browse", "tickets", "ticket", "_workitems", "workitems",
    "pull-requests", "show_bug.cgi", "task", "tasks", "story", "stories",
  ]
  private static let hosts = [
    "trello.com", "linear.app", "app.asana.com", "app.shortcut.com", "pivotaltracker.com", "app.clickup.com",
    "monday.com", "issuetracker.google.com",
  ]
  private static let hostPrefixes = ["jira.", "bugs.", "bugzilla.", "issues.", "tracker.", "youtrack.", "redmine."]
  /// Prefixes of standards, algorithms and severities that look like a Jira project.
  private static let notProjects: Set<String> = [
    "UTF", "SHA", "ISO", "CVE", "RFC", "TLS", "SSL", "HTTP", "IPV", "SEV", "COVID", "AES", "RSA", "MD", "UTC", "GMT",
    "ARM", "PEP", "CWE", "IEEE", "EC", "US", "EU", "AP", "TOP", "PHASE", "PRIO", "GB", "LTS",
    "GPT", "SQL", "PHP", "AMD", "PS", "ECMA", "JDK", "PG", "IPV", "FIPS", "DS", "BGP", "DNS", "CPU", "GPU", "VM", "AZ",
    "HA", "RAID", "WAL", "KB", "MB", "TB", "DAY", "WEEK", "STEP", "LEVEL", "TIER", "PART", "ZONE", "NODE", "RACK",
  ]

  /// Whether an address leads to an issue, a pull request or a card.
  static func isTracker(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    let rest = address[scheme.upperBound...]
    let parts = rest.split(whereSeparator: { $0 == "/" || $0 == "?" || $0 == "#" })
    guard let host = parts.first?.lowercased(), parts.count > 1 else { return false }
    if hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return true }
    if hostPrefixes.contains(where: { host.hasPrefix($0) }) { return true }
    return parts.dropFirst().contains { pathParts.contains($0.lowercased()) }
  }

  /// The reference that begins at a place: `#123`, `GH-123`, `owner/repository#123`, `EDGE-4112`.
  static func reference(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
    if start > 0, bytes[start - 1].isWordByte || bytes[start - 1] == UInt8(ascii: "/") { return nil }
    if let range = numbered(in: bytes, at: start, to: end) ?? task(in: bytes, at: start, to: end)
      ?? worded(in: bytes, at: start, to: end)
    {
      return range
    }
    return key(in: bytes, at: start, to: end)
  }

  /// `T295012`, as Phabricator numbers tasks.
  private static func task(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "T") else { return nil }
    var digits = start + 1
    while digits < end, bytes[digits].isDigit { digits += 1 }
    guard (4...7).contains(digits - start - 1), digits == end || !bytes[digits].isWordByte else { return nil }
    return start..<digits
  }

  /// `bug 3391`, `PR 88`, at the head of a bracket.
  private static func worded(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
    guard start > 0, bytes[start - 1] == UInt8(ascii: "(") || bytes[start - 1] == UInt8(ascii: "[") else { return nil }
    var index = start
    while index < end, bytes[index].isLetter { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    guard ["bug", "pr", "mr", "issue", "ticket"].contains(word), index < end, bytes[index] == 0x20 else { return nil }
    var digits = index + 1
    while digits < end, bytes[digits].isDigit { digits += 1 }
    guard (1...7).contains(digits - index - 1), digits == end || !bytes[digits].isWordByte else { return nil }
    return start..<digits
  }

  private static func numbered(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, index - start < 80,
      bytes[index].isLetter || bytes[index].isDigit || "-_./".utf8.contains(bytes[index])
    {
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: "#") else { return nil }
    if index > start, !bytes[start..<index].contains(UInt8(ascii: "/")) { return nil }
    var digits = index + 1
    while digits < end, bytes[digits].isDigit { digits += 1 }
    guard (1...7).contains(digits - index - 1), digits == end || !bytes[digits].isWordByte else { return nil }
    return start..<digits
  }

  private static func key(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, bytes[index].isUpper || (index > start && bytes[index].isDigit) { index += 1 }
    guard (2...10).contains(index - start), index < end, bytes[index] == UInt8(ascii: "-") else { return nil }
    var digits = index + 1
    while digits < end, bytes[digits].isDigit { digits += 1 }
    guard (1...6).contains(digits - index - 1) else { return nil }
    if digits < end, bytes[digits].isWordByte || bytes[digits] == UInt8(ascii: "-") { return nil }
    let project = String(decoding: bytes[start..<index], as: UTF8.self)
    return notProjects.contains(project) ? nil : start..<digits
  }

  /// Words that say nothing of a link but that it is one: `Issue`, `PR #12`, `link to issue`.
  static func isPointer(_ text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "#" || $0 == "-") })
    guard words.count <= 7 else { return false }
    return words.allSatisfy { word in
      pointerWords.contains(String(word)) || word.first == "#" || word.allSatisfy(\.isNumber)
        || Self.key(in: Array(word.uppercased().utf8), at: 0, to: word.utf8.count) != nil
    }
  }

  private static let pointerWords: Set<String> = [
    "issue", "issues", "pr", "prs", "pull", "request", "requests", "ticket", "link", "links", "to", "here", "see", "an",
    "a", "the", "for", "this", "github", "gitlab", "jira", "trello", "card", "bug", "task", "mr", "merge", "story",
    "tracking", "tracked", "in", "on", "at", "discussion", "cf", "related", "ref", "reference", "epic", "and", "fix",
    "done", "pull-request",
  ]
}
