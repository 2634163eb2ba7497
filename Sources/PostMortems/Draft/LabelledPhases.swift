package import Diagnostics

/// A time that a label gives to one of the five phases.
package struct LabelledPhase: Sendable {
  /// The front-matter key of the phase.
  package let phase: String
  package let instant: Instant
  /// Whether a zone was stated for it.
  package let hasZone: Bool
  package let span: SourceSpan
}

/// Reads `Started at: Feb 1, 2026, 7:02 AM UTC`, `Incident until: 2022-08-02` and `Time | 06:45 - 13:00 (UTC)`.
package enum LabelledPhases {
  /// The labels that name a phase and hold a time; one without a day lies on the incident's.
  package static func read(_ labels: [DocumentLabel], of draft: PostMortemDraft, settingsZone: Zone?) -> [LabelledPhase]
  {
    let given =
      draft.fields.timezone.flatMap { Zone($0.value) } ?? draft.timeline?.statedZone
      ?? ClockZones.zone(of: draft.document)
    var phases: [LabelledPhase] = []
    for label in labels {
      guard let phase = phase(of: label.words) else { continue }
      let bytes = Array(label.value.utf8.prefix(120))
      guard let time = TimeReader.read(ByteCursor(bytes), bareNumber: true), time.isReadable else { continue }
      let zone = time.zone ?? zone(in: label.words) ?? DateFinder.zone(in: bytes, from: time.range.upperBound) ?? given
      let place = Placing(zone: zone, assumed: settingsZone ?? .utc, day: draft.start?.day)
      if let instant = place.instant(time.date, time.clock) {
        phases.append(LabelledPhase(phase: phase, instant: instant, hasZone: zone != nil, span: label.span))
      }
      guard phase == "started", time.endDate != nil || time.endClock != nil,
        let end = place.instant(time.endDate ?? time.date, time.endClock)
      else { continue }
      phases.append(LabelledPhase(phase: "resolved", instant: end, hasZone: zone != nil, span: label.span))
    }
    return phases
  }

  private struct Placing {
    let zone: Zone?
    let assumed: Zone
    let day: Day?

    func instant(_ date: DateExpression?, _ clock: Clock?) -> Instant? {
      var day = day
      if let date {
        guard case .day(let found) = date.resolved(order: nil, near: day) else { return nil }
        day = found
      }
      guard let day else { return nil }
      guard let clock else { return day.instant }
      return (zone ?? assumed).instant(day: day, second: clock.second, precision: clock.precision)
    }
  }

  private static func zone(in words: [String]) -> Zone? {
    words.lazy.filter { $0.count >= 2 }.compactMap { ["at", "to"].contains($0) ? nil : Zone($0.uppercased()) }.first
  }

  /// The phase that a label names, if it names nothing else.
  private static func phase(of words: [String]) -> String? {
    guard (1...5).contains(words.count), words.allSatisfy({ neutral.contains($0) || names[$0] != nil }) else {
      return nil
    }
    if let name = words.lazy.compactMap({ names[$0] }).first { return name }
    return words.contains { ["time", "window", "period", "duration", "when", "zeitraum"].contains($0) }
      && !words.contains("to") ? "started" : nil
  }

  private static let names: [String: String] = [
    "start": "started", "started": "started", "starts": "started", "began": "started", "begin": "started",
    "from": "started", "onset": "started", "beginn": "started", "debut": "started", "inicio": "started",
    "detected": "detected", "discovered": "detected", "noticed": "detected", "erkannt": "detected",
    "acknowledged": "acknowledged", "acked": "acknowledged", "mitigated": "mitigated", "repaired": "mitigated",
    "stabilised": "mitigated", "stabilized": "mitigated", "resolved": "resolved", "end": "resolved",
    "ended": "resolved", "until": "resolved", "till": "resolved", "ende": "resolved", "fin": "resolved",
    "recovered": "resolved", "restored": "resolved",
  ]

  private static let neutral: Set<String> = [
    "time", "at", "incident", "date", "outage", "impact", "event", "of", "the", "first", "utc", "and", "datetime", "on",
    "window", "period", "duration", "when", "zeitraum", "vorfalls", "service", "issue", "local", "cet", "cest", "pst",
    "pdt", "est", "edt", "gmt", "bst", "customer", "downtime",
  ]
}
