internal import Markdown
internal import PostMortems

/// The reports of each folder by day: where "the previous incident" and "than on 30 June" are looked for.
struct FolderDays: Sendable {
  private var days: [String: [(day: Int, position: Int)]] = [:]

  init(_ postMortems: [PostMortem]) {
    for (position, postMortem) in postMortems.enumerated() {
      guard let day = postMortem.day else { continue }
      days[Self.folder(postMortem.file), default: []].append((day.daysSinceEpoch, position))
    }
    for folder in days.keys { days[folder]?.sort { $0 < $1 } }
  }

  /// The reports that a sentence without a name means: those of the day that it gives, else, where it looks back, the
  /// recent ones.
  func meant(by reference: Reference, in postMortem: PostMortem) -> [Int] {
    guard let own = postMortem.day?.daysSinceEpoch, let days = days[Self.folder(postMortem.file)] else { return [] }
    let words = reference.ranges.map { postMortem.draft.document.string(at: $0).lowercased() }
    let given = DayWords.days(in: words, before: own)
    if !given.isEmpty { return days.filter { given.contains($0.day) && $0.day < own }.map(\.position) }
    guard reference.looksBack else { return [] }
    return days.filter { $0.day < own && own - $0.day <= ReportLinks.reach }.map(\.position)
  }

  static func folder(_ file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }
}

/// Days that a sentence gives without a year: `30 June`, `June 30`, `June 30th`.
enum DayWords {
  /// - Parameter before: days since 1970-01-01; each day is the last such one before it.
  static func days(in words: [String], before own: Int) -> Set<Int> {
    var found: Set<Int> = []
    for (first, second) in zip(words, words.dropFirst()) {
      guard let month = month(first) ?? month(second), let day = number(second) ?? number(first) else { continue }
      let year = Day(daysSinceEpoch: own).year
      let candidates = [year, year - 1].compactMap { Day(year: $0, month: month, day: day)?.daysSinceEpoch }
      if let last = candidates.first(where: { $0 <= own }) { found.insert(last) }
    }
    return found
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return months.firstIndex {
      word.hasPrefix($0)
        && "january february march april may june july august september october november december".split(separator: " ")
          .contains { $0.hasPrefix(word) }
    }.map { $0 + 1 }
  }

  private static func number(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? Int(digits) : nil
  }
}
