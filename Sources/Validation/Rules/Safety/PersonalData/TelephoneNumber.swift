internal import Diagnostics

/// Telephone numbers in international form.
enum TelephoneNumber {
  /// The number that begins at a `+`: 9 to 15 digits in at least three groups, none longer than seven.
  static func span(at plus: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceSpan? {
    if plus > 0, bytes[plus - 1].isWordByte || "+)/.".utf8.contains(bytes[plus - 1]) { return nil }
    guard plus + 1 < bytes.count, bytes[plus + 1].isDigit, bytes[plus + 1] != UInt8(ascii: "0") else { return nil }
    var groups: [Int] = [0]
    var end = plus + 1
    var index = plus + 1
    while index < bytes.count, index - plus < 28 {
      if bytes[index].isDigit {
        groups[groups.count - 1] += 1
        end = index + 1
      } else if " -.()".utf8.contains(bytes[index]) {
        if groups.last != 0 { groups.append(0) }
      } else {
        break
      }
      index += 1
    }
    groups.removeAll { $0 == 0 }
    let digits = groups.reduce(0, +)
    let isWord = end < bytes.count && bytes[end].isWordByte
    guard !isWord, (9...15).contains(digits), groups.count >= 3, groups[0] <= 3, groups.allSatisfy({ $0 <= 7 }) else {
      return nil
    }
    // `+1 500 000 000` counts something.
    return groups.dropFirst().allSatisfy { $0 == 3 } ? nil : SourceSpan(plus, end)
  }
}
