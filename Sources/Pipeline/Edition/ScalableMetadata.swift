/// Takes comments, `<metadata>` and the notes of drawing programs out of an SVG.
enum ScalableMetadata {
  /// Nil for what is no SVG.
  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    guard find("<svg", in: bytes, from: 0) != nil || find(":svg", in: bytes, from: 0) != nil, !bytes.contains(0) else {
      return nil
    }
    var result = without(bytes, from: "<!--", to: "-->")
    result = without(result, from: "<metadata", to: "</metadata>")
    for prefix in [" inkscape:", " sodipodi:", "\ninkscape:", "\nsodipodi:", "\tinkscape:", "\tsodipodi:"] {
      result = withoutAttributes(result, prefix)
    }
    return result
  }

  private static func without(_ bytes: [UInt8], from opening: StaticString, to closing: StaticString) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while let start = find(opening, in: bytes, from: index) {
      result += bytes[index..<start]
      // What is never closed goes to the end of the file: nothing behind it can be trusted.
      index = find(closing, in: bytes, from: start).map { $0 + closing.utf8CodeUnitCount } ?? bytes.count
    }
    return result + bytes[index...]
  }

  private static func withoutAttributes(_ bytes: [UInt8], _ prefix: String) -> [UInt8] {
    let prefix = Array(prefix.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == prefix[0], bytes[index...].starts(with: prefix), let end = endOfAttribute(bytes, from: index) {
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Behind `name="value"`; nil for anything else.
  private static func endOfAttribute(_ bytes: [UInt8], from start: Int) -> Int? {
    guard let equals = bytes[start...].firstIndex(where: { "=<>".utf8.contains($0) }),
      bytes[equals] == UInt8(ascii: "="), equals + 1 < bytes.count, "\"'".utf8.contains(bytes[equals + 1])
    else { return nil }
    return bytes[(equals + 2)...].firstIndex(of: bytes[equals + 1]).map { $0 + 1 }
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index + count <= buffer.count {
        if (0..<count).allSatisfy({ buffer[index + $0] == text.utf8Start[$0] }) { return index }
        index += 1
      }
      return nil
    }
  }
}
