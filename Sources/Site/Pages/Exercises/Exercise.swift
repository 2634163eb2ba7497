import Diagnostics
import KnowledgeBase
import PostMortems

/// A post-mortem's timeline as it can be played: what was seen at first, and what came after.
struct Exercise {
  /// When somebody knew.
  let alarm: Instant
  /// Entries before anyone knew.
  let unseen: [TimelineEvent]
  /// The entries of the first moment, which the players are told.
  let opening: [TimelineEvent]
  /// What follows, a group for each moment.
  let moments: [[TimelineEvent]]

  /// With fewer moments to open there is nothing to play.
  static let leastMoments = 3
  /// Pages are made for so many incidents, the newest.
  static let limit = 300

  /// Nil where the timeline is no good for it: undated rows, a single moment, a draft.
  init?(_ postMortem: PostMortem) {
    guard postMortem.status == .published else { return nil }
    let events = (postMortem.draft.timeline?.events ?? []).filter { $0.at.map { $0.precision != .day } ?? false }
    let sorted = events.enumerated().sorted {
      ($0.element.at?.seconds ?? 0, $0.offset) < ($1.element.at?.seconds ?? 0, $1.offset)
    }.map(\.element)
    let marked = sorted.first { $0.marker == .detection }?.at
    guard let alarm = postMortem.detected.flatMap({ $0.precision == .day ? nil : $0 }) ?? marked ?? sorted.first?.at
    else { return nil }
    var moments: [[TimelineEvent]] = []
    for event in sorted where event.at.map({ $0 >= alarm }) ?? false {
      if moments.last?.last?.at?.seconds == event.at?.seconds, !moments.isEmpty {
        moments[moments.count - 1].append(event)
      } else {
        moments.append([event])
      }
    }
    guard moments.count > Self.leastMoments else { return nil }
    self.alarm = alarm
    unseen = sorted.filter { $0.at.map { $0 < alarm } ?? false }
    opening = moments[0]
    self.moments = Array(moments.dropFirst())
  }

  /// Positions of the post-mortems that can be played, newest first.
  static func positions(in knowledgeBase: KnowledgeBase) -> [Int] {
    Array(
      knowledgeBase.postMortems.indices.lazy.filter { Exercise(knowledgeBase.postMortems[$0]) != nil }.prefix(limit))
  }
}

/// What the players are asked, and which moments they open then.
struct ExerciseStage {
  enum Question: CaseIterable {
    case look, stop, settle
  }

  let question: Question
  let moments: [[TimelineEvent]]

  /// Cuts the moments where the first repair was tried and where the harm had stopped.
  static func stages(of exercise: Exercise, _ postMortem: PostMortem) -> [ExerciseStage] {
    let tried = postMortem.fields.mitigations.compactMap(\.at?.value).filter { $0.precision != .day }.min()
    let stopped = postMortem.mitigated ?? postMortem.resolved
    func question(_ moment: [TimelineEvent]) -> Question {
      guard let at = moment.first?.at else { return .look }
      if let stopped, stopped.precision != .day, at > stopped { return .settle }
      let isRepair = moment.contains { $0.marker == .mitigation || $0.marker == .resolution }
      if isRepair || tried.map({ at >= $0 }) ?? false || stopped.map({ at >= $0 }) ?? false { return .stop }
      return .look
    }
    var reached = Question.look
    let order = Question.allCases
    var groups: [Question: [[TimelineEvent]]] = [:]
    for moment in exercise.moments {
      let asked = question(moment)
      if let place = order.firstIndex(of: asked), let now = order.firstIndex(of: reached), place > now {
        reached = asked
      }
      groups[reached, default: []].append(moment)
    }
    return order.compactMap { question in
      groups[question].map { ExerciseStage(question: question, moments: $0) }
    }
  }
}
