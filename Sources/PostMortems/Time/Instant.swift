/// A point in time: whole seconds since 1970-01-01T00:00:00Z, as exact as its author wrote it.
package struct Instant: Hashable, Sendable {
  package var seconds: Int64
  package var precision: Precision

  package init(seconds: Int64, precision: Precision = .minute) {
    self.seconds = seconds
    self.precision = precision
  }

  /// How exact a time was written; a day stands for its first second.
  package enum Precision: String, Comparable, Sendable {
    case day, hour, minute, second

    package static func < (left: Precision, right: Precision) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .day: 0
      case .hour: 1
      case .minute: 2
      case .second: 3
      }
    }
  }

  /// The civil day in UTC.
  package var day: Day { Day(daysSinceEpoch: Int(floorDivide(seconds, 86_400))) }

  /// `2019-07-02T13:42Z`, `…:05Z` with seconds, `2019-07-02` for a day.
  package var iso: String {
    switch precision {
    case .day: return day.iso
    case .hour, .minute: return "\(day.iso)T\(clock)Z"
    case .second: return "\(day.iso)T\(clock):\(pad(inDay % 60))Z"
    }
  }

  private var inDay: Int { Int(seconds - floorDivide(seconds, 86_400) * 86_400) }

  /// The same without a zone, for a time whose zone nobody stated: `2019-07-02T13:42`.
  package var unzonedISO: String { precision == .day ? iso : String(iso.dropLast()) }

  /// `13:42` in UTC.
  package var clock: String {
    let inDay = inDay
    return String(unsafeUninitializedCapacity: 5) { text in
      writeDigits(of: inDay / 3600, count: 2, at: 0, in: text)
      text[2] = UInt8(ascii: ":")
      writeDigits(of: inDay / 60 % 60, count: 2, at: 3, in: text)
      return 5
    }
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

/// Division that rounds towards minus infinity, so that times before 1970 fall on the right day.
package func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
  let quotient = value / by
  return value % by < 0 ? quotient - 1 : quotient
}

func pad(_ number: some BinaryInteger) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// Writes a number that is not negative and has no more digits than this, with zeros in front.
func writeDigits(of number: Int, count: Int, at start: Int, in text: UnsafeMutableBufferPointer<UInt8>) {
  var rest = number
  for place in stride(from: start + count - 1, through: start, by: -1) {
    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
    rest /= 10
  }
}
