/// Diagnostics as a SARIF 2.1.0 log, which code hosts show beside the changed lines.
package struct SARIFFormatter: Sendable {
  /// A rule as the log describes it.
  package struct Rule: Sendable {
    package let id: String
    package let summary: String
    package let rationale: String
    package let level: Level

    package init(id: String, summary: String, rationale: String, level: Level) {
      self.id = id
      self.summary = summary
      self.rationale = rationale
      self.level = level
    }
  }

  let rules: [Rule]
  let version: String
  let pathPrefix: String

  package init(rules: [Rule], version: String, pathPrefix: String = "") {
    self.rules = rules
    self.version = version
    self.pathPrefix = pathPrefix
  }

  /// Code hosts read at most this many results of a run.
  static let resultLimit = 25_000

  package func format(_ diagnostics: [Diagnostic]) -> String {
    let used = Set(diagnostics.map(\.rule))
    let described = rules.filter { used.contains($0.id) }
    let undescribed = used.subtracting(described.map(\.id)).sorted()
    let all = described.map(rule) + undescribed.map { JSONValue.object(["id": .string($0)]) }
    let order = described.map(\.id) + undescribed
    let indices = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let run = JSONValue.object([
      "tool": .object([
        "driver": .object([
          "name": .string("debrief"), "version": .string(version),
          "rules": .array(all),
        ])
      ]),
      "columnKind": .string("unicodeCodePoints"),
      "results": .array(diagnostics.prefix(Self.resultLimit).map { result($0, indices[$0.rule] ?? 0) }),
    ])
    return JSONValue.object([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
      "runs": .array([run]),
    ]).text
  }

  private func rule(_ rule: Rule) -> JSONValue {
    .object([
      "id": .string(rule.id),
      "shortDescription": .object(["text": .string(rule.summary)]),
      "fullDescription": .object(["text": .string(rule.rationale)]),
      "defaultConfiguration": .object(["level": .string(Self.level(rule.level))]),
    ])
  }

  private func result(_ diagnostic: Diagnostic, _ index: Int) -> JSONValue {
    let text = ([diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 }).joined(separator: "\n")
    return .object([
      "ruleId": .string(diagnostic.rule),
      "ruleIndex": .int(index),
      "level": .string(Self.level(diagnostic.level)),
      "message": .object(["text": .string(text)]),
      "locations": .array([
        .object([
          "physicalLocation": .object([
            "artifactLocation": .object(["uri": .string(Fingerprint.address(pathPrefix + diagnostic.file))]),
            "region": .object([
              "startLine": .int(diagnostic.start.line), "startColumn": .int(diagnostic.start.column),
              "endLine": .int(diagnostic.end.line), "endColumn": .int(diagnostic.end.column),
            ]),
          ])
        ])
      ]),
      "partialFingerprints": .object(["debrief/v1": .string(Fingerprint.of(diagnostic))]),
    ])
  }

  private static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .off: "none"
    }
  }
}
