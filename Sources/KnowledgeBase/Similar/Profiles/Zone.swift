internal import PostMortems

/// A part of a report, by how much its words say about the cause.
enum Zone: Sendable {
  case title, cause, summary, rest, timeline, none

  /// How many words of the rest one word here is worth.
  var weight: Float {
    switch self {
    case .title, .rest: 1
    case .cause: 4
    case .summary: 2
    case .timeline: 0.25
    case .none: 0
    }
  }

  init(_ section: Section) {
    switch section.role {
    case .rootCause, .contributingFactors, .trigger, .fiveWhys: self = .cause
    case .summary, .impact: self = .summary
    case .timeline: self = .timeline
    case .people, .statistics, .references: self = .none
    case nil: self = section.opening == .preamble ? .summary : .rest
    default: self = .rest
    }
  }

  /// Zones of the nodes of a draft, as cuts in ascending order: each holds up to the next.
  static func cuts(of draft: PostMortemDraft) -> [(start: Int, zone: Zone)] {
    let sections = draft.sections
    let starts = sections.map { max($0.titleNode, 0) }
    let places = Set(starts + sections.map(\.content.upperBound) + [0]).sorted()
    return places.map { place in
      let enclosing = sections.indices.last { starts[$0] <= place && place < sections[$0].content.upperBound }
      return (place, zone(enclosing, sections))
    }
  }

  /// A section whose name says nothing belongs to the one that it stands in.
  private static func zone(_ index: Int?, _ sections: [Section]) -> Zone {
    var current = index
    while let index = current {
      let section = sections[index]
      if section.role != nil || section.opening == .preamble { return Zone(section) }
      current = section.parent
    }
    return index == nil ? .summary : .rest
  }
}
