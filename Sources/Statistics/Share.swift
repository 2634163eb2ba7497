/// A part of a whole, both counted, shown without a percentage while the whole is small.
package struct Share: Hashable, Sendable {
  package let part: Int
  package let whole: Int

  package init(_ part: Int, of whole: Int) {
    precondition(part >= 0 && part <= whole, "a part is within the whole")
    self.part = part
    self.whole = whole
  }

  /// 0 to 1; absent for an empty whole.
  package var proportion: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

  /// Wilson's interval of the proportion, 0 to 1; absent for an empty whole.
  package var interval: Interval? { .wilson(successes: part, of: whole) }

  /// `none recorded`, `3 of 5`, and from a whole of twenty on `55 of 100 (55 %, 95 % interval 45 to 64 %)`.
  package var text: String {
    guard let interval else { return "none recorded" }
    let count = "\(FixedFormat.grouped(part)) of \(FixedFormat.grouped(whole))"
    guard Presentation(count: whole) == .summary else { return count }
    // From the counts, because 100 × (57 / 200) falls short of the half that 5700 / 200 is.
    let percent = FixedFormat.decimals(Double(100 * part) / Double(whole), 0)
    let (low, high) = (FixedFormat.decimals(interval.lower * 100, 0), FixedFormat.decimals(interval.upper * 100, 0))
    return "\(count) (\(percent) %, 95 % interval \(low) to \(high) %)"
  }
}
