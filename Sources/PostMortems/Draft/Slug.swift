/// The form of a name in paths: `[a-z0-9-]`, at most 80 bytes, never empty.
package enum Slug {
  /// Letters lose their case and their diacritics; every run of anything else becomes one dash.
  package static func make(_ text: String) -> String { readable(text) ?? fallback(text) }

  /// As above, nil for a text without any letter of the Latin alphabet or digit.
  package static func readable(_ text: String) -> String? {
    var slug: [UInt8] = []
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { append(byte, to: &slug) }
    } else {
      for scalar in text.lowercased().unicodeScalars {
        for byte in folded(scalar) { append(byte, to: &slug) }
      }
    }
    if slug.count > 80 { slug.removeLast(slug.count - 80) }
    while slug.last == dash { slug.removeLast() }
    return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to slug: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
    default: if let last = slug.last, last != dash { slug.append(dash) }
    }
  }

  private static let dash = UInt8(ascii: "-")

  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII { return [UInt8(truncatingIfNeeded: scalar.value)] }
    switch scalar {
    case "ß": return Array("ss".utf8)
    case "æ": return Array("ae".utf8)
    case "ø": return [UInt8(ascii: "o")]
    case "ł": return [UInt8(ascii: "l")]
    case "đ": return [UInt8(ascii: "d")]
    default: break
    }
    let name = scalar.properties.name ?? ""
    let prefix = "LATIN SMALL LETTER "
    if name.hasPrefix(prefix), let letter = name.dropFirst(prefix.count).split(separator: " ").first,
      letter.utf8.count == 1
    {
      return Array(letter.lowercased().utf8)
    }
    return scalar.properties.canonicalCombiningClass == .notReordered ? [dash] : []
  }

  /// A name without any letter of the Latin alphabet: its bytes in hexadecimal behind an x.
  private static func fallback(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "x" + String(hash, radix: 16)
  }
}
