internal import Diagnostics
internal import Yams

/// Reads Prometheus rule files, plain or as a Kubernetes resource, and the answer of its API: the catalogue of alerts.
struct PrometheusRulesReader: ExportReader {
  static let system = SourceSystem.prometheus

  static func recognises(_ export: Export) -> Bool {
    switch export.contents {
    case .json: export.records.contains { groups(of: $0).contains { $0.has("rules") } }
    case .text(let text): text.contains("groups:") && text.contains("rules:") && text.contains("- ")
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    switch export.contents {
    case .json:
      for record in export.records { yield.alerts += groups(of: record).flatMap(alerts(inGroup:)) }
    case .text(let text): read(text, path: export.path, into: &yield)
    }
  }

  /// Aliases can make a small file expand to any size.
  private static let nodeLimit = 200_000

  private static func groups(of value: JSONValue) -> [JSONValue] {
    (value.member("groups") ?? value.member("data")?.member("groups") ?? value.member("spec")?.member("groups"))?
      .elements ?? []
  }

  private static func alerts(inGroup group: JSONValue) -> [CataloguedAlert] {
    (group.member("rules")?.elements ?? []).compactMap { rule in
      let isAlerting = rule.member("type")?.text == "alerting"
      guard let name = rule.member("alert")?.text ?? (isAlerting ? rule.member("name")?.text : nil) else { return nil }
      let annotations = rule.member("annotations")
      return CataloguedAlert(
        name: name, severity: rule.member("labels")?.firstText("severity", "priority"),
        summary: annotations?.firstText("summary", "title", "description", "message").map(oneLine),
        runbook: annotations?.firstWebAddress("runbook_url", "runbook"))
    }
  }

  private static func read(_ text: String, path: String, into yield: inout ImportYield) {
    do {
      // Several documents in one file, as kubectl takes them.
      let documents = try Yams.compose_all(yaml: text)
      var budget = nodeLimit
      for node in documents {
        yield.alerts += groups(of: JSONValue(node, depth: 0, budget: &budget)).flatMap(alerts(inGroup:))
      }
      if let error = documents.error { throw error }
      if budget <= 0 {
        yield.problems.append(
          ImportProblem(path: path, message: "holds more than \(nodeLimit) values; the rest is left out"))
      }
    } catch {
      yield.problems.append(ImportProblem(path: path, message: "looks like Prometheus rules, and is not valid YAML"))
    }
  }
}

extension JSONValue {
  /// A YAML node with its scalars as text, to a bounded depth and size.
  fileprivate init(_ node: Node, depth: Int, budget: inout Int) {
    budget -= 1
    guard budget > 0 else {
      self = .null
      return
    }
    switch node {
    case .scalar(let scalar): self = .string(scalar.string)
    case .sequence(let items) where depth < 8:
      self = .array(items.map { JSONValue($0, depth: depth + 1, budget: &budget) })
    case .mapping(let pairs) where depth < 8:
      self = .object(pairs.map { Member($0.key.string ?? "", JSONValue($0.value, depth: depth + 1, budget: &budget)) })
    default: self = .null
    }
  }
}
