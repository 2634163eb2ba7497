/// What stays the same about a finding while lines move: its rule, its file and the words that it is about.
package enum Fingerprint {
  /// Sixteen hexadecimal digits of FNV-1a (Fowler, Noll, Vo) over rule, file, message and the text of the line.
  package static func of(_ diagnostic: Diagnostic) -> String {
    // A finding without extent is about the document: whatever stands on its line is chance.
    let words = diagnostic.start == diagnostic.end ? "" : diagnostic.excerpt ?? ""
    let line = words.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    return hash("\(diagnostic.rule)\n\(diagnostic.file)\n\(stable(diagnostic.message))\n\(line)")
  }

  /// Ages change from day to day: runs of digits count as one.
  private static func stable(_ message: String) -> String {
    var result = ""
    var isInNumber = false
    for scalar in message.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if !isDigit { result.unicodeScalars.append(scalar) } else if !isInNumber { result += "0" }
      isInNumber = isDigit
    }
    return result
  }

  static func hash(_ text: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A relative path as an address: everything but letters, digits and `-._~/` percent-encoded.
  static func address(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
