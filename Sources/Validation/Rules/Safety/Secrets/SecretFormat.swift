internal import Diagnostics

/// A credential whose issuer marks it with a prefix.
struct SecretFormat {
  let kind: String
  let prefix: StaticString
  /// How many characters follow the prefix.
  let tail: ClosedRange<Int>
  let accepts: @Sendable (UInt8) -> Bool

  /// The credential that begins at a byte; nil inside a longer word.
  static func secret(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SecretScanner.Secret? {
    if index > 0, bytes[index - 1].isDigit || bytes[index - 1].isLetter || bytes[index - 1] == UInt8(ascii: "_") {
      return nil
    }
    if let token = webToken(at: index, in: bytes) { return token }
    for format in all where bytes.has(format.prefix, at: index) {
      let start = index + format.prefix.utf8CodeUnitCount
      let end = bytes.end(from: start, limit: 512, where: format.accepts)
      guard format.tail.contains(end - start), !SecretValue.isExample(bytes[index..<end]),
        SecretValue.entropy(bytes[start..<end]) >= 3
      else { continue }
      return SecretScanner.Secret(kind: format.kind, span: SourceSpan(index, end))
    }
    return nil
  }

  /// Three Base64 parts, the first two of which are JSON objects.
  private static func webToken(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SecretScanner.Secret? {
    guard bytes.has("eyJ", at: index) else { return nil }
    let head = bytes.end(from: index, limit: 1024, where: isBase64)
    guard head - index > 12, bytes.has(".eyJ", at: head) else { return nil }
    let body = bytes.end(from: head + 1, limit: 8192, where: isBase64)
    guard body - head > 12, body < bytes.count, bytes[body] == UInt8(ascii: ".") else { return nil }
    let end = bytes.end(from: body + 1, limit: 2048, where: isBase64)
    guard end - body > 12 else { return nil }
    return SecretScanner.Secret(kind: "a JSON web token", span: SourceSpan(index, end))
  }

  /// The beginnings of three bytes that every credential has one of.
  static var beginnings: [[UInt8]] {
    all.map { format in (0..<3).map { format.prefix.utf8Start[$0] } } + [Array("eyJ".utf8)]
  }

  private static let all: [SecretFormat] = [
    SecretFormat(kind: "an AWS access key", prefix: "AKIA", tail: 16...16, accepts: isUpper),
    SecretFormat(kind: "a temporary AWS access key", prefix: "ASIA", tail: 16...16, accepts: isUpper),
    SecretFormat(kind: "a GitHub token", prefix: "ghp_", tail: 36...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a GitHub token", prefix: "gho_", tail: 36...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a GitHub token", prefix: "ghu_", tail: 36...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a GitHub token", prefix: "ghs_", tail: 36...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a GitHub token", prefix: "ghr_", tail: 36...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a GitHub token", prefix: "github_pat_", tail: 22...255, accepts: isBase64),
    SecretFormat(kind: "a GitLab token", prefix: "glpat-", tail: 20...255, accepts: isBase64),
    SecretFormat(kind: "a Slack token", prefix: "xoxb-", tail: 16...255, accepts: isBase64),
    SecretFormat(kind: "a Slack token", prefix: "xoxp-", tail: 16...255, accepts: isBase64),
    SecretFormat(kind: "a Slack token", prefix: "xoxa-", tail: 16...255, accepts: isBase64),
    SecretFormat(kind: "a Slack token", prefix: "xoxr-", tail: 16...255, accepts: isBase64),
    SecretFormat(kind: "a Slack token", prefix: "xoxs-", tail: 16...255, accepts: isBase64),
    SecretFormat(kind: "a Slack webhook", prefix: "hooks.slack.com/services/", tail: 30...100, accepts: isPath),
    SecretFormat(kind: "a Google API key", prefix: "AIza", tail: 35...35, accepts: isBase64),
    SecretFormat(kind: "a Stripe key", prefix: "sk_live_", tail: 16...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a Stripe key", prefix: "rk_live_", tail: 16...255, accepts: isAlphanumeric),
    SecretFormat(kind: "a package registry token", prefix: "npm_", tail: 36...36, accepts: isAlphanumeric),
    SecretFormat(kind: "a package index token", prefix: "pypi-AgEI", tail: 50...500, accepts: isBase64),
    SecretFormat(kind: "an Anthropic key", prefix: "sk-ant-", tail: 24...255, accepts: isBase64),
    SecretFormat(kind: "an OpenAI key", prefix: "sk-proj-", tail: 24...255, accepts: isBase64),
    SecretFormat(kind: "an OpenAI key", prefix: "sk-", tail: 40...60, accepts: isAlphanumeric),
  ]

  private static let isAlphanumeric: @Sendable (UInt8) -> Bool = { $0.isDigit || $0.isLetter }
  private static let isUpper: @Sendable (UInt8) -> Bool = { $0.isDigit || (0x41...0x5A).contains($0) }
  private static let isPath: @Sendable (UInt8) -> Bool = { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "/") }
  private static let isBase64: @Sendable (UInt8) -> Bool = {
    $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
  }
}
