internal import Language
internal import PostMortems

/// Reports grouped by what their front matter and their code blocks share, so that links are found without comparing
/// every pair.
struct SharedRecords: Sendable {
  struct Group: Sendable {
    let kind: RelationReason.Kind
    /// In words, without a full stop.
    let text: Message
    /// How far sharing it alone speaks for a link, 0…1.
    var weight: Float
    /// In order, newest first.
    var members: [Int]
  }

  private(set) var groups: [Group] = []
  private var index: [String: Int] = [:]
  private var memberships: [[Int]] = []
  /// Of a larger group only the nearest in time are looked at.
  static let largestGroup = 64

  init(_ postMortems: [PostMortem], causes: CauseCatalogue, rarity: Rarity) {
    memberships = postMortems.indices.map { join(postMortems[$0], at: $0, causes) }
    for number in groups.indices {
      let share = rarity.of(Int32(groups[number].members.count))
      switch groups[number].kind {
      case .cause: continue
      case .folder: groups[number].weight *= share
      default: groups[number].weight *= max(0.2, share)
      }
    }
    for position in memberships.indices {
      memberships[position].removeAll { groups[$0].members.count < 2 || groups[$0].weight == 0 }
    }
  }

  private mutating func join(_ postMortem: PostMortem, at position: Int, _ causes: CauseCatalogue) -> [Int] {
    var joined: Set<Int> = []
    for key in RecordKeys.of(postMortem, causes) {
      let number = index[key.name] ?? groups.count
      if number == groups.count {
        index[key.name] = number
        groups.append(Group(kind: key.kind, text: key.text, weight: key.weight, members: []))
      }
      if joined.insert(number).inserted { groups[number].members.append(position) }
    }
    return joined.sorted()
  }

  /// Numbers of the groups that a report of the knowledge base is in, ascending.
  func groups(of position: Int) -> [Int] { memberships[position] }

  /// The same for a report outside.
  func groups(of draft: PostMortem, causes: CauseCatalogue) -> [Int] {
    Set(RecordKeys.of(draft, causes).compactMap { index[$0.name] }).sorted()
  }

  /// The members around a position.
  func near(_ position: Int, in group: Int) -> ArraySlice<Int> {
    let members = groups[group].members
    guard members.count > Self.largestGroup else { return members[...] }
    let low = members.partitioningIndex { $0 >= position }
    let start = max(0, min(low - Self.largestGroup / 2, members.count - Self.largestGroup))
    return members[start..<(start + Self.largestGroup)]
  }
}

extension Array {
  /// The first index whose element passes, in an array where all that pass come last.
  func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
