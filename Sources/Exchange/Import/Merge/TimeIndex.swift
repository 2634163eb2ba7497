internal import PostMortems

/// Finds the groups whose time comes near a moment without asking all of them.
struct TimeIndex: Sendable {
  /// A quarter of a day, in seconds: incidents last hours.
  private static let width: Int64 = 6 * 3600
  /// What goes on over more spans than these is asked always.
  private static let most: Int64 = 64

  private var spans: [Int64: [Int]] = [:]
  private var long: [Int] = []
  /// The spans under which each group is noted; nil for one that is asked always.
  private var noted: [Int: ClosedRange<Int64>?] = [:]

  /// Notes that a group goes on over a range of seconds; a group may be noted again when its time grows.
  mutating func add(_ group: Int, _ range: ClosedRange<Int64>) {
    let new = Self.spans(of: range)
    let old = noted[group]
    if case .some(.none) = old { return }
    guard let new else {
      noted.updateValue(nil, forKey: group)
      return long.append(group)
    }
    for span in new where old??.contains(span) != true { spans[span, default: []].append(group) }
    let known = old ?? nil
    noted[group] = min(new.lowerBound, known?.lowerBound ?? .max)...max(new.upperBound, known?.upperBound ?? .min)
  }

  /// The groups that may touch a range of seconds and that `isWanted` takes, in their order.
  func near(_ range: ClosedRange<Int64>, where isWanted: (Int) -> Bool) -> [Int] {
    var found = long.filter(isWanted)
    if let near = Self.spans(of: range) {
      for span in near { found += (spans[span] ?? []).filter(isWanted) }
    } else {
      found += noted.keys.filter { noted[$0] != .some(.none) && isWanted($0) }
    }
    found.sort()
    var last: Int?
    return found.filter { group in
      defer { last = group }
      return group != last
    }
  }

  private static func spans(of range: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    let first = floorDivide(range.lowerBound, width)
    let last = floorDivide(range.upperBound, width)
    return last - first <= most ? first...last : nil
  }
}
