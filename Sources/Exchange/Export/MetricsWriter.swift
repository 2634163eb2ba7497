/// One value of a metric with what tells it from the others.
struct MetricSample {
  let value: Int
  let labels: [(name: String, value: String)]

  init(_ value: Int, _ labels: [(name: String, value: String)] = []) {
    self.value = value
    self.labels = labels
  }
}

/// Writes gauges in the text that both Prometheus's format and OpenMetrics allow: no blank lines, no counters, `# EOF`.
struct MetricsWriter {
  private var text = ""

  /// A family without samples is left out.
  mutating func gauge(_ name: String, _ help: String, _ samples: [MetricSample]) {
    guard !samples.isEmpty else { return }
    text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
      text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
    }
  }

  var finished: [UInt8] { Array((text + "# EOF\n").utf8) }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
