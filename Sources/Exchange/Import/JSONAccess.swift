internal import Diagnostics
internal import PostMortems

/// Tolerant access: an absent member, null and a value of another type all read as nil.
extension JSONValue {
  /// The value under a key of an object, unless it is null.
  func member(_ key: String) -> JSONValue? {
    guard let value = self[key], value != .null else { return nil }
    return value
  }

  /// A text that is not blank, without the blanks around it.
  var text: String? {
    guard let string else { return nil }
    let bytes = string.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    return String(string[first...last])
  }

  /// The elements of an array; none for anything else.
  var elements: [JSONValue] { items ?? [] }

  /// A whole number, also one that was written as text.
  var whole: Int? {
    switch self {
    case .int(let number): number
    case .double(let number): Int(exactly: number)
    case .string(let text): Int(text)
    default: nil
    }
  }

  var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// An instant as systems write it: RFC 3339 with any fraction, `2026-03-02 14:43:05 UTC`; the year 1 stands for "not yet".
  var instant: Instant? {
    guard let text, let read = TimeReader.readInstant(text, defaultZone: .utc)?.instant,
      read.day.year > 1
    else { return nil }
    return read
  }

  /// An instant counted from 1970 in seconds, milliseconds, microseconds or nanoseconds, told apart by their size.
  var epoch: Instant? {
    let number: Double? =
      switch self {
      case .int(let number): Double(number)
      case .double(let number): number
      case .string(let text): Double(text)
      default: nil
      }
    guard var seconds = number, seconds > 0, seconds.isFinite else { return nil }
    while seconds >= 1e11 { seconds /= 1000 }
    return Instant(seconds: Int64(seconds), precision: .second)
  }
}
