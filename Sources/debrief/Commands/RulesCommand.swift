internal import ArgumentParser
internal import Diagnostics
internal import Validation

/// `debrief rules`: the list of rules with their levels.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules with their levels.",
    discussion: """
      Example:
        debrief rules --json
      """)

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() {
    let rules = RuleCatalogue.descriptions
    if json { return Terminal.printRaw(JSONValue.array(rules.map(RuleText.json)).text) }
    let width = rules.map(\.id.count).max() ?? 0
    for rule in rules {
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let level = rule.level.rawValue + String(repeating: " ", count: 7 - rule.level.rawValue.count)
      Terminal.print("\(id)  \(level)  \(rule.summary)")
    }
  }
}

/// `debrief explain`: what a rule is for, with examples.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, with examples.",
    discussion: """
      Example:
        debrief explain unknown-severity
      """)

  @Argument(help: "The rule's id; without it all rules are explained.")
  var rule: String?

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    guard let rule else {
      let rules = RuleCatalogue.descriptions
      return Terminal.printRaw(
        json ? JSONValue.array(rules.map(RuleText.json)).text : rules.map(RuleText.text).joined(separator: "\n"))
    }
    guard let found = RuleCatalogue.rule(rule) else {
      let near = NearMiss.nearest(to: rule, in: RuleCatalogue.descriptions.map(\.id))
      throw ValidationError("there is no rule '\(rule)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
    let description = type(of: found).description
    Terminal.printRaw(json ? RuleText.json(description).text : RuleText.text(description))
  }
}

/// A rule's description as text and as JSON.
enum RuleText {
  static func json(_ rule: RuleDescription) -> JSONValue {
    .object([
      "id": .string(rule.id),
      "group": .string(rule.group.rawValue),
      "level": .string(rule.level.rawValue),
      "summary": .string(rule.summary),
      "rationale": .string(rule.rationale),
      "examples": .object([
        "triggering": .strings(rule.triggering.map(unmarked)),
        "non_triggering": .strings(rule.nonTriggering.map(unmarked)),
      ]),
    ])
  }

  static func text(_ rule: RuleDescription) -> String {
    var text = "\(rule.id) (\(rule.level.rawValue))\n\n\(rule.summary)\n\n\(rule.rationale)\n"
    if let example = rule.triggering.first(where: { unmarked($0).utf8.count < 400 && !unmarked($0).isEmpty }) {
      text += "\nReported:\n\n\(indented(unmarked(example)))\n"
    }
    if let example = rule.nonTriggering.first { text += "\nRight:\n\n\(indented(unmarked(example)))\n" }
    return text
  }

  private static func unmarked(_ example: String) -> String { example.filter { $0 != "↓" } }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
}
