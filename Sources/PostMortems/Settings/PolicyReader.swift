internal import Diagnostics
internal import Markdown

extension SettingsReader {
  mutating func readPolicy(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      switch pair.key.value {
      case "publish_within_days":
        if let days = number(pair, in: 0...3650, "a number of days") { settings.policy.publishWithinDays = days }
      case "review": settings.policy.review = texts(pair)
      case "action_weeks": readActionWeeks(pair)
      case "due": readDueCriteria(pair)
      case "waivers": readWaivers(pair)
      default: unknown(pair.key, in: SettingsFormat.names(under: "policy"))
      }
    }
  }

  /// `action_weeks: {SEV1: 4, SEV2: 8}`; an empty map for no service level at all.
  private mutating func readActionWeeks(_ entry: FrontMatterEntry) {
    var weeks: [String: Int] = [:]
    for pair in mapping(entry) {
      policySeverities.append(pair.key)
      weeks[pair.key.value] = number(pair, in: 1...520, "a number of weeks")
    }
    settings.policy.actionWeeks = weeks
  }

  /// What is not written keeps its default; what is written empty asks for nothing.
  private mutating func readDueCriteria(_ entry: FrontMatterEntry) {
    var criteria = settings.policy.due
    for pair in mapping(entry) {
      switch pair.key.value {
      case "severity":
        criteria.severities = texts(pair)
        dueSeverities += items(pair).compactMap { item in item.value.text.map { Located($0, at: item.span) } }
      case "downtime_minutes": criteria.downtimeMinutes = number(pair, in: 0...1_000_000, "a number of minutes")
      case "data_loss": criteria.dataLoss = flag(pair)
      case "responders": criteria.responders = number(pair, in: 1...100_000, "a number of people")
      case "rollback": criteria.rollback = flag(pair)
      case "found_by": criteria.foundBy = texts(pair)
      case "tier": criteria.tiers = texts(pair)
      case "within_days": criteria.withinDays = number(pair, in: 0...3650, "a number of days") ?? criteria.withinDays
      default: unknown(pair.key, in: SettingsFormat.names(under: "policy", "due"))
      }
    }
    settings.policy.due = criteria
  }

  /// `waivers: {INC-123: "a test of the status page"}`; a waiver without its reason is none.
  mutating func readWaivers(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      guard let reason = text(pair), reason.contains(where: { !$0.isWhitespace }) else {
        wrongType(pair.value, "the reason why '\(pair.key.value)' needs no post-mortem")
        continue
      }
      settings.policy.waivers[pair.key.value] = reason
    }
  }

  mutating func checkPolicySeverities() {
    let scale = settings.severities.map(\.name)
    for name in policySeverities where !scale.contains(name.value) { unknown(name, in: scale, what: "severity") }
    // Another system's words are welcome here, misspelt ones of the scale are not.
    for name in dueSeverities where settings.severity(named: name.value) == nil {
      if NearMiss.nearest(to: name.value, in: scale) != nil { unknown(name, in: scale, what: "severity") }
    }
  }

  /// Nil for nothing; what is no such number is reported.
  private mutating func number(_ entry: FrontMatterEntry, in range: ClosedRange<Int>, _ expected: String) -> Int? {
    if case .null = entry.value.value { return nil }
    guard let number = text(entry).flatMap({ Int($0) }), range.contains(number) else {
      wrongType(entry.value, expected)
      return nil
    }
    return number
  }

  private mutating func flag(_ entry: FrontMatterEntry) -> Bool {
    if case .null = entry.value.value { return false }
    switch text(entry)?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrongType(entry.value, "true or false")
      return false
    }
  }
}
