internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The five phases as labels, markers and the words of the timeline give them.
struct AdoptedPhases {
  let draft: PostMortemDraft
  let labels: [DocumentLabel]
  let durations: AdoptedDurations
  let settings: Settings

  /// Whether the front matter's only word on the start is a `date`, which may be the day of publication.
  static func isBareDate(_ draft: PostMortemDraft) -> Bool {
    draft.fields.started != nil && draft.document.frontMatter?.entry("date") != nil
      && draft.document.frontMatter?.entry("started") == nil
  }

  /// At most one field a phase, in their order; one that would come before an earlier phase is left unsure.
  var fields: [AdoptedField] {
    var best: [String: (instant: Instant, field: AdoptedField)] = [:]
    for (instant, field) in candidates where field.confidence > best[field.key]?.field.confidence ?? 0 {
      best[field.key] = (instant, field)
    }
    var fields: [AdoptedField] = []
    var last: Instant?
    for name in PostMortemFields().phases.map(\.name) {
      let given = draft.fields.phases.first { $0.name == name }?.instant?.value
      let isOpen = given == nil || name == "started" && Self.isBareDate(draft)
      guard isOpen, var (instant, field) = best[name] else {
        last = given ?? last
        continue
      }
      if let last, instant < last, instant.precision != .day || instant.day < last.day {
        field.confidence = 0.3
        field.obstacle = "it is before the phase that it follows"
      } else {
        last = field.confidence >= FrontMatterAdoption.threshold ? instant : last
      }
      instant = last ?? instant
      fields.append(field)
    }
    return fields
  }

  private var candidates: [(Instant, AdoptedField)] { labelled + marked + worded + [start].compactMap { $0 } + derived }

  private func candidate(_ key: String, _ instant: Instant, _ confidence: Double, _ span: SourceSpan)
    -> (Instant, AdoptedField)
  {
    (instant, AdoptedField(key, .string(instant.iso), confidence: confidence, at: span))
  }

  private var labelled: [(Instant, AdoptedField)] {
    let zone = settings.timezone.flatMap { Zone($0) }
    return LabelledPhases.read(labels, of: draft, settingsZone: zone).map { phase in
      let isExact = phase.hasZone || phase.instant.precision == .day || zone != nil
      return candidate(phase.phase, phase.instant, isExact ? 0.95 : 0.6, phase.span)
    }
  }

  /// The day of the start where nothing gives its time.
  private var start: (Instant, AdoptedField)? {
    guard let start = draft.start, !(labelled + worded).contains(where: Self.isCertainStart) else { return nil }
    if Self.isBareDate(draft), draft.fields.started?.value.day == start.day { return nil }
    return candidate("started", start.day.instant, draft.startConfidence, start.span)
  }

  private static func isCertainStart(_ found: (instant: Instant, field: AdoptedField)) -> Bool {
    found.field.key == "started" && found.field.confidence >= FrontMatterAdoption.threshold
      && found.instant.precision >= .minute
  }

  private var events: [TimelineEvent] { draft.timeline?.events.filter { $0.at != nil } ?? [] }

  /// Rows that say themselves which phase they open.
  private var marked: [(Instant, AdoptedField)] {
    var found: [(Instant, AdoptedField)] = []
    for event in events {
      guard let instant = event.at, let marker = event.marker else { continue }
      let sure = sureness(of: event)
      switch marker {
      case .detection where !found.contains { $0.1.key == "detected" }:
        found.append(candidate("detected", instant, 0.9 * sure, event.timeSpan))
      case .mitigation where !found.contains { $0.1.key == "mitigated" }:
        found.append(candidate("mitigated", instant, 0.9 * sure, event.timeSpan))
      case .resolution:
        found.removeAll { $0.1.key == "resolved" }
        found.append(candidate("resolved", instant, 0.9 * sure, event.timeSpan))
      default: break
      }
    }
    return found
  }

  /// A time without a zone or about a time is no exact phase.
  private func sureness(of event: TimelineEvent) -> Double {
    let isExact = (event.at?.precision ?? .day) >= .minute
    return (event.hasZone ? 1 : 0.7) * (event.isApproximate ? 0.8 : 1) * (isExact ? 1 : 0.7)
  }

  /// Rows whose words leave no doubt.
  private var worded: [(Instant, AdoptedField)] {
    let rows = events.map { (event: $0, words: " \(Self.plain($0.text)) ") }
    func row(_ phrases: [String], last: Bool = false) -> TimelineEvent? {
      let fits = { (row: (event: TimelineEvent, words: String)) in phrases.contains { row.words.contains(" \($0) ") } }
      return last ? rows.last(where: fits)?.event : rows.first(where: fits)?.event
    }
    let found: [(String, TimelineEvent?, Double)] = [
      ("started", row(Self.starts), 0.85), ("detected", row(Self.detections), 0.8),
      ("acknowledged", row(Self.acknowledgements), 0.8), ("mitigated", row(Self.mitigations), 0.85),
      ("resolved", row(Self.resolutions, last: true), 0.8),
    ]
    return found.compactMap { key, event, confidence in
      guard let event, let instant = event.at else { return nil }
      // A row of another day than the incident's is on what led to it.
      if key == "started", let day = draft.start?.day,
        abs(instant.day.daysSinceEpoch - day.daysSinceEpoch) > 1
      {
        return nil
      }
      return candidate(key, instant, confidence * sureness(of: event), event.timeSpan)
    }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  private static let starts = [
    "outage begins", "outage began", "outage starts", "outage started", "incident begins", "incident began",
    "incident starts", "incident started", "start of incident", "start of the incident", "start of outage",
    "impact start",
    "impact starts", "impact started", "impact begins", "impact began", "customer impact began", "störung beginnt",
  ]
  private static let detections = [
    "first detected", "alert fired", "alerts fired", "alert triggered", "alerts triggered", "alert fires",
    "alerts fire",
    "is paged", "was paged", "got paged", "were paged", "pages the on call", "first alert", "pagerduty alert",
    "incident detected", "issue detected", "monitor triggers", "alert received", "alerts received", "receive alerts",
    "received alerts", "received an alert", "outage detected",
  ]
  private static let acknowledgements = ["acknowledged", "acknowledges", "acks the page", "acked"]
  private static let mitigations = [
    "incident mitigated", "issue mitigated", "outage mitigated", "impact mitigated", "customer impact mitigated",
    "impact end", "impact ends", "impact ended", "outage ends", "outage ended",
  ]
  private static let resolutions = [
    "incident resolved", "issue resolved", "outage resolved", "incident is resolved", "incident closed",
    "incident ends",
    "incident ended", "end of incident", "service fully restored", "service restored", "services restored",
    "fully recovered", "all clear", "störung behoben", "service rétabli",
  ]

  /// An end, where the start is certain to the minute and the author says how long it took.
  private var derived: [(Instant, AdoptedField)] {
    let given = draft.fields.started.map { $0.value }.flatMap { $0.precision >= .minute ? $0 : nil }
    let starts = (labelled + worded).filter(Self.isCertainStart)
    guard let start = given ?? starts.max(by: { $0.1.confidence < $1.1.confidence })?.0 else { return [] }
    let pairs = [("detected", "time_to_detect"), ("mitigated", "time_to_mitigate"), ("resolved", "time_to_resolve")]
    return pairs.compactMap { phase, key in
      durations.seconds(key).map { length in
        candidate(phase, Instant(seconds: start.seconds + length.seconds, precision: .minute), 0.78, length.span)
      }
    }
  }
}
