internal import Diagnostics
internal import PostMortems

/// Post-mortems grouped by what they share, so that links are found without comparing every pair.
struct RelationGroups {
  private let groups: [Group]
  private let memberships: [[Int]]
  /// A group larger than this says too little about any two of its members.
  static let largestGroup = 64

  private struct Group {
    let reason: RelationReason
    var members: [Int]
  }

  init(_ postMortems: [PostMortem], causes: CauseCatalogue) {
    var groups: [Group] = []
    var index: [String: Int] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      for (key, reason) in Self.keys(of: postMortem, causes) {
        if let known = index[key] {
          if groups[known].members.last != position { groups[known].members.append(position) }
        } else {
          index[key] = groups.count
          groups.append(Group(reason: reason, members: [position]))
        }
      }
    }
    var memberships = [[Int]](repeating: [], count: postMortems.count)
    for (number, group) in groups.enumerated() where group.members.count > 1 {
      for member in group.members { memberships[member].append(number) }
    }
    self.groups = groups
    self.memberships = memberships
  }

  /// The others that share something with a post-mortem. Of a large group only the nearest in time are taken.
  func reasons(for position: Int) -> [Int: [RelationReason]] {
    var found: [Int: [RelationReason]] = [:]
    for number in memberships[position] {
      let members = groups[number].members
      for other in near(position, members) where other != position {
        found[other, default: []].append(groups[number].reason)
      }
    }
    return found
  }

  /// The members around a position; members are in order, newest first.
  private func near(_ position: Int, _ members: [Int]) -> ArraySlice<Int> {
    guard members.count > Self.largestGroup else { return members[...] }
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < position { low = middle + 1 } else { high = middle }
    }
    let start = max(0, min(low - Self.largestGroup / 2, members.count - Self.largestGroup))
    return members[start..<(start + Self.largestGroup)]
  }

  private static func keys(of postMortem: PostMortem, _ causes: CauseCatalogue) -> [(String, RelationReason)] {
    var keys: [(String, RelationReason)] = []
    for name in postMortem.fields.rootCauses.map(\.value) {
      let slug = causes.canonical(name)
      let title = causes.cause(slug)?.title ?? slug
      keys.append(("cause \(slug)", RelationReason(kind: .cause, text: "same root cause: \(title)")))
    }
    for slug in postMortem.fields.contributingFactors.compactMap(\.slug?.value).map(causes.canonical) {
      let title = causes.cause(slug)?.title ?? slug
      keys.append(("factor \(slug)", RelationReason(kind: .factor, text: "same contributing factor: \(title)")))
    }
    for signature in postMortem.draft.signatures {
      let reason = RelationReason(kind: .signature, text: "same failure signature: \(signature.text)")
      keys.append(("signature \(signature.hash)", reason))
    }
    for service in postMortem.services {
      keys.append(("service \(service)", RelationReason(kind: .service, text: "same service: \(service)")))
      if let trigger = postMortem.fields.trigger?.value, trigger != "unknown" {
        let reason = RelationReason(kind: .serviceAndTrigger, text: "\(service) again, set off by \(trigger) again")
        keys.append(("trigger \(service) \(trigger)", reason))
      }
    }
    return keys
  }
}
