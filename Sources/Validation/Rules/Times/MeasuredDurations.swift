internal import Diagnostics
internal import PostMortems

/// The lengths of time that a post-mortem's phases and rows come to, in seconds.
struct MeasuredDurations {
  struct Contradiction {
    let source: String
    /// The measured length closest to the stated one.
    let nearest: Int64
  }

  /// From start to end, by the phases.
  let whole: Int64?
  private let toDetection: [Int64]
  private let toRecovery: [Int64]
  /// Between any two times of the timeline; empty where there are too few or too many to tell.
  private let betweenRows: [Int64]

  init(_ draft: PostMortemDraft) {
    func seconds(_ phase: Located<Instant>?) -> Int64? {
      phase.flatMap { $0.value.precision == .day ? nil : $0.value.seconds }
    }
    let fields = draft.fields
    let begins = [seconds(fields.started), seconds(fields.detected)].compactMap { $0 }
    let ends = [seconds(fields.mitigated), seconds(fields.resolved)].compactMap { $0 }
    toRecovery = begins.flatMap { begin in ends.map { $0 - begin } }
    let noticed = [seconds(fields.detected), seconds(fields.acknowledged)].compactMap { $0 }
    toDetection = seconds(fields.started).map { start in noticed.map { $0 - start } } ?? []
    whole = seconds(fields.started).flatMap { start in ends.max().map { $0 - start } }
    let points = (draft.timeline?.events ?? []).flatMap { [$0.at, $0.until].compactMap { $0 } }
    let rows = points.filter { $0.precision != .day }.map(\.seconds)
    betweenRows =
      (3...100).contains(rows.count)
      ? rows.indices.flatMap { index in rows[(index + 1)...].map { abs($0 - rows[index]) } } : []
  }

  /// More than half of the longer one, and more than half an hour apart.
  static func differ(_ left: Int64, _ right: Int64) -> Bool {
    let distance = abs(left - right)
    return distance > 1800 && distance * 2 > max(left, right)
  }

  /// What the phases say against a claim, or, where they say nothing, the rows: no two of them may be that far apart.
  func contradiction(of claim: StatedDuration) -> Contradiction? {
    let phases = claim.isDetection ? toDetection : toRecovery
    if !phases.isEmpty { return contradiction(claim.seconds, phases, "the phases") }
    return contradiction(claim.seconds, betweenRows, "the rows")
  }

  private func contradiction(_ stated: Int64, _ measured: [Int64], _ source: String) -> Contradiction? {
    guard measured.allSatisfy({ Self.differ(stated, $0) }),
      let nearest = measured.min(by: { abs($0 - stated) < abs($1 - stated) })
    else { return nil }
    return Contradiction(source: source, nearest: nearest)
  }
}
