/// A stylesheet on its way to the site: the sheets that it imports put in its place, comments and idle space left out.
///
/// A page then takes one request for its look however many files that look is written in. Nothing but what CSS itself
/// ignores is removed (CSS Syntax 3, section 4: comments and white space between tokens).
struct Stylesheet {
  /// - Parameter sheet: the bytes of another sheet by its file name; nil where there is none.
  static func bundled(_ bytes: [UInt8], sheet: (String) -> [UInt8]?) -> [UInt8] {
    var seen: Set<String> = []
    return joined(compact(bytes), sheet, &seen)
  }

  /// Puts the sheets in place of `@import "name.css";` at the head, each once.
  private static func joined(_ bytes: [UInt8], _ sheet: (String) -> [UInt8]?, _ seen: inout Set<String>) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    while rest.starts(with: "@import \"".utf8), let end = rest.firstIndex(of: UInt8(ascii: ";")) {
      let name = String(decoding: rest[..<end].dropFirst(9).dropLast(), as: UTF8.self)
      guard rest[end - 1] == UInt8(ascii: "\""), let imported = sheet(name) else { break }
      if seen.insert(name).inserted { output += joined(compact(imported), sheet, &seen) }
      rest = rest[(end + 1)...]
    }
    return output + rest
  }

  static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var hasSpace = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
        index = endOfComment(bytes, from: index + 2)
        hasSpace = true
      } else if byte <= 0x20 {
        index += 1
        hasSpace = true
      } else {
        let end = isQuote(byte) ? endOfString(bytes, from: index) : index + 1
        if hasSpace { space(before: byte, into: &output) }
        hasSpace = false
        if byte == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") { output.removeLast() }
        output += bytes[index..<end]
        index = end
      }
    }
    return output
  }

  /// A space between two tokens, where leaving it out could join them or change a selector.
  private static func space(before byte: UInt8, into output: inout [UInt8]) {
    guard let last = output.last, !"{};,:".utf8.contains(last), !"{};,".utf8.contains(byte) else { return }
    output.append(0x20)
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return bytes.count
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }
}
