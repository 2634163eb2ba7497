import Diagnostics
import Language
import PostMortems
import Templates

/// A timeline to scale: the phases as bars, a tick for each entry, the longest stretch without one.
struct TimelineChartView: TemplateView {
  let svg: [UInt8]
  /// What the picture shows, for those who cannot see it.
  let label: String
  let phases: [PhaseKey]
  let silence: String?
  /// Of the drawing, in pixels.
  let height: Int
  /// What is left out of the picture, if anything.
  let note: String?

  static let schema = ViewSchema<Self>(
    .html("svg", \.svg), .text("label", \.label), .list("phases", \.phases), .text("silence", \.silence),
    .number("height", \.height), .text("note", \.note))
}

/// A bar of the drawing in words.
struct PhaseKey: TemplateView {
  let name: String
  let words: String
  let number: Int

  static let schema = ViewSchema<Self>(.text("name", \.name), .text("words", \.words), .number("number", \.number))
}

/// Draws one incident's timeline.
struct TimelineDrawing {
  private struct Phase {
    let words: String
    let number: Int
    let start: Instant
    let end: Instant
  }

  private let phases: [Phase]
  private let events: [Instant]
  private let low: Int64
  private let high: Int64
  private let left: Int
  private let hasZone: Bool

  /// Nil where no two times are known that lie apart.
  init?(_ postMortem: PostMortem) {
    phases = Self.phases(of: postMortem)
    hasZone = postMortem.draft.timeline?.events.contains { $0.at != nil && !$0.hasZone } != true
    let all = (postMortem.draft.timeline?.events ?? []).compactMap(\.at).filter { $0.precision != .day }
    if let first = phases.first, let last = phases.last {
      let margin = max((last.end.seconds - first.start.seconds) / 12, 60)
      // Entries long before or long after would press the incident itself into a corner.
      let near = all.filter {
        ($0.seconds >= first.start.seconds - 4 * margin) && $0.seconds <= last.end.seconds + 4 * margin
      }
      low = min(first.start.seconds, near.map(\.seconds).min() ?? Int64.max)
      high = max(last.end.seconds, near.map(\.seconds).max() ?? Int64.min)
      events = near
    } else {
      events = all
      low = all.map(\.seconds).min() ?? 0
      high = all.map(\.seconds).max() ?? 0
      guard all.count > 2 else { return nil }
    }
    left = all.count - events.count
    guard high > low else { return nil }
  }

  private static func phases(of postMortem: PostMortem) -> [Phase] {
    let started = postMortem.fields.started?.value
    let points = [
      (started, ""), (postMortem.detected, say("Unnoticed")), (postMortem.mitigated, say("Until mitigated")),
      (postMortem.resolved, say("Until resolved")),
    ]
    var phases: [Phase] = []
    var last: Instant?
    for (number, point) in points.enumerated() {
      guard let at = point.0, at.precision != .day else { continue }
      if let start = last {
        guard at >= start else { return [] }
        if at > start { phases.append(Phase(words: point.1, number: number, start: start, end: at)) }
      } else if number > 0 {
        return []
      }
      last = at
    }
    return phases
  }

  func view() -> TimelineChartView {
    let silence = longestSilence()
    let keys = phases.map { phase in
      PhaseKey(
        name: phase.words, words: DurationWords.text(seconds: phase.end.seconds - phase.start.seconds),
        number: phase.number)
    }
    let parts = keys.map { "\($0.name): \($0.words)" } + [CountWords.text(events.count, "entry", plural: "entries")]
    return TimelineChartView(
      svg: svg(silence), label: say("Timeline to scale. \(parts.joined(separator: "; "))."), phases: keys,
      silence: silence.map { gap in
        let words = DurationWords.text(seconds: gap.end.seconds - gap.start.seconds)
        let (start, end) = (Self.clock(gap.start, beside: nil), Self.clock(gap.end, beside: gap.start))
        return hasZone
          ? say("Longest stretch without an entry: \(words), from \(start) to \(end) UTC.")
          : say("Longest stretch without an entry: \(words), from \(start) to \(end).")
      },
      height: top + 48,
      note: left == 0
        ? nil : say("\(CountWords.text(left, "entry", plural: "entries")) far outside the incident not drawn.")
    )
  }

  /// The widest gap between two neighbouring entries of the incident; nil with fewer than four of them.
  private func longestSilence() -> (start: Instant, end: Instant)? {
    let inside = events.filter { event in
      guard let first = phases.first, let last = phases.last else { return true }
      return event >= first.start && event <= last.end
    }.sorted()
    guard inside.count >= 4 else { return nil }
    let gaps = zip(inside, inside.dropFirst())
    guard let widest = gaps.max(by: { $0.1.seconds - $0.0.seconds < $1.1.seconds - $1.0.seconds }),
      widest.1.seconds - widest.0.seconds >= 60
    else { return nil }
    return (widest.0, widest.1)
  }

  private static func clock(_ instant: Instant, beside other: Instant?) -> String {
    other.map { $0.day == instant.day } ?? true
      ? instant.clock : say("\(DateWords.short(instant.day)), \(instant.clock)")
  }

  /// Where the entries begin: below the phases, if there are any.
  private var top: Int { phases.isEmpty ? 4 : 32 }

  private func svg(_ silence: (start: Instant, end: Instant)?) -> [UInt8] {
    let scale = DrawingScale(low: Double(low), high: Double(high))
    var drawing = Drawing()
    for phase in phases {
      let (start, end) = (Double(phase.start.seconds), Double(phase.end.seconds))
      drawing.rect(
        x: scale.x(start), y: 4, width: scale.width(start, end), height: 22, class: "phase-\(phase.number)")
    }
    if let silence {
      let (start, end) = (Double(silence.start.seconds), Double(silence.end.seconds))
      drawing.rect(x: scale.x(start), y: top, width: scale.width(start, end), height: 18, class: "silence")
    }
    drawing.across(from: "0%", to: "100%", y: top + 22, class: "axis")
    for event in events {
      drawing.line(x: scale.x(Double(event.seconds)), from: top, to: top + 22, class: "tick")
    }
    let ticks = TimeTicks.ticks(from: low, to: high)
    for (index, tick) in ticks.enumerated() {
      let x = scale.percent(Double(tick.seconds))
      drawing.line(x: DrawingScale.text(x), from: top + 22, to: top + 27, class: "axis")
      let anchor = x < 6 ? "start" : x > 94 ? "end" : "middle"
      drawing.text(
        tick.label, x: DrawingScale.text(x), y: top + 42, anchor: anchor, class: index % 2 == 1 ? "minor" : "")
    }
    return drawing.bytes
  }
}

/// Round times for the axis of a timeline.
enum TimeTicks {
  private static let steps: [Int64] = [
    60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_592_000,
    7_776_000, 31_536_000,
  ]

  /// At most nine times between two, each at a multiple of one step since midnight.
  static func ticks(from low: Int64, to high: Int64) -> [(seconds: Int64, label: String)] {
    let step = steps.first { (high - low) / $0 <= 7 } ?? ((high - low) / 7)
    var ticks: [(seconds: Int64, label: String)] = []
    var next = floorDivide(low + step - 1, step) * step
    while next <= high, step > 0 {
      let instant = Instant(seconds: next)
      let isMidnight = instant.clock == "00:00"
      let day = DateWords.shortDay(instant.day)
      ticks.append((next, step >= 86_400 || isMidnight ? day : instant.clock))
      next += step
    }
    return ticks
  }
}
