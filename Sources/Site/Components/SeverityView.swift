import PostMortems
import Templates

/// A severity as a badge: its name in words, its colour by rank.
struct SeverityView: TemplateView {
  let name: String
  /// 1 for the gravest to 5, where the colours end.
  let rank: Int
  /// What the scale says of it; empty where the settings do not.
  let meaning: String

  init(_ severity: Severity, _ settings: Settings) {
    name = severity.name
    rank = min(severity.rank, 5)
    meaning = settings.severities.first { $0.name == severity.name }?.meaning ?? ""
  }

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .number("rank", \.rank), .text("meaning", \.meaning).extra)
}
