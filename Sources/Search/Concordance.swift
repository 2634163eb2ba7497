/// The error codes and other constants that texts name: search without JavaScript.
package enum Concordance {
  /// An identifier as written and the indices of the documents that hold it, ascending.
  package struct Entry: Equatable, Sendable {
    package var identifier: String
    package var documents: [Int]
  }

  /// Turns the identifiers of each document around; sorted by identifier without regard to case.
  package static func entries(_ identifiers: [[String]]) -> [Entry] {
    var found: [String: [Int]] = [:]
    for (index, own) in identifiers.enumerated() {
      for identifier in own where found[identifier]?.last != index { found[identifier, default: []].append(index) }
    }
    return found.map { (key: Array($0.key.lowercased().utf8), entry: Entry(identifier: $0.key, documents: $0.value)) }
      .sorted { left, right in
        left.key == right.key
          ? left.entry.identifier.utf8.lexicographicallyPrecedes(right.entry.identifier.utf8)
          : left.key.lexicographicallyPrecedes(right.key)
      }.map(\.entry)
  }

  /// Each identifier of a text once, in the order of first appearance: a run of capitals, digits and `_` with an `_`
  /// inside (`ERR_CERT_DATE_INVALID`), a system error name (`ECONNREFUSED`), `HTTP` and a status.
  package static func identifiers(in text: [UInt8]) -> [String] {
    var found: [String] = []
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        guard isInner(bytes[start]) else {
          start += 1
          continue
        }
        var end = start
        while end < bytes.count, isInner(bytes[end]) { end += 1 }
        if let identifier = identifier(bytes, start..<end), !found.contains(identifier) { found.append(identifier) }
        start = end
      }
    }
    return found
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    ByteClass.of(byte) & (ByteClass.letters | ByteClass.digit | ByteClass.underscore | ByteClass.other) != 0
  }

  private static func identifier(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> String? {
    guard word.count >= 4, word.count <= 60, ByteClass.of(bytes[word.lowerBound]) == ByteClass.upper else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[word])
    if text.elementsEqual("HTTP".utf8) { return status(bytes, after: word.upperBound) }
    let allowed = ByteClass.upper | ByteClass.digit | ByteClass.underscore
    guard word.count >= 5, text.allSatisfy({ ByteClass.of($0) & allowed != 0 }), text.last != 0x5F else { return nil }
    let name = String(decoding: text, as: UTF8.self)
    let isErrorName = text.first == 0x45 && errorNames.contains(name)
    return text.contains(0x5F) || isErrorName ? name : nil
  }

  /// `HTTP 503`, from the three digits that follow the word.
  private static func status(_ bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> String? {
    let digits = bytes[min(end + 1, bytes.count)..<min(end + 4, bytes.count)]
    let next = end + 4 < bytes.count ? bytes[end + 4] : 0x20
    guard end < bytes.count, bytes[end] == 0x20, digits.count == 3, (0x31...0x35).contains(digits[digits.startIndex]),
      digits.allSatisfy({ ByteClass.of($0) == ByteClass.digit }), !isInner(next)
    else { return nil }
    return "HTTP " + String(decoding: digits, as: UTF8.self)
  }

  /// Names of POSIX errors that are written in prose; other words of capitals that begin with E are words.
  private static let errorNames: Set<String> = [
    "EACCES", "EADDRINUSE", "EADDRNOTAVAIL", "EAGAIN", "EBUSY", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EDEADLK",
    "EEXIST", "EHOSTUNREACH", "EINTR", "EINVAL", "EISDIR", "EMFILE", "EMSGSIZE", "ENAMETOOLONG", "ENETUNREACH",
    "ENFILE", "ENOBUFS", "ENODEV", "ENOENT", "ENOEXEC", "ENOMEM", "ENOSPC", "ENOTCONN", "ENOTDIR", "ENOTEMPTY", "ENXIO",
    "EOVERFLOW", "EPERM", "EPIPE", "EPROTO", "EROFS", "ESHUTDOWN", "ESTALE", "ETIMEDOUT", "EWOULDBLOCK",
  ]
}
