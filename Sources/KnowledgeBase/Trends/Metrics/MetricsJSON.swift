internal import PostMortems
internal import Statistics

extension Trends {
  /// All numbers as one JSON document.
  ///
  /// `{"as_of": …, "scope": …, "metrics": [{id, question, title, period, value, unit, n, excluded, interval, method, p,
  /// verdict, rows}]}`
  ///
  /// `value` is a number, `{part, of}` for a share, `{earlier, later}` for a change and null where nothing is recorded;
  /// rows are ids of post-mortems, an action item being `id#number`; p has four decimals, below 0.0001 two digits.
  package var json: [UInt8] {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes) { _ in }
    return bytes
  }

  /// Appends the same.
  ///
  /// - Parameter passOn: called behind each number; may take what is there.
  package func appendJSON(to bytes: inout [UInt8], passingOn passOn: (inout [UInt8]) -> Void) {
    bytes += "{\"as_of\":\(JSONText.quoted(sample.asOf.iso)),\"scope\":\(JSONText.quoted(sample.scope.phrase))".utf8
    bytes += ",\"metrics\":[".utf8
    for (index, metric) in metrics.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      append(metric, to: &bytes)
      passOn(&bytes)
    }
    bytes += "\n]}\n".utf8
  }

  private func append(_ metric: Metric, to bytes: inout [UInt8]) {
    let excluded = metric.excluded.map { "{\"reason\":\(JSONText.quoted($0.reason)),\"count\":\($0.count)}" }
    let fields = [
      ("id", JSONText.quoted(metric.name)), ("question", JSONText.quoted(metric.id.question.rawValue)),
      ("title", JSONText.quoted(metric.title)), ("period", JSONText.quoted(metric.period)),
      ("value", value(metric.value)), ("unit", unit(metric.value)), ("n", "\(metric.n)"),
      ("excluded", "[\(excluded.joined(separator: ","))]"), ("interval", interval(metric.interval)),
      ("method", JSONText.quoted(metric.method.rawValue)), ("p", probability(metric.comparison?.pValue)),
      ("verdict", metric.comparison.map { JSONText.quoted($0.verdict) } ?? "null"),
    ]
    bytes += "{\(fields.map { "\"\($0)\":\($1)" }.joined(separator: ",")),\"rows\":[".utf8
    for (index, row) in metric.rows.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += JSONText.quoted(reference(row)).utf8
    }
    bytes += "]}".utf8
  }

  private func value(_ value: MetricValue) -> String {
    switch value {
    case .none: "null"
    case .count(let count): "\(count)"
    case .share(let share): "{\"part\":\(share.part),\"of\":\(share.whole)}"
    case .quantity(let number, _): JSONText.number(number)
    case .change(let earlier, let later): "{\"earlier\":\(earlier),\"later\":\(later)}"
    }
  }

  private func unit(_ value: MetricValue) -> String {
    switch value {
    case .none: "null"
    case .count, .change: "\"count\""
    case .share: "\"share\""
    case .quantity(_, let unit): JSONText.quoted(unit.rawValue)
    }
  }

  private func interval(_ interval: Interval?) -> String {
    guard let interval else { return "null" }
    let coverage = JSONText.number(interval.coverage)
    return "{\"lower\":\(JSONText.number(interval.lower)),\"upper\":\(JSONText.number(interval.upper)),"
      + "\"coverage\":\(coverage)}"
  }

  private func probability(_ p: Double?) -> String {
    guard let p else { return "null" }
    return p < 0.0001 ? JSONText.trimmed(FixedFormat.significant(p, 2)) : FixedFormat.decimals(p, 4)
  }

  /// The id of a post-mortem, or of the action item on it.
  package func reference(_ row: MetricRow) -> String {
    switch row {
    case .postMortem(let position): return base.postMortems[position].id
    case .action(let place):
      let entry = base.actions.entries[place]
      return "\(base.postMortems[entry.postMortem].id)#\(entry.number)"
    }
  }
}

extension Comparison {
  /// The verdict without its p-value: `higher`, `lower`, `not distinguishable` or `not enough to compare`.
  package var verdict: String {
    switch self {
    case .notEnough: "not enough to compare"
    case .notDistinguishable: "not distinguishable"
    case .higher: "higher"
    case .lower: "lower"
    }
  }
}

/// Pieces of JSON.
enum JSONText {
  /// To six significant digits or, from a million on, to the whole; null where there is no finite number.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
    return trimmed(FixedFormat.significant(value, 6))
  }

  /// Without zeros that end a fraction.
  static func trimmed(_ digits: String) -> String {
    guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
    var text = Substring(digits)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
