internal import PostMortems

/// The ids that a knowledge base counts up: `PM-2026-014`, `PM2021-004`, `INC-1234`.
struct IDSeries: Hashable {
  /// What stands before the year, or before the number where there is no year.
  let prefix: String
  /// What stands between year and number; nil for a series that counts on over the years.
  let afterYear: String?

  /// An id as a member of a series.
  struct Member {
    let series: IDSeries
    let year: Int?
    let number: Int
    let width: Int

    /// Nil for an id that does not begin with a letter or does not end with a number of up to nine digits.
    init?(_ id: String) {
      let bytes = Array(id.utf8)
      let digits = bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(digits), digits < bytes.count, let first = bytes.first, (first | 0x20) >= 0x61,
        (first | 0x20) <= 0x7A, let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self))
      else { return nil }
      let head = bytes.dropLast(digits)
      self.number = number
      width = digits
      let dated = Self.year(atEndOf: head)
      year = dated?.year
      series = IDSeries(
        prefix: String(decoding: dated.map { head[..<$0.start] } ?? head, as: UTF8.self),
        afterYear: dated.map { String(decoding: head[($0.start + 4)...], as: UTF8.self) })
    }

    /// A year of four digits before one separator.
    private static func year(atEndOf head: ArraySlice<UInt8>) -> (start: Int, year: Int)? {
      guard head.count >= 5, let last = head.last, "-_./".utf8.contains(last),
        let year = Int(String(decoding: head.dropLast().suffix(4), as: UTF8.self)), (1900..<2200).contains(year)
      else { return nil }
      return (head.endIndex - 5, year)
    }
  }

  /// The next id of the series that more than half of the given ids follow; nil where there is none.
  static func next(after ids: [String], in year: Int) -> String? {
    let members = Dictionary(grouping: ids.compactMap(Member.init), by: \.series)
    guard let (series, own) = members.first(where: { $0.value.count * 2 > ids.count }) else { return nil }
    let counted = series.afterYear == nil ? own : own.filter { $0.year == year }
    let number = (counted.map(\.number).max() ?? 0) + 1
    let digits = "\(number)"
    let width = own.map(\.width).min() ?? 1
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    return series.prefix + (series.afterYear.map { "\(year)\($0)" } ?? "") + padded
  }
}
