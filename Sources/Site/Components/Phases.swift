import Diagnostics
import PostMortems

/// The spans of an incident that two known times enclose, in seconds; nil where a time is missing or they run backwards.
struct Phases {
  let toDetection: Int64?
  let toMitigation: Int64?
  let toResolution: Int64?

  init(_ postMortem: PostMortem) {
    // A start that is known by its day alone says nothing about minutes.
    let start = postMortem.fields.started.map(\.value).flatMap { $0.precision == .day ? nil : $0 }
    toDetection = Self.span(start, postMortem.detected)
    toMitigation = Self.span(start, postMortem.mitigated)
    toResolution = Self.span(start, postMortem.resolved)
  }

  /// How long it hurt: to mitigation, else to resolution.
  var harm: Int64? { toMitigation ?? toResolution }

  static func span(_ start: Instant?, _ end: Instant?) -> Int64? {
    guard let start, let end, end.precision != .day, start.precision != .day, end >= start else { return nil }
    return end.seconds - start.seconds
  }
}
