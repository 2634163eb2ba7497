/// A digest as a mail: one document with the text and the same as HTML, which a mail program opens and `sendmail` sends.
///
/// A document rather than two texts in JSON, because every tool that sends mail takes one; sender, recipients and date
/// are left to whoever sends it.
struct DigestEmail {
  private let digest: Digest

  /// More lines than this under one heading nobody reads in a mail.
  private static let most = 50
  /// Cannot occur in quoted-printable text, where `=` is followed by a hexadecimal digit or the line's end.
  private static let boundary = "=_debrief_digest"

  init(_ digest: Digest) {
    self.digest = digest
  }

  var text: String {
    let head = [
      "Subject: \(MailEncoding.header(digest.headline, after: 9))", "MIME-Version: 1.0", "X-Unsent: 1",
      "Content-Type: multipart/alternative; boundary=\"\(Self.boundary)\"", "",
    ]
    let parts = part("plain", DigestText(digest).text(most: Self.most)) + part("html", html)
    return (head + parts + ["--\(Self.boundary)--", ""]).joined(separator: "\r\n")
  }

  private func part(_ subtype: String, _ text: String) -> [String] {
    [
      "--\(Self.boundary)", "Content-Type: text/\(subtype); charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable", "", MailEncoding.quotedPrintable(text),
    ]
  }

  private var html: String {
    var html =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(Self.escaped(digest.headline))</title></head>\n"
    html += "<body>\n<h1>\(Self.escaped(digest.headline))</h1>\n"
    if digest.sections.isEmpty { html += "<p>\(DigestWords.nothing)</p>\n" }
    for section in digest.sections {
      html += "<h2>\(Self.escaped(section.title)) (\(section.items.count))</h2>\n<ul>\n"
      let (items, left) = section.shown(Self.most)
      for item in items { html += "<li>\(link(item.text, item.address))<br>\(Self.escaped(item.detail))</li>\n" }
      if left > 0 {
        let more = section.address == nil ? "\(DigestWords.more(left)): \(section.command)" : DigestWords.more(left)
        html += "<li>\(link(more, section.address))</li>\n"
      }
      html += "</ul>\n"
    }
    if let home = digest.home { html += "<p>\(link("Open the knowledge base", home))</p>\n" }
    return html + "</body></html>\n"
  }

  private func link(_ words: String, _ address: String?) -> String {
    let words = Self.escaped(words)
    return address.map { "<a href=\"\(Self.escaped($0))\">\(words)</a>" } ?? "<strong>\(words)</strong>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Text in the seven-bit forms of mail.
enum MailEncoding {
  /// Lines of at most 76 characters, ended by CRLF. Source: RFC 2045, section 6.7.
  static func quotedPrintable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
  }

  private static func line(_ line: Substring) -> String {
    let bytes = Array(line.utf8)
    var result = ""
    var width = 0
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      let isPlain = byte == 0x20 || byte == 0x09 ? !isLast : (0x21...0x7E).contains(byte) && byte != 0x3D
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      if width + piece.utf8.count > 75 {
        result += "=\r\n"
        width = 0
      }
      result += piece
      width += piece.utf8.count
    }
    return result
  }

  /// A header's value; encoded words of at most 75 characters where it is not all ASCII. Source: RFC 2047.
  static func header(_ text: String, after used: Int) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) || used + text.utf8.count > 76 else { return text }
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let piece = String(scalar).utf8.map { byte in
        let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        return isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      }.joined()
      if word.utf8.count + piece.utf8.count > 50 {
        words.append(word)
        word = ""
      }
      word += piece
    }
    return (words + [word]).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
