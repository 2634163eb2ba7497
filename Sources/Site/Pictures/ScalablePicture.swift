/// The size that an SVG states in its root element.
enum ScalablePicture {
  /// `width` and `height` where both are in pixels, else those of the `viewBox`; nil for whatever is no SVG.
  static func size(_ head: [UInt8]) -> (width: Int, height: Int)? {
    guard let tag = rootTag(head) else { return nil }
    if let width = pixels(attribute("width", in: tag)), let height = pixels(attribute("height", in: tag)) {
      return (width, height)
    }
    let box = attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    guard box.count == 4, let width = whole(box[2]), let height = whole(box[3]) else { return nil }
    return (width, height)
  }

  /// The bytes between `<svg` and `>`.
  private static func rootTag(_ head: [UInt8]) -> String? {
    var index = 0
    while index + 4 < head.count {
      if head[index] == UInt8(ascii: "<"), head[index..<(index + 4)].elementsEqual("<svg".utf8),
        head[index + 4] <= 0x20
      {
        guard let end = head[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return String(decoding: head[(index + 4)..<end], as: UTF8.self)
      }
      index = head[index...].starts(with: "<!--".utf8) ? endOfComment(head, from: index) : index + 1
    }
    return nil
  }

  private static func endOfComment(_ head: [UInt8], from start: Int) -> Int {
    var index = start + 4
    while index < head.count, !head[index...].starts(with: "-->".utf8) { index += 1 }
    return index
  }

  private static func attribute(_ name: String, in tag: String) -> Substring? {
    for quote in ["\"", "'"] {
      for space in [" ", "\n", "\t", "\r"] {
        guard let start = tag.firstRange(of: "\(space)\(name)=\(quote)") else { continue }
        return tag[start.upperBound...].prefix { String($0) != quote }
      }
    }
    return nil
  }

  private static func pixels(_ text: Substring?) -> Int? {
    guard let text else { return nil }
    return Double(text.hasSuffix("px") ? text.dropLast(2) : text).flatMap(whole)
  }

  private static func whole(_ value: Double) -> Int? {
    value.isFinite && value >= 0.5 && value < 100_000.5 ? Int(value.rounded()) : nil
  }
}
