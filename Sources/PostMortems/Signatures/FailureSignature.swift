package import Diagnostics

/// The fingerprint of a failure: what two occurrences of the same fault have in common.
package struct FailureSignature: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case traceback, alert, errorCode = "error-code"
  }

  package let kind: Kind
  /// The readable form: `requests.exceptions.ConnectTimeout in checkout.payment:charge`, an alert's name, an error code.
  package let text: String
  /// Sixteen hexadecimal digits of FNV-1a over kind and text.
  package let hash: String
  package let span: SourceSpan

  package init(kind: Kind, text: String, span: SourceSpan) {
    self.kind = kind
    self.text = text
    self.span = span
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(kind.rawValue)\n\(text)".utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(state, radix: 16)
    hash = String(repeating: "0", count: 16 - digits.count) + digits
  }
}
