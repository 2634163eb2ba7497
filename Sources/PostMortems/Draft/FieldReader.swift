internal import Diagnostics
internal import Markdown

/// Gives front-matter values their types; what does not fit is a finding, never a guess.
struct FieldReader {
  let zone: Zone?
  private(set) var findings: [Finding] = []

  init(zone: Zone?) {
    self.zone = zone
  }

  mutating func text(_ value: Located<FrontMatterValue>, _ key: String) -> Located<String>? {
    switch value.value {
    case .scalar(let text, _): return text.isEmpty ? nil : Located(text, at: value.span)
    case .null: return nil
    default:
      wrongType(value, key, expected: "text")
      return nil
    }
  }

  /// The most words of one list: each service and each cause has a page that names all the others.
  static let listLimit = 500

  /// A list of words; one bare word counts as a list of one.
  mutating func texts(_ value: Located<FrontMatterValue>, _ key: String) -> [Located<String>] {
    switch value.value {
    case .sequence(let items):
      if items.count > Self.listLimit {
        findings.append(
          Finding(
            "front-matter-limit", at: items[Self.listLimit].span,
            "'\(key)' has \(items.count) values; the first \(Self.listLimit) are read",
            help: "keep those that matter to a reader"))
      }
      return items.prefix(Self.listLimit).compactMap { text($0, key) }
    case .scalar, .null: return text(value, key).map { [$0] } ?? []
    case .mapping:
      wrongType(value, key, expected: "a list")
      return []
    }
  }

  mutating func mapping(_ value: Located<FrontMatterValue>, _ key: String) -> [FrontMatterEntry] {
    switch value.value {
    case .mapping(let entries): return entries
    case .null: return []
    default:
      wrongType(value, key, expected: "a map")
      return []
    }
  }

  mutating func instant(_ value: Located<FrontMatterValue>, _ key: String) -> Located<Instant>? {
    guard let text = text(value, key) else { return nil }
    guard let reading = TimeReader.readInstant(text.value, defaultZone: zone) else {
      findings.append(
        Finding(
          "malformed-time", at: text.span, "'\(text.value)' is not a time",
          notes: ["times look like 2019-07-02T13:42Z, or 2019-07-02T14:42+01:00"],
          help: "write '\(key)' as date, T, time and zone"))
      return nil
    }
    return Located(reading.instant, at: text.span)
  }

  mutating func bool(_ value: Located<FrontMatterValue>, _ key: String) -> Bool? {
    guard let text = text(value, key) else { return nil }
    switch text.value.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      wrongType(value, key, expected: "true or false")
      return nil
    }
  }

  /// A number that is finite and not negative; `1_000`, `1.2e6` and `12000` are read.
  mutating func number(_ value: Located<FrontMatterValue>, _ key: String) -> Double? {
    guard let text = text(value, key) else { return nil }
    if let number = Double(text.value.filter { $0 != "_" }), number.isFinite, number >= 0 { return number }
    wrongType(value, key, expected: "a number")
    return nil
  }

  mutating func wrongType(_ value: Located<FrontMatterValue>, _ key: String, expected: String) {
    let found = value.value.text.map { "'\($0)'" } ?? value.value.typeName
    findings.append(Finding("wrong-type", at: value.span, "'\(key)' is \(found), not \(expected)"))
  }

  mutating func report(_ finding: Finding) {
    findings.append(finding)
  }
}
