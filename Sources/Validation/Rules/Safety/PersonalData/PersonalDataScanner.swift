internal import Diagnostics

/// Finds what identifies a person or a connection in the bytes of a file, in one pass.
enum PersonalDataScanner {
  struct Match: Equatable {
    let kind: String
    let span: SourceSpan
  }

  static func all(in bytes: [UInt8]) -> [Match] {
    var found: [Match] = []
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        guard let match = match(at: index, in: buffer) else {
          index += 1
          continue
        }
        found.append(match)
        index = max(match.span.end, index + 1)
      }
    }
    return found
  }

  private static func match(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Match? {
    switch bytes[index] {
    case UInt8(ascii: "@"):
      MailAddress.span(around: index, in: bytes).map { Match(kind: "e-mail address", span: $0) }
    case UInt8(ascii: "+"):
      TelephoneNumber.span(at: index, in: bytes).map { Match(kind: "telephone number", span: $0) }
    case UInt8(ascii: "."):
      InternetAddress.span(aroundFirstDot: index, in: bytes).map { Match(kind: "IP address", span: $0) }
    case UInt8(ascii: ":"):
      InternetAddress.span(aroundFirstColon: index, in: bytes).map { Match(kind: "IP address", span: $0) }
    default: nil
    }
  }
}
