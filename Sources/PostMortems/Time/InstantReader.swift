extension TimeReader {
  /// Reads RFC 3339 and what people write in its stead: `2019-07-02T13:42Z`, `2019-07-02 13:42`, `2019-07-02`,
  /// `2 July 2019 13:42 CEST`; a leap second counts as the second before it.
  ///
  /// Nil for anything that is not one whole point in time, for a date that does not exist and for years outside
  /// 1…9999. Without a zone in the text the default is used, or UTC.
  package static func readInstant(_ text: some StringProtocol, defaultZone: Zone?) -> (instant: Instant, hasZone: Bool)?
  {
    var bytes = Array(text.utf8.prefix(80))
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "z"), bytes.dropLast().last?.isASCIIDigit == true { bytes[bytes.count - 1] -= 0x20 }
    guard bytes.count < 80, let first = bytes.first(where: { $0 > 0x20 }), first.isASCIIDigit || first.isASCIILetter,
      let read = TimeReader.read(ByteCursor(bytes), bareNumber: true), read.isReadable, read.rest == bytes.count,
      read.range.upperBound == bytes.count, read.endClock == nil, read.endDate == nil, case .day(let day) = read.date
    else { return nil }
    guard let clock = read.clock else { return (day.instant, false) }
    let zone = read.zone ?? defaultZone ?? .utc
    return (zone.instant(day: day, second: clock.second, precision: clock.precision), read.zone != nil)
  }
}
