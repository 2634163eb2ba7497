/// Numbers as text, the same on every machine: a full stop, no grouping, no locale, no exponent.
///
/// What is rounded, halves away from 0, is the shortest decimal that names the number, so that 2.675 becomes 2.68 and
/// a page agrees with the data file beside it.
package enum FixedFormat {
  /// With a comma between groups of three digits: `1,234`.
  package static func grouped(_ count: Int) -> String {
    var digits = Array(String(count.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (count < 0 ? "-" : "") + String(digits)
  }

  /// With exactly `places` digits, 0 or more, after the point.
  package static func decimals(_ value: Double, _ places: Int) -> String {
    precondition(places >= 0, "places are counted")
    guard value.isFinite else { return nonFinite(value) }
    return text(value, Decimal(value.magnitude).rounded(toPlaces: places), places: places)
  }

  /// With `digits` significant digits, 1 or more; trailing ones are kept, as in `0.10`.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    precondition(digits > 0, "a number has a digit")
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    let decimal = Decimal(value.magnitude)
    let rounded = decimal.rounded(toPlaces: digits - decimal.pointPosition)
    // Rounding up may have added a digit in front, as from 9.96 to 10.
    return text(value, rounded, places: max(0, digits - rounded.pointPosition))
  }

  /// A p-value to four decimals, such as `p=0.0987`, or `p<0.0001`.
  package static func pValue(_ p: Double) -> String {
    p < 0.0001 ? "p<0.0001" : "p=\(decimals(p, 4))"
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "not a number" : value < 0 ? "-∞" : "∞"
  }

  private static func text(_ value: Double, _ decimal: Decimal, places: Int) -> String {
    (value < 0 && !decimal.isZero ? "-" : "") + decimal.text(places: places)
  }
}

/// A number of 0 or more in decimal digits: 0.d₁d₂d₃… × 10^pointPosition.
private struct Decimal {
  /// Each 0...9, the first not 0; empty for the number 0.
  let digits: [UInt8]
  let pointPosition: Int

  var isZero: Bool { digits.isEmpty }

  private init(digits: [UInt8], pointPosition: Int) {
    self.digits = digits
    self.pointPosition = digits.isEmpty ? 0 : pointPosition
  }

  /// Reads the shortest text that names the number, such as `0.0012`, `120.0` or `1.2e-05`.
  init(_ value: Double) {
    let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts.first ?? Substring("0").utf8
    let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) ?? 0 : 0
    let wholeCount = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
    let all = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    let digits = all.drop { $0 == 0 }
    self.init(digits: Array(digits), pointPosition: wholeCount - (all.count - digits.count) + exponent)
  }

  /// Rounded to `places` digits after the point, or before it where negative; halves go up.
  func rounded(toPlaces places: Int) -> Decimal {
    let kept = pointPosition + places
    guard kept < digits.count else { return self }
    guard kept >= 0 else { return Decimal(digits: [], pointPosition: 0) }
    var result = Array(digits.prefix(kept))
    guard digits[kept] >= 5 else { return Decimal(digits: result, pointPosition: pointPosition) }
    while result.last == 9 { result.removeLast() }
    guard let last = result.popLast() else { return Decimal(digits: [1], pointPosition: pointPosition + 1) }
    return Decimal(digits: result + [last + 1], pointPosition: pointPosition)
  }

  /// Written out, the digits that are missing being 0.
  func text(places: Int) -> String {
    let whole = (0..<max(1, pointPosition)).map { ascii(pointPosition > 0 ? $0 : -1) }
    let fraction = (0..<places).map { ascii(pointPosition + $0) }
    return String(decoding: whole + (places > 0 ? [UInt8(ascii: ".")] : []) + fraction, as: UTF8.self)
  }

  private func ascii(_ index: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices.contains(index) ? digits[index] : 0)
  }
}
