/// Finds error codes that are specific enough to recognise a fault by: `ERR_CERT_DATE_INVALID`, `ECONNREFUSED`,
/// `SQLSTATE 40001`, `ORA-00054`, `x509: certificate has expired`, `HTTP 502`.
///
/// It is meant for code spans and code blocks, where such a word is a program's and not the author's.
enum ErrorCodes {
  struct Found: Equatable {
    let text: String
    let range: Range<Int>
  }

  static func find(in bytes: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter || bytes[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == UInt8(ascii: "_") { end += 1 }
      if index == 0 || bytes[index - 1] != UInt8(ascii: "_"), let code = code(bytes, index..<end) { found.append(code) }
      index = max(end, index + 1)
    }
    return found
  }

  private static func code(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    guard word.count >= 3, word.count <= 60 else { return nil }
    switch bytes[word.lowerBound] {
    case UInt8(ascii: "x"): return certificate(bytes, word)
    case UInt8(ascii: "0"): return windows(bytes, word)
    case UInt8(ascii: "5"), UInt8(ascii: "4"): return reason(bytes, word)
    default: break
    }
    guard bytes[word.lowerBound].isUpper else { return nil }
    let name = String(decoding: bytes[word], as: UTF8.self)
    if errnos.contains(name) || statuses.contains(name) || isScreaming(name) { return Found(text: name, range: word) }
    switch name {
    case "SQLSTATE": return sqlState(bytes, word)
    case "HTTP": return http(bytes, word)
    case "ORA", "TNS", "PLS": return oracle(bytes, word, name)
    default:
      let isMicrosoft = name.hasPrefix("AADSTS") && name.dropFirst(6).allSatisfy(\.isNumber) && name.utf8.count >= 10
      return isMicrosoft ? Found(text: name, range: word) : nil
    }
  }

  /// Names in capitals with the marks of an error code: `ERR_…`, `…_ERROR_…`, `…_FAILED`.
  private static func isScreaming(_ name: String) -> Bool {
    guard name.contains("_"), name.utf8.count >= 8,
      name.utf8.allSatisfy({ $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") })
    else { return false }
    if ["ERR_", "DNS_PROBE_", "SEC_ERROR_", "X509_V_ERR_"].contains(where: { name.hasPrefix($0) }) { return true }
    return ["_ERROR", "_EXCEEDED", "_EXHAUSTED", "_EXPIRED", "_REFUSED"].contains { name.hasSuffix($0) }
      || name.contains("_ERROR_")
  }

  private static func sqlState(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    var start = word.upperBound
    while start < bytes.count, start - word.upperBound < 4, "[:= '\"(".utf8.contains(bytes[start]) { start += 1 }
    let end = min(start + 5, bytes.count)
    guard start > word.upperBound, end - start == 5, end == bytes.count || !bytes[end].isWordByte,
      bytes[start..<end].allSatisfy({ $0.isDigit || $0.isUpper }), bytes[start..<end].contains(where: \.isDigit)
    else { return nil }
    return Found(text: "SQLSTATE " + String(decoding: bytes[start..<end], as: UTF8.self), range: word.lowerBound..<end)
  }

  private static func oracle(_ bytes: [UInt8], _ word: Range<Int>, _ name: String) -> Found? {
    guard word.upperBound < bytes.count, bytes[word.upperBound] == UInt8(ascii: "-") else { return nil }
    var end = word.upperBound + 1
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    let digits = end - word.upperBound - 1
    guard (4...5).contains(digits), end == bytes.count || !bytes[end].isWordByte else { return nil }
    return Found(text: String(decoding: bytes[word.lowerBound..<end], as: UTF8.self), range: word.lowerBound..<end)
  }

  /// `HTTP 502`, `HTTP/1.1 502`; only codes by which a server says that it failed, was overrun or gave up.
  private static func http(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    var index = word.upperBound
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
      index += 1
      while index < bytes.count, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
    }
    while index < bytes.count, "\" :".utf8.contains(bytes[index]), index - word.upperBound < 8 { index += 1 }
    guard let status = status(bytes, at: index), index > word.upperBound else { return nil }
    return Found(text: "HTTP \(status)", range: word.lowerBound..<index + 3)
  }

  /// `502 Bad Gateway`.
  private static func reason(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    guard word.count == 3, let status = status(bytes, at: word.lowerBound), let phrase = reasons[status] else {
      return nil
    }
    let end = word.upperBound + 1 + phrase.utf8.count
    guard end <= bytes.count, bytes[word.upperBound] == 0x20,
      bytes[word.upperBound + 1..<end].map(\.lowercased).elementsEqual(phrase.utf8)
    else { return nil }
    return Found(text: "HTTP \(status)", range: word.lowerBound..<end)
  }

  private static func status(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 3 <= bytes.count, index + 3 == bytes.count || !bytes[index + 3].isWordByte,
      let status = Int(String(decoding: bytes[index..<index + 3], as: UTF8.self))
    else { return nil }
    return (500...599).contains(status) || status == 429 ? status : nil
  }

  private static let reasons: [Int: String] = [
    429: "too many requests", 500: "internal server error", 502: "bad gateway", 503: "service unavailable",
    504: "gateway timeout", 507: "insufficient storage", 520: "web server returned an unknown error",
    521: "web server is down", 522: "connection timed out", 525: "ssl handshake failed",
  ]

  /// An HRESULT or NTSTATUS of a failure: eight digits that begin with 8 or C.
  private static func windows(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    let digits = bytes[word].dropFirst(2)
    guard word.count == 10, bytes[word.lowerBound + 1] == UInt8(ascii: "x"), let first = digits.first?.lowercased,
      first == UInt8(ascii: "8") || first == UInt8(ascii: "c"),
      digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0.lowercased) })
    else { return nil }
    return Found(text: "0x" + String(decoding: digits, as: UTF8.self).uppercased(), range: word)
  }

  /// `x509: certificate has expired or is not yet valid`, up to the details.
  private static func certificate(_ bytes: [UInt8], _ word: Range<Int>) -> Found? {
    guard bytes[word].elementsEqual("x509".utf8), bytes[word.upperBound...].starts(with: ": ".utf8) else { return nil }
    var end = word.upperBound + 2
    let start = end
    while end < bytes.count, end - start < 80,
      bytes[end].isLetter || bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard end - start >= 8 else { return nil }
    return Found(text: "x509: " + String(decoding: bytes[start..<end], as: UTF8.self), range: word.lowerBound..<end)
  }

  private static let errnos: Set<String> = [
    "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "ESOCKETTIMEDOUT", "EADDRINUSE", "EADDRNOTAVAIL",
    "ENOSPC", "EMFILE", "ENFILE", "ENOTFOUND", "EPIPE", "EACCES", "ENOENT", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN",
    "EAI_AGAIN", "ENOMEM", "EAGAIN", "EROFS", "EDQUOT", "ESTALE", "EBUSY", "EPERM", "EEXIST", "ENOBUFS", "ELOOP",
    "EHOSTDOWN", "ENOTEMPTY", "EDEADLK", "EPROTO", "ENOTCONN",
  ]
  /// Codes of gRPC, Kubernetes and DNS that are no plain words.
  private static let statuses: Set<String> = [
    "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "OOMKilled", "CrashLoopBackOff",
    "ImagePullBackOff", "ErrImagePull", "FailedCreatePodSandBox", "FailedAttachVolume", "FailedMount", "NXDOMAIN",
    "SERVFAIL", "InvalidImageName", "CreateContainerConfigError", "NetworkPluginNotReady",
  ]
}
