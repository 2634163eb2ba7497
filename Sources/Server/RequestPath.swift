/// The path of a request as the path of a file, relative to the site's root.
package enum RequestPath {
  /// Nil for what no link of a site leads to: a step up, hidden names, control characters, escapes that decode to these.
  ///
  /// An address of a folder leads to the page in it.
  package static func file(_ target: String) -> String? {
    guard target.hasPrefix("/"), let bytes = decoded(Array(target.utf8)) else { return nil }
    guard let path = String(validating: bytes, as: UTF8.self), !bytes.contains(where: isForbidden) else { return nil }
    let steps = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let names = steps.last == "" ? steps.dropLast() : steps[...]
    guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { return nil }
    let folder = names.joined(separator: "/")
    guard steps.last == "" else { return folder }
    return folder.isEmpty ? "index.html" : folder + "/index.html"
  }

  /// Control characters, and the step of other systems.
  private static func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") }

  /// Percent escapes resolved once; nil for a broken one.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
