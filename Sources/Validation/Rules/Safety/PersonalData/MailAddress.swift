internal import Diagnostics

/// E-mail addresses of people, as opposed to those of roles, lists, examples and machines.
enum MailAddress {
  /// The address around an `@`; nil where it is none, or nobody's own.
  static func span(around at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceSpan? {
    var start = at
    while start > 0, at - start < 64, isLocalByte(bytes[start - 1]) { start -= 1 }
    while start < at, !bytes[start].isLetter, !bytes[start].isDigit { start += 1 }
    var end = bytes.end(from: at + 1, limit: 120) { $0.isLetter || $0.isDigit || $0 == dot || $0 == dash }
    while end > at + 1, bytes[end - 1] == dot || bytes[end - 1] == dash { end -= 1 }
    guard start < at, bytes[start..<at].contains(where: \.isLetter) else { return nil }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") || bytes[start - 1] == UInt8(ascii: ":") {
      // `ssh://user@host` names a machine; `mailto:` an address.
      guard start >= 7, bytes.has("mailto:", at: start - 7) else { return nil }
    }
    let local = String(decoding: bytes[start..<at].lazy.map(\.folded), as: UTF8.self)
    let domain = String(decoding: bytes[(at + 1)..<end].lazy.map(\.folded), as: UTF8.self)
    guard !isRole(local), isMailDomain(domain) else { return nil }
    // `git@host:path` is the address of a repository.
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"), bytes[end + 1].isWordByte { return nil }
    return SourceSpan(start, end)
  }

  private static let dot = UInt8(ascii: ".")
  private static let dash = UInt8(ascii: "-")

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "._%+-".utf8.contains(byte)
  }

  private static func isRole(_ local: String) -> Bool {
    let head = local.split(separator: "+").first.map(String.init) ?? local
    return roles.contains(head) || roleParts.contains { head.contains($0) }
  }

  private static func isMailDomain(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, top.utf8.count >= 2, top.utf8.allSatisfy(\.isLetter),
      labels.allSatisfy({ !$0.isEmpty })
    else { return false }
    if nobodysTops.contains(String(top)) || labels.dropLast().last == "example" { return false }
    return !nobodysDomains.contains { domain == $0 || domain.hasSuffix("." + $0) } && labels.first != "lists"
  }

  private static let roles: Set<String> = [
    "info", "support", "admin", "administrator", "contact", "help", "abuse", "sales", "team", "hello", "ops", "oncall",
    "sre", "press", "media", "feedback", "status", "billing", "privacy", "legal", "dpo", "root", "git", "user", "users",
    "username", "name", "you", "me", "someone", "email", "mail", "test", "dev", "engineering", "infra", "conduct",
    "jobs",
    "data", "office", "service", "compliance", "nobody", "jenkins", "ci", "bot", "deploy", "ubuntu", "ec2-user",
    "postgres", "www-data",
  ]

  private static let roleParts = [
    "noreply", "no-reply", "donotreply", "do-not-reply", "security", "postmaster", "webmaster", "hostmaster",
    "support", "incident", "alert", "on-call", "oncall", "notification", "helpdesk", "infrastructure",
  ]

  /// Reserved names (RFC 2606, RFC 6762, RFC 8375), and endings that are a file's or a unit's.
  private static let nobodysTops: Set<String> = [
    "example", "test", "invalid", "localhost", "local", "internal", "lan", "corp", "arpa", "png", "jpg", "jpeg", "gif",
    "svg", "webp", "md", "js", "ts", "css", "json", "yml", "yaml", "py", "rb", "sh", "html", "txt", "log", "service",
    "socket", "timer", "target", "mount", "git",
  ]

  private static let nobodysDomains = [
    "googlegroups.com", "gserviceaccount.com", "calendar.google.com", "users.noreply.github.com", "domain.com",
    "company.com", "yourcompany.com", "groups.io",
  ]
}
