internal import Diagnostics

/// Values behind words that say that they open something, whether they look random or not.
///
/// Stricter than what `check` reports of an author's own text: in an export nobody wrote `password=` to explain it, and
/// a value too many taken out costs less than one left in.
enum GuardedValues {
  /// Where such values stand, in order and apart.
  static func spans(in bytes: [UInt8]) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var index = 0
    while index < bytes.count {
      if let span = span(in: bytes, at: index), !span.isEmpty {
        spans.append(span)
        index = span.end
      } else {
        index += 1
      }
    }
    return spans
  }

  private static func span(in bytes: [UInt8], at index: Int) -> SourceSpan? {
    switch bytes[index] {
    case UInt8(ascii: "="), UInt8(ascii: ":"):
      return named(in: bytes, separator: index) ?? address(in: bytes, colon: index)
    case UInt8(ascii: "-"): return flagged(in: bytes, at: index)
    case UInt8(ascii: "A"), UInt8(ascii: "S"), UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "x"):
      return prefixed(in: bytes, at: index)
    default: return nil
    }
  }

  // MARK: Names

  private static let names = [
    "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "api_key", "accesskey", "access_key",
    "secretkey", "secret_key", "accountkey", "account_key", "sharedaccesskey", "privatekey", "private_key", "authkey",
    "auth_key", "signature", "credential", "credentials", "authorization", "cookie", "sig", "sessionid", "session_id",
  ]

  /// `password=…`, `"api_key": "…"`, `Authorization: Bearer …`, `Cookie: …`, `?sig=…`.
  private static func named(in bytes: [UInt8], separator: Int) -> SourceSpan? {
    let name = name(before: separator, in: bytes)
    guard names.contains(where: { name.hasSuffix($0) }) else { return nil }
    if name.hasSuffix("sig"), name != "sig" { return nil }
    var start = skip(bytes, from: separator + 1, atMost: 3) { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let unquoted = start
    start = skip(bytes, from: start, atMost: 1) { "\"'`".utf8.contains($0) }
    let isQuoted = start > unquoted
    for scheme in ["bearer ", "basic ", "token ", "digest "] where isWord(scheme, in: bytes, at: start) {
      start += scheme.utf8.count
    }
    let isCookie = name.hasSuffix("cookie")
    let end = skip(bytes, from: start, atMost: 4_096) {
      $0 >= 0x20 && $0 != 0x7F && (isCookie || $0 > 0x20 && !"\"'`,;&)|<>".utf8.contains($0))
    }
    let isAssigned = bytes[separator] == UInt8(ascii: "=") || name.hasSuffix("authorization") || isCookie || isQuoted
    guard opens(bytes[start..<end], isAssigned: isAssigned) else { return nil }
    return SourceSpan(start, end)
  }

  /// A word of prose behind a colon opens nothing: `token: expired`.
  private static func opens(_ value: ArraySlice<UInt8>, isAssigned: Bool) -> Bool {
    guard let first = value.first, !"${%(*[".utf8.contains(first) else { return false }
    let word = String(decoding: value.map(\.asciiLower), as: UTF8.self)
    guard !["null", "none", "nil", "true", "false", "expired", "invalid", "missing", "redacted"].contains(word) else {
      return false
    }
    return isAssigned || value.count >= 6 && value.contains { !$0.isASCIILetter && !".,!?-".utf8.contains($0) }
  }

  private static func name(before separator: Int, in bytes: [UInt8]) -> String {
    var end = separator
    while end > 0, separator - end < 3, bytes[end - 1] == 0x20 || "\"'`".utf8.contains(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 40, bytes[start - 1].isNameByte || bytes[start - 1] == UInt8(ascii: "-") {
      start -= 1
    }
    return String(
      decoding: bytes[start..<end].map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.asciiLower },
      as: UTF8.self)
  }

  // MARK: Command lines, addresses, tokens

  /// `--password x`, `-u user:x`, `mysql -px`.
  private static func flagged(in bytes: [UInt8], at index: Int) -> SourceSpan? {
    guard index == 0 || bytes[index - 1] == 0x20 else { return nil }
    for flag in ["--password ", "--pass ", "--token ", "--secret ", "--api-key "]
    where isWord(flag, in: bytes, at: index) {
      let start = index + flag.utf8.count
      return SourceSpan(start, skip(bytes, from: start, atMost: 512) { $0 > 0x20 })
    }
    if isWord("-u ", in: bytes, at: index) {
      let end = skip(bytes, from: index + 3, atMost: 512) { $0 > 0x20 }
      guard let colon = bytes[(index + 3)..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return SourceSpan(colon + 1, end)
    }
    let before = String(decoding: bytes[max(0, index - 60)..<index].map(\.asciiLower), as: UTF8.self)
    guard isWord("-p", in: bytes, at: index), before.contains("mysql") else { return nil }
    return SourceSpan(index + 2, skip(bytes, from: index + 2, atMost: 512) { $0 > 0x20 })
  }

  /// `redis://:x@host`: what stands between the colon and the at sign.
  private static func address(in bytes: [UInt8], colon: Int) -> SourceSpan? {
    guard isWord("://", in: bytes, at: colon) else { return nil }
    let start = colon + 3
    let end = skip(bytes, from: start, atMost: 300) { $0 > 0x20 && !"/?#\"'<>".utf8.contains($0) }
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")),
      let separator = bytes[start..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return SourceSpan(separator + 1, at)
  }

  /// Tokens that say by their beginning what they are, those of manuals included.
  private static func prefixed(in bytes: [UInt8], at index: Int) -> SourceSpan? {
    guard index == 0 || !bytes[index - 1].isNameByte else { return nil }
    let forms = [
      ("AKIA", 12), ("ASIA", 12), ("SG.", 16), ("ghp_", 16), ("gho_", 16), ("hvs.", 16), ("xoxb-", 10), ("xoxp-", 10),
    ]
    for (prefix, least) in forms where isWord(prefix, in: bytes, at: index, exactly: true) {
      let end = skip(bytes, from: index + prefix.utf8.count, atMost: 512) {
        $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
      if end - index - prefix.utf8.count >= least { return SourceSpan(index, end) }
    }
    return nil
  }

  private static func isWord(_ word: String, in bytes: [UInt8], at index: Int, exactly: Bool = false) -> Bool {
    let text = word.utf8
    guard index + text.count <= bytes.count else { return false }
    return zip(bytes[index...], text).allSatisfy { exactly ? $0 == $1 : $0.asciiLower == $1 }
  }

  private static func skip(
    _ bytes: [UInt8], from start: Int, atMost limit: Int, while condition: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < bytes.count, index - start < limit, condition(bytes[index]) { index += 1 }
    return index
  }
}
