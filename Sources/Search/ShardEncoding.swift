/// Whole numbers as printable ASCII that needs no escape inside a double-quoted JavaScript string.
///
/// 91 digits: `!`…`~` without `"`, `\` and `<`. A number below 60 takes one digit, below 2,790 two, below 756,361 four.
enum ShardEncoding {
  static let digits: [UInt8] = (0x21...0x7E).filter { $0 != 0x22 && $0 != 0x5C && $0 != 0x3C }

  @inline(__always)
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    digits.withUnsafeBufferPointer { digits in
      if value < 60 {
        bytes.append(digits[value])
      } else if value < 60 + 30 * 91 {
        bytes.append(digits[60 + (value - 60) / 91])
        bytes.append(digits[(value - 60) % 91])
      } else {
        bytes.append(digits[90])
        bytes.append(digits[value / 8281 % 91])
        bytes.append(digits[value / 91 % 91])
        bytes.append(digits[value % 91])
      }
    }
  }

  /// Numbers up to 89 as exactly one digit.
  @inline(__always)
  static func appendDigit(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(digits[value])
  }
}
