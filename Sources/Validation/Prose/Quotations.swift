/// Finds what stands in quotation marks: words that a post-mortem reports and does not say.
enum Quotations {
  /// Ranges with their marks, in order; a mark without a partner opens nothing.
  static func find(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: (start: Int, closing: Mark)?
    var index = 0
    while index < bytes.count {
      guard let (mark, length) = mark(at: index, in: bytes), !(open == nil && isUnit(index, in: bytes)) else {
        index += 1
        continue
      }
      if let opened = open {
        if mark == opened.closing {
          ranges.append(opened.start..<(index + length))
          open = nil
        }
      } else if mark == .straight || mark == .curlyOpen {
        open = (index, mark == .straight ? .straight : .curlyClose)
      }
      index += length
    }
    return ranges
  }

  /// A straight mark behind a digit is an inch or a second.
  private static func isUnit(_ index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == UInt8(ascii: "\"") && index > 0 && Letters.isDigit(bytes[index - 1])
  }

  private enum Mark {
    case straight, curlyOpen, curlyClose
  }

  private static func mark(at index: Int, in bytes: [UInt8]) -> (Mark, Int)? {
    if bytes[index] == UInt8(ascii: "\"") { return (.straight, 1) }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x9C, 0x9E: return (.curlyOpen, 3)
    case 0x9D: return (.curlyClose, 3)
    default: return nil
    }
  }
}
