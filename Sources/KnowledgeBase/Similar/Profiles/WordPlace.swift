/// Where a word stands that is shown as a reason: in the document's text or in its title.
struct WordPlace: Hashable, Sendable {
  let start: Int32
  let length: UInt16
  let isInTitle: Bool

  init(_ range: Range<Int>, isInTitle: Bool) {
    start = Int32(clamping: range.lowerBound)
    length = UInt16(clamping: range.count)
    self.isInTitle = isInTitle
  }

  var range: Range<Int> { Int(start)..<(Int(start) + Int(length)) }
}
