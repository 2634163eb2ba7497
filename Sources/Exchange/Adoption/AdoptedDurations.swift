internal import Diagnostics
internal import PostMortems

/// Lengths of time as the author states them, in minutes: `Time to repair: 1h 50m`. They are claims beside the phases and
/// no front matter of their own.
struct AdoptedDurations {
  let fields: [AdoptedField]

  init(labels: [DocumentLabel]) {
    var found: [AdoptedField] = []
    for label in labels {
      guard let key = Self.key(of: label.words), !found.contains(where: { $0.key == key }),
        let seconds = DurationReader.seconds(atHeadOf: label.value)
      else { continue }
      found.append(
        AdoptedField(
          key, .double(Double(seconds) / 60), confidence: 0.9, at: label.span, obstacle: "the format has no such key"))
    }
    fields = found
  }

  /// The seconds of a duration that was stated.
  func seconds(_ key: String) -> (seconds: Int64, span: SourceSpan)? {
    guard let field = fields.first(where: { $0.key == key }), case .double(let minutes) = field.value else {
      return nil
    }
    return (Int64((minutes * 60).rounded()), field.span)
  }

  private static func key(of words: [String]) -> String? {
    switch words.joined(separator: " ") {
    case "duration", "total duration", "incident duration", "outage duration", "duration of outage", "downtime",
      "dauer",
      "duree", "duration of incident", "total impact duration", "impact duration", "minutes downtime":
      return "duration"
    case "ttd", "mttd", "detection delay": return "time_to_detect"
    case "ttm": return "time_to_mitigate"
    case "ttr", "mttr": return "time_to_resolve"
    default: break
    }
    guard words.count >= 3, words[0] == "time", words[1] == "to" else { return nil }
    switch words[2] {
    case "detect", "detection", "discover", "notice": return "time_to_detect"
    case "acknowledge", "ack", "acknowledgement", "respond", "response": return "time_to_acknowledge"
    case "mitigate", "mitigation", "repair", "recover", "recovery", "restore", "restoration": return "time_to_mitigate"
    case "resolve", "resolution", "fix": return "time_to_resolve"
    default: return nil
    }
  }
}
