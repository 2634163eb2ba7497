/// The error codes and other constants that texts name, each with the documents that do: search without JavaScript.
package enum Concordance {
  /// An identifier as written and the indices of the documents that hold it, ascending.
  package struct Entry: Equatable, Sendable {
    package var identifier: String
    package var documents: [Int]
  }

  /// Sorted by identifier. An identifier is any word of a signature, and elsewhere a run of capitals, digits and `_`
  /// with an `_` inside (`ERR_CERT_DATE_INVALID`), a system error name (`ECONNREFUSED`) or `HTTP` and a status.
  package static func entries(_ documents: [SearchDocument]) -> [Entry] {
    var found: [String: [Int]] = [:]
    for (index, document) in documents.enumerated() {
      for (field, text) in document.indexedText {
        let words = text.utf8.split { !isInner($0, inSignature: field == .signature) }
        for (number, word) in words.enumerated() {
          let status = number + 1 < words.count ? words[number + 1] : word
          guard let identifier = identifier(word, next: status, inSignature: field == .signature) else { continue }
          if found[identifier]?.last != index { found[identifier, default: []].append(index) }
        }
      }
    }
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Entry(identifier: $0.key, documents: $0.value) }
  }

  private static func isInner(_ byte: UInt8, inSignature: Bool) -> Bool {
    let isWord =
      ByteClass.of(byte) & (ByteClass.letters | ByteClass.digit | ByteClass.underscore | ByteClass.other) != 0
    return isWord || inSignature && byte > 0x20 && byte != 0x2C && byte != 0x3B
  }

  private static func identifier(_ word: Substring.UTF8View, next: Substring.UTF8View, inSignature: Bool) -> String? {
    let text = String(decoding: word, as: UTF8.self)
    if inSignature { return text }
    if text == "HTTP", next.count == 3, next.allSatisfy({ ByteClass.of($0) == ByteClass.digit }), next.first != 0x30 {
      return "HTTP " + String(decoding: next, as: UTF8.self)
    }
    let allowed = ByteClass.upper | ByteClass.digit | ByteClass.underscore
    guard word.count >= 5, word.allSatisfy({ ByteClass.of($0) & allowed != 0 }),
      word.first.map(ByteClass.of) == ByteClass.upper, word.last != 0x5F
    else { return nil }
    let isErrorName = word.first == 0x45 && errorNames.contains(text)
    return word.contains(0x5F) || isErrorName ? text : nil
  }

  /// Names of POSIX errors that are written in prose; other words of capitals that begin with E are words.
  private static let errorNames: Set<String> = [
    "EACCES", "EADDRINUSE", "EADDRNOTAVAIL", "EAGAIN", "EBUSY", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EDEADLK",
    "EEXIST", "EHOSTUNREACH", "EINTR", "EINVAL", "EISDIR", "EMFILE", "EMSGSIZE", "ENAMETOOLONG", "ENETUNREACH",
    "ENFILE", "ENOBUFS", "ENODEV", "ENOENT", "ENOEXEC", "ENOMEM", "ENOSPC", "ENOTCONN", "ENOTDIR", "ENOTEMPTY", "ENXIO",
    "EOVERFLOW", "EPERM", "EPIPE", "EPROTO", "EROFS", "ESHUTDOWN", "ESTALE", "ETIMEDOUT", "EWOULDBLOCK",
  ]
}
