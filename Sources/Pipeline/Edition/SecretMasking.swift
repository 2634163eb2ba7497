internal import Diagnostics
internal import Validation

/// Takes credentials out of a file before it is parsed, so that no page, index, feed or file of the site can show one.
struct SecretMasking: Sendable {
  /// The level at which a credential is reported.
  let level: Level

  private static let rule = "secret"

  /// The masking of a house's settings; nil where it turned the rule off.
  init?(levels: [String: Level]) {
    level = levels[Self.rule] ?? .error
    if level == .off { return nil }
  }

  /// The file with every credential as its first four characters and dots, but for those that a comment with a reason
  /// waives; the same file where there is none.
  func masked(_ source: SourceFile) -> (source: SourceFile, found: [Diagnostic]) {
    let secrets = SecretScanner.secrets(in: source.bytes)
    guard !secrets.isEmpty else { return (source, []) }
    let waivers = SuppressionReader.suppressions(in: source).filter { waiver in
      !waiver.reason.isEmpty && waiver.rules.contains { $0.value == Self.rule }
    }
    let open = secrets.filter { secret in
      let line = source.line(at: secret.span.start)
      return !waivers.contains { $0.lines?.contains(line) ?? true }
    }
    guard !open.isEmpty else { return (source, []) }
    let findings = open.map { SecretFinding.finding($0, in: source) }
    let masking = Masking(findings, in: source)
    return (
      SourceFile(path: source.path, bytes: Self.dotted(source.bytes, open.map(\.span))),
      findings.map { Diagnostic($0, level: level, in: source, masking: masking) }
    )
  }

  /// Line breaks stay, and each other character but the first four is one dot, so that lines and columns stay too.
  private static func dotted(_ bytes: [UInt8], _ spans: [SourceSpan]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for span in spans {
      let shown = min(span.start + 4, span.end)
      result += bytes[start..<shown]
      for byte in bytes[shown..<span.end] where byte & 0xC0 != 0x80 {
        result += byte == 0x0A || byte == 0x0D ? [byte] : Array("•".utf8)
      }
      start = span.end
    }
    return result + bytes[start...]
  }
}
