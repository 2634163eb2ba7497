/// Finds the day that a post-mortem's path names.
package enum FileNameDate {
  /// The day in a path such as `2021-05-26-outage.md`, `20190227-x/README.md`, `2023-04/04-25-x.md`, `21-05-26_x.md` or
  /// `2021/0127_x.md`: the file's own name first, then its folders from the inside out.
  package static func day(inPath path: some StringProtocol) -> Day? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    let year = parts.reversed().lazy.compactMap(yearAtHead).first
    for part in parts.reversed() {
      if let day = day(in: part, year: year) { return day }
    }
    return day(inFolders: parts)
  }

  private static func day(in name: [UInt8], year: Int?) -> Day? {
    for start in name.indices where start == 0 || !name[start - 1].isASCIIDigit {
      guard name[start].isASCIIDigit else { continue }
      if let day = wholeDate(ByteCursor(name, from: start)) { return day }
    }
    let head = ByteCursor(name)
    return shortYear(head) ?? year.flatMap { monthAndDay(head, year: $0) }
  }

  /// `2021-05-26`, `2021_05_26`, `20210526`.
  private static func wholeDate(_ start: ByteCursor) -> Day? {
    var cursor = start
    if cursor.digitCount == 8, let digits = cursor.number(digits: 8...8), (1900..<2200).contains(digits / 10_000) {
      return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard let year = cursor.number(digits: 4...4), (1900..<2200).contains(year), cursor.takeSeparator(),
      let month = cursor.number(digits: 1...2), cursor.takeSeparator(), let day = cursor.number(digits: 1...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `21-05-26`.
  private static func shortYear(_ start: ByteCursor) -> Day? {
    var cursor = start
    guard let year = cursor.number(digits: 2...2), cursor.takeSeparator(), let month = cursor.number(digits: 2...2),
      cursor.takeSeparator(), let day = cursor.number(digits: 2...2)
    else { return nil }
    return Day(year: 2000 + year, month: month, day: day)
  }

  /// `04-25` and `0127`, in a folder that names the year.
  private static func monthAndDay(_ start: ByteCursor, year: Int) -> Day? {
    var cursor = start
    if cursor.digitCount == 4, let digits = cursor.number(digits: 4...4), cursor.takeSeparator() {
      return Day(year: year, month: digits / 100, day: digits % 100)
    }
    guard let month = cursor.number(digits: 2...2), cursor.takeSeparator(), let day = cursor.number(digits: 2...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `2021/05/26/x.md`.
  private static func day(inFolders parts: [[UInt8]]) -> Day? {
    guard parts.count >= 3 else { return nil }
    for index in 0..<parts.count - 2 {
      let numbers = parts[index..<index + 3].map { part -> Int? in
        var cursor = ByteCursor(part)
        return cursor.number(digits: 1...4).flatMap { cursor.isAtEnd || !cursor.peek().isASCIILetter ? $0 : nil }
      }
      if let year = numbers[0], (1900..<2200).contains(year), let month = numbers[1], let day = numbers[2],
        let found = Day(year: year, month: month, day: day)
      {
        return found
      }
    }
    return nil
  }

  private static func yearAtHead(_ name: [UInt8]) -> Int? {
    var cursor = ByteCursor(name)
    guard let year = cursor.number(digits: 4...4), (1900..<2200).contains(year), !cursor.peek().isASCIILetter else {
      return nil
    }
    return year
  }
}

extension ByteCursor {
  fileprivate mutating func takeSeparator() -> Bool {
    take("-") || take("_") || take(".") || take(" ")
  }
}
